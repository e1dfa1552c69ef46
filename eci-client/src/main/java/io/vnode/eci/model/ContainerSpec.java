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
 * @param ports ports it listens on
 * @param volumeMounts volumes it sees
 * @param cpu vCPUs; null to share the group's
 * @param memory GiB; null to share the group's
 * @param imagePullPolicy {@code Always}, {@code IfNotPresent} or {@code Never}; null for ECI's choice
 */
public record ContainerSpec(
        String name,
        String image,
        List<String> command,
        List<String> args,
        @Nullable String workingDir,
        List<EnvironmentVariable> environment,
        List<ContainerPort> ports,
        List<VolumeMount> volumeMounts,
        @Nullable BigDecimal cpu,
        @Nullable BigDecimal memory,
        @Nullable String imagePullPolicy) {

    public ContainerSpec {
        if (name.isBlank() || image.isBlank()) {
            throw new IllegalArgumentException(
                    "container '%s' with image '%s': both are needed".formatted(name, image));
        }
        command = List.copyOf(command);
        args = List.copyOf(args);
        environment = List.copyOf(environment);
        ports = List.copyOf(ports);
        volumeMounts = List.copyOf(volumeMounts);
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
        private List<ContainerPort> ports = List.of();
        private List<VolumeMount> volumeMounts = List.of();
        private @Nullable BigDecimal cpu;
        private @Nullable BigDecimal memory;
        private @Nullable String imagePullPolicy;

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

        public Builder imagePullPolicy(@Nullable String imagePullPolicy) {
            this.imagePullPolicy = imagePullPolicy;
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
                    ports,
                    volumeMounts,
                    cpu,
                    memory,
                    imagePullPolicy);
        }
    }
}
