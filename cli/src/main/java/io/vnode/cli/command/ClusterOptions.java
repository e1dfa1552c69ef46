package io.vnode.cli.command;

import io.vnode.cli.settings.Parameter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which cluster, and which profile of settings. */
public final class ClusterOptions {

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "Settings profile to use; 'sandbox' is written by 'vnode sandbox up'.")
    private @Nullable String profile;

    @Option(
            names = "--kubeconfig",
            paramLabel = "FILE",
            description = "Kubernetes configuration (default: KUBECONFIG, then ~/.kube/config).")
    private @Nullable String kubeconfig;

    @Option(
            names = "--context",
            paramLabel = "NAME",
            description = "Context of the Kubernetes configuration (default: its current one).")
    private @Nullable String context;

    /** The profile, if one was named on the command line. */
    public @Nullable String profile() {
        return profile;
    }

    void addTo(Map<Parameter, String> flags) {
        if (kubeconfig != null) {
            flags.put(Parameter.KUBECONFIG, kubeconfig);
        }
        if (context != null) {
            flags.put(Parameter.CONTEXT, context);
        }
    }
}
