package io.vnode.emulator.state;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A container as it was asked for. Absent numbers are null. */
public record ContainerSpec(
        String name,
        String image,
        @Nullable Double cpu,
        @Nullable Double memory,
        @Nullable Long gpu,
        @Nullable String imagePullPolicy,
        @Nullable String workingDir,
        List<String> command,
        List<String> args,
        List<EnvironmentVariable> environment,
        boolean environmentHidden,
        List<Port> ports,
        List<Mount> mounts,
        Terminal terminal,
        @Nullable Probe readinessProbe,
        @Nullable Probe livenessProbe,
        Security security) {

    /** Copies the lists. */
    public ContainerSpec {
        command = List.copyOf(command);
        args = List.copyOf(args);
        environment = List.copyOf(environment);
        ports = List.copyOf(ports);
        mounts = List.copyOf(mounts);
    }

    /** Whether it serves the others: it is ended once they have ended, and its exit says nothing of the group. */
    boolean sidecar() {
        return says("ECI_CONTAINER_TYPE", "sidecar");
    }

    /** Whether its size is left out of the size of the group. */
    public boolean sizeIgnored() {
        return says("__ECI_RESOURCE_IGNORE__", "TRUE");
    }

    private boolean says(String key, String value) {
        return environment.stream()
                .anyMatch(each -> each.key().equals(key) && each.value().equals(value));
    }

    List<String> commandLine() {
        return Stream.concat(command.stream(), args.stream()).toList();
    }

    /** A variable with a value, or with the path of a field that it gets its value from. */
    public record EnvironmentVariable(
            String key, String value, @Nullable String fieldPath) {

        @Override
        public String toString() {
            return "EnvironmentVariable[key=%s]".formatted(key); // values may be secrets
        }
    }

    /** A port that is announced. */
    public record Port(long port, @Nullable String protocol) {}

    /** A volume's place in the container. */
    public record Mount(
            String volume,
            String mountPath,
            @Nullable String subPath,
            boolean readOnly,
            @Nullable String propagation) {}

    /** How a terminal is attached. */
    public record Terminal(boolean stdin, boolean stdinOnce, boolean tty) {}

    /** A readiness or liveness probe; exactly one of the three ways to probe is there. */
    public record Probe(
            int initialDelaySeconds,
            int periodSeconds,
            int timeoutSeconds,
            int successThreshold,
            int failureThreshold,
            List<String> exec,
            @Nullable HttpGet httpGet,
            @Nullable Long tcpPort) {

        /** Copies the list. */
        public Probe {
            exec = List.copyOf(exec);
        }
    }

    /** A probe over HTTP. */
    public record HttpGet(
            @Nullable String path, long port, @Nullable String scheme) {}

    /** The security context. */
    public record Security(
            boolean readOnlyRootFilesystem, @Nullable Long runAsUser, List<String> addedCapabilities) {

        /** Copies the list. */
        public Security {
            addedCapabilities = List.copyOf(addedCapabilities);
        }
    }
}
