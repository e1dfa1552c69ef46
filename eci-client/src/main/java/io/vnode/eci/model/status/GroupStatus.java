package io.vnode.eci.model.status;

import io.vnode.eci.model.ContainerGroupStatus;
import io.vnode.eci.model.ContainerState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a container group is, in the words of Kubernetes.
 *
 * @param containerGroupId the group
 * @param name its name
 * @param namespace the namespace of its pod
 * @param uuid the UID of its pod
 * @param status in ECI's words
 * @param phase the phase of its pod
 * @param hostIp the address of its host
 * @param podIp its address
 * @param podIps all its addresses
 * @param qosClass its class of service
 * @param startTime when it started
 * @param conditions what is true of it
 * @param containers its containers
 */
public record GroupStatus(
        String containerGroupId,
        @Nullable String name,
        @Nullable String namespace,
        @Nullable String uuid,
        @Nullable ContainerGroupStatus status,
        @Nullable String phase,
        @Nullable String hostIp,
        @Nullable String podIp,
        List<String> podIps,
        @Nullable String qosClass,
        @Nullable Instant startTime,
        List<Condition> conditions,
        List<ContainerReport> containers) {
    public GroupStatus {
        podIps = List.copyOf(podIps);
        conditions = List.copyOf(conditions);
        containers = List.copyOf(containers);
    }

    /** Something that is true of a group, false, or unknown. */
    public record Condition(
            String type,
            String status,
            @Nullable String reason,
            @Nullable String message,
            @Nullable Instant lastTransitionTime) {}

    /** How a container is. */
    public record ContainerReport(
            String name,
            @Nullable String image,
            @Nullable String imageId,
            boolean ready,
            @Nullable Boolean started,
            int restartCount,
            ContainerState state,
            @Nullable ContainerState lastState) {}
    /** Starts from a group of which nothing is known. */
    public static Builder builder(String containerGroupId) {
        return new Builder(containerGroupId);
    }
    /** Puts a {@link GroupStatus} together. */
    public static final class Builder {
        private final String containerGroupId;
        private @Nullable String name;
        private @Nullable String namespace;
        private @Nullable String uuid;
        private @Nullable ContainerGroupStatus status;
        private @Nullable String phase;
        private @Nullable String hostIp;
        private @Nullable String podIp;
        private List<String> podIps = List.of();
        private @Nullable String qosClass;
        private @Nullable Instant startTime;
        private List<Condition> conditions = List.of();
        private List<ContainerReport> containers = List.of();

        private Builder(String containerGroupId) {
            this.containerGroupId = containerGroupId;
        }

        public Builder name(@Nullable String name) {
            this.name = name;
            return this;
        }

        public Builder namespace(@Nullable String namespace) {
            this.namespace = namespace;
            return this;
        }

        public Builder uuid(@Nullable String uuid) {
            this.uuid = uuid;
            return this;
        }

        public Builder status(@Nullable ContainerGroupStatus status) {
            this.status = status;
            return this;
        }

        public Builder phase(@Nullable String phase) {
            this.phase = phase;
            return this;
        }

        public Builder hostIp(@Nullable String hostIp) {
            this.hostIp = hostIp;
            return this;
        }

        public Builder podIp(@Nullable String podIp) {
            this.podIp = podIp;
            return this;
        }

        public Builder podIps(List<String> podIps) {
            this.podIps = podIps;
            return this;
        }

        public Builder qosClass(@Nullable String qosClass) {
            this.qosClass = qosClass;
            return this;
        }

        public Builder startTime(@Nullable Instant startTime) {
            this.startTime = startTime;
            return this;
        }

        public Builder conditions(List<Condition> conditions) {
            this.conditions = conditions;
            return this;
        }

        public Builder containers(List<ContainerReport> containers) {
            this.containers = containers;
            return this;
        }

        public GroupStatus build() {
            return new GroupStatus(
                    containerGroupId,
                    name,
                    namespace,
                    uuid,
                    status,
                    phase,
                    hostIp,
                    podIp,
                    podIps,
                    qosClass,
                    startTime,
                    conditions,
                    containers);
        }
    }
}
