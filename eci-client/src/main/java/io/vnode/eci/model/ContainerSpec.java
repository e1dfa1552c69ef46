package io.vnode.eci.model;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A container, or an init container, that a group is to have.
 *
 * @param name unique in the group
 * @param image what to run
 * @param command replaces the image's entry point; empty keeps it
 * @param args replaces the image's arguments; empty keeps them
 * @param workingDir null for the image's own
 * @param environment environment variables
 * @param environmentHidden whether ECI leaves the variables out when it describes the container
 * @param ports ports it listens on
 * @param volumeMounts volumes it sees
 * @param cpu vCPUs; null to share the group's
 * @param memory GiB; null to share the group's
 * @param gpu whole GPUs; null for none
 * @param imagePullPolicy {@code Always}, {@code IfNotPresent} or {@code Never}; null for ECI's choice
 * @param terminal its standard input
 * @param readinessProbe tells whether it is ready; null for: as soon as it runs
 * @param livenessProbe tells whether it must be restarted; null for: when it ends
 * @param postStart what happens when it has started
 * @param preStop what happens before it stops
 * @param securityContext what it may do
 * @param terminationMessagePath the file with its last words
 * @param terminationMessagePolicy what counts as its last words
 */
public record ContainerSpec(
        String name,
        String image,
        List<String> command,
        List<String> args,
        @Nullable String workingDir,
        List<EnvironmentVariable> environment,
        boolean environmentHidden,
        List<ContainerPort> ports,
        List<VolumeMount> volumeMounts,
        @Nullable BigDecimal cpu,
        @Nullable BigDecimal memory,
        @Nullable Integer gpu,
        @Nullable String imagePullPolicy,
        Terminal terminal,
        @Nullable Probe readinessProbe,
        @Nullable Probe livenessProbe,
        @Nullable LifecycleHook postStart,
        @Nullable LifecycleHook preStop,
        SecurityContext securityContext,
        @Nullable String terminationMessagePath,
        @Nullable String terminationMessagePolicy) {
    public ContainerSpec {
        command = List.copyOf(command);
        args = List.copyOf(args);
        environment = List.copyOf(environment);
        ports = List.copyOf(ports);
        volumeMounts = List.copyOf(volumeMounts);
        Limits.require(
                !name.isBlank() && !image.isBlank(),
                "container '%s' with image '%s': both are needed".formatted(name, image));
    }
    /** Starts from a container with nothing but name and image. */
    public static Builder builder(String name, String image) {
        return new Builder(name, image);
    }
    /** Shows what runs, not with which words: commands and arguments may carry secrets. */
    @Override
    public String toString() {
        return "ContainerSpec[%s, %s]".formatted(name, image);
    }

    /** Puts a {@link ContainerSpec} together. */
    public static final class Builder {
        private final String name;
        private final String image;
        private List<String> command = List.of();
        private List<String> args = List.of();
        private @Nullable String workingDir;
        private List<EnvironmentVariable> environment = List.of();
        private boolean environmentHidden;
        private List<ContainerPort> ports = List.of();
        private List<VolumeMount> volumeMounts = List.of();
        private @Nullable BigDecimal cpu;
        private @Nullable BigDecimal memory;
        private @Nullable Integer gpu;
        private @Nullable String imagePullPolicy;
        private Terminal terminal = Terminal.NONE;
        private @Nullable Probe readinessProbe;
        private @Nullable Probe livenessProbe;
        private @Nullable LifecycleHook postStart;
        private @Nullable LifecycleHook preStop;
        private SecurityContext securityContext = SecurityContext.UNSPECIFIED;
        private @Nullable String terminationMessagePath;
        private @Nullable String terminationMessagePolicy;

        private Builder(String name, String image) {
            this.name = name;
            this.image = image;
        }

        public Builder command(List<String> command) {
            this.command = command;
            return this;
        }

        public Builder args(List<String> args) {
            this.args = args;
            return this;
        }

        public Builder workingDir(@Nullable String workingDir) {
            this.workingDir = workingDir;
            return this;
        }

        public Builder environment(List<EnvironmentVariable> environment) {
            this.environment = environment;
            return this;
        }

        public Builder environmentHidden(boolean environmentHidden) {
            this.environmentHidden = environmentHidden;
            return this;
        }

        public Builder ports(List<ContainerPort> ports) {
            this.ports = ports;
            return this;
        }

        public Builder volumeMounts(List<VolumeMount> volumeMounts) {
            this.volumeMounts = volumeMounts;
            return this;
        }

        public Builder cpu(@Nullable BigDecimal cpu) {
            this.cpu = cpu;
            return this;
        }

        public Builder memory(@Nullable BigDecimal memory) {
            this.memory = memory;
            return this;
        }

        public Builder gpu(@Nullable Integer gpu) {
            this.gpu = gpu;
            return this;
        }

        public Builder imagePullPolicy(@Nullable String imagePullPolicy) {
            this.imagePullPolicy = imagePullPolicy;
            return this;
        }

        public Builder terminal(Terminal terminal) {
            this.terminal = terminal;
            return this;
        }

        public Builder readinessProbe(@Nullable Probe readinessProbe) {
            this.readinessProbe = readinessProbe;
            return this;
        }

        public Builder livenessProbe(@Nullable Probe livenessProbe) {
            this.livenessProbe = livenessProbe;
            return this;
        }

        public Builder postStart(@Nullable LifecycleHook postStart) {
            this.postStart = postStart;
            return this;
        }

        public Builder preStop(@Nullable LifecycleHook preStop) {
            this.preStop = preStop;
            return this;
        }

        public Builder securityContext(SecurityContext securityContext) {
            this.securityContext = securityContext;
            return this;
        }

        public Builder terminationMessagePath(@Nullable String terminationMessagePath) {
            this.terminationMessagePath = terminationMessagePath;
            return this;
        }

        public Builder terminationMessagePolicy(@Nullable String terminationMessagePolicy) {
            this.terminationMessagePolicy = terminationMessagePolicy;
            return this;
        }

        public ContainerSpec build() {
            return new ContainerSpec(
                    name,
                    image,
                    command,
                    args,
                    workingDir,
                    environment,
                    environmentHidden,
                    ports,
                    volumeMounts,
                    cpu,
                    memory,
                    gpu,
                    imagePullPolicy,
                    terminal,
                    readinessProbe,
                    livenessProbe,
                    postStart,
                    preStop,
                    securityContext,
                    terminationMessagePath,
                    terminationMessagePolicy);
        }
    }
}
