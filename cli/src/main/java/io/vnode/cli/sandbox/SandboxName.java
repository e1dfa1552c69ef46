package io.vnode.cli.sandbox;

import java.util.regex.Pattern;

/** The name of a sandbox; part of file names, of the context in its kubeconfig and of its node's name. */
public record SandboxName(String value) {

    private static final Pattern RULE = Pattern.compile("[a-z0-9]([-a-z0-9]{0,38}[a-z0-9])?");

    /** The one that is meant when none is named. */
    public static final SandboxName DEFAULT = new SandboxName("default");

    public SandboxName {
        if (!RULE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "'%s' cannot name a sandbox: use up to 40 lower-case letters, digits and inner dashes"
                            .formatted(value));
        }
    }

    /** The context in its kubeconfig. */
    public String context() {
        return "vnode-" + profile();
    }

    /** The profile that makes other commands use it. */
    public String profile() {
        return equals(DEFAULT) ? "sandbox" : "sandbox-" + value;
    }

    /** The node that runs the addon's own pods. */
    public String hostNode() {
        return profile() + "-host";
    }

    @Override
    public String toString() {
        return value;
    }
}
