package io.vnode.cli.command;

import io.vnode.cli.cloud.Cloud;
import io.vnode.cli.cluster.Cluster;
import io.vnode.cli.cluster.ClusterConnector;
import io.vnode.cli.output.Console;
import io.vnode.cli.settings.Given;
import io.vnode.cli.settings.Parameter;
import io.vnode.cli.settings.Parameters;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a command finds around itself when it starts.
 *
 * @param environment the environment variables
 * @param console the standard streams
 * @param cloud the way to ECI
 */
public record Surroundings(Map<String, String> environment, Console console, Cloud cloud) {

    public Surroundings {
        environment = Map.copyOf(environment);
    }

    /** Opens a connection to the cluster that the parameters name. */
    Cluster connect(Parameters parameters) {
        return new ClusterConnector(environment)
                .connect(text(parameters.find(Parameter.KUBECONFIG)), text(parameters.find(Parameter.CONTEXT)));
    }

    private static @Nullable String text(@Nullable Given given) {
        return given == null ? null : given.text();
    }
}
