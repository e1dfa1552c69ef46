package io.vnode.cli.settings;

import java.util.Set;

/** Variables that start with {@code VNODE_} and are no settings: they steer the launcher, or choose a profile. */
final class LauncherVariables {

    private static final Set<String> NAMES =
            Set.of(Parameter.PROFILE_VARIABLE, "VNODE_JAVA_HOME", "VNODE_JAVA_OPTIONS", "VNODE_HOME");

    private LauncherVariables() {}

    static boolean contains(String variable) {
        return NAMES.contains(variable);
    }
}
