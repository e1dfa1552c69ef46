package io.vnode.cli.cluster;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.vnode.cli.problem.Problem;
import io.vnode.cli.problem.ProblemCode;
import io.vnode.cli.problem.ProblemException;
import java.util.List;

/** Turns what fabric8 throws into what people are told. */
final class ClusterProblems {

    private ClusterProblems() {}

    /**
     * Translates a failed request.
     *
     * @param doing what was being done, for example {@code reading StatefulSet kube-system/virtual-node-eci}
     */
    static ProblemException of(Cluster cluster, String doing, KubernetesClientException e) {
        String evidence = "%s: %s".formatted(doing, serverSentence(e));
        return switch (e.getCode()) {
            case -1, 0 -> new ProblemException(unreachable(cluster, e), e);
            case 401 ->
                new ProblemException(
                        new Problem(
                                ProblemCode.CLUSTER_UNAUTHENTICATED,
                                "the cluster of context '%s' does not know you".formatted(cluster.context()),
                                evidence,
                                List.of("kubectl --context %s auth whoami".formatted(cluster.context()))),
                        e);
            case 403 ->
                new ProblemException(
                        new Problem(
                                ProblemCode.CLUSTER_FORBIDDEN,
                                "the cluster of context '%s' does not let you do this".formatted(cluster.context()),
                                evidence,
                                List.of("ask for the right named above, or use another --context")),
                        e);
            case 400, 413, 422 ->
                new ProblemException(
                        new Problem(
                                ProblemCode.CLUSTER_REFUSED_OBJECT,
                                "the API server refused a request",
                                evidence,
                                List.of("correct what it names and run this again")),
                        e);
            default ->
                new ProblemException(
                        new Problem(
                                ProblemCode.CLUSTER_ANSWER_UNEXPECTED,
                                "the API server of context '%s' answered %d".formatted(cluster.context(), e.getCode()),
                                evidence,
                                List.of("run this again; it goes on where it stopped")),
                        e);
        };
    }

    private static Problem unreachable(Cluster cluster, KubernetesClientException e) {
        return new Problem(
                ProblemCode.CLUSTER_UNREACHABLE,
                "cannot reach the cluster of context '%s'".formatted(cluster.context()),
                "%s: %s".formatted(cluster.server(), rootSentence(e)),
                List.of(
                        "kubectl --context %s get nodes".formatted(cluster.context()),
                        "run again with --context NAME for another cluster"));
    }

    /** The server's own words, without the URL and the whole Status that fabric8 wraps around them. */
    static String serverSentence(KubernetesClientException e) {
        return e.getStatus() != null && e.getStatus().getMessage() != null
                ? e.getStatus().getMessage()
                : rootSentence(e);
    }

    private static String rootSentence(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String name = root.getClass().getSimpleName();
        String message = root.getMessage();
        return switch (name) {
            case "ClosedChannelException", "ConnectException" ->
                message == null ? "connection refused" : message.toLowerCase(java.util.Locale.ROOT);
            case "UnresolvedAddressException", "UnknownHostException" -> "the host name cannot be resolved";
            case "HttpConnectTimeoutException", "HttpTimeoutException", "TimeoutException" -> "no answer in time";
            default -> message == null ? name : name + ": " + message;
        };
    }
}
