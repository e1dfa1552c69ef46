package io.vnode.cli.operation;

import io.vnode.cli.problem.ExitCode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the addon is, at one moment.
 *
 * @param apiVersion version of this record's form in JSON and YAML
 * @param context kubeconfig context
 * @param verdict all in all
 * @param findings what is wrong or cannot be told, a sentence each
 * @param addon what is installed; null when nothing is
 * @param provider the StatefulSet
 * @param admission the webhook's Deployment
 * @param webhook whether the webhook configuration is there
 * @param nodes virtual nodes
 * @param podPhases pods on virtual nodes, counted by phase
 * @param pods pods on virtual nodes
 * @param containerGroups what ECI says
 */
public record StatusReport(
        String apiVersion,
        String context,
        Verdict verdict,
        List<String> findings,
        @Nullable Addon addon,
        Workload provider,
        Workload admission,
        boolean webhook,
        List<NodeRow> nodes,
        Map<String, Integer> podPhases,
        List<PodRow> pods,
        Groups containerGroups) {

    /** All in all. */
    public enum Verdict {
        HEALTHY(ExitCode.DONE),
        UNHEALTHY(ExitCode.CHECK_FAILED),
        CANNOT_TELL(ExitCode.CLOUD);

        private final ExitCode exitCode;

        Verdict(ExitCode exitCode) {
            this.exitCode = exitCode;
        }

        /** How {@code vnode status} ends. */
        public ExitCode exitCode() {
            return exitCode;
        }
    }

    /** What is installed. */
    public record Addon(String image, String clusterId, String region) {}

    /** A workload of the addon: how many pods are ready of how many wanted. */
    public record Workload(String name, int ready, int wanted) {}

    /** A virtual node. */
    public record NodeRow(String name, boolean ready, boolean schedulable, String version, long pods) {}

    /** A pod on a virtual node, and the container group that runs it. */
    public record PodRow(
            String namespace,
            String name,
            String node,
            String phase,
            @Nullable String ip,
            @Nullable String containerGroup,
            @Nullable String groupStatus) {}

    /**
     * What ECI says.
     *
     * @param listing {@code known}, {@code unproven-empty} or {@code cannot-tell}
     * @param active how many groups of this cluster are active, as far as ECI says
     * @param withoutPod ids of active groups whose pod does not exist
     * @param why why it cannot be told; null when it can
     */
    public record Groups(
            String listing,
            int active,
            List<String> withoutPod,
            @Nullable String why) {}
}
