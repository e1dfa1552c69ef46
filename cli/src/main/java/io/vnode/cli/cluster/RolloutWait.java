package io.vnode.cli.cluster;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.vnode.addon.AddonObjects;
import io.vnode.addon.Labels;
import io.vnode.cli.problem.Problem;
import io.vnode.cli.problem.ProblemCode;
import io.vnode.cli.problem.ProblemException;
import io.vnode.cli.progress.Progress;
import java.net.HttpURLConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Waits until the addon's workloads and its nodes are Ready, and says what it is waiting for. */
public final class RolloutWait {

    private static final Duration INTERVAL = Duration.ofMillis(300);

    private final Cluster cluster;
    private final Clock clock;
    private final Progress progress;

    public RolloutWait(Cluster cluster, Clock clock, Progress progress) {
        this.cluster = cluster;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * Waits.
     *
     * @throws ProblemException when time runs out, or at once when waiting is pointless
     */
    public void await(Instant deadline) throws InterruptedException {
        while (true) {
            switch (look()) {
                case Rollout.Ready() -> {
                    return;
                }
                case Rollout.Hopeless hopeless -> throw hopeless(hopeless);
                case Rollout.Waiting(var objects) -> {
                    progress.waiting(String.join("; ", objects));
                    if (!clock.instant().isBefore(deadline)) {
                        throw timedOut(objects);
                    }
                }
            }
            Thread.sleep(INTERVAL);
        }
    }

    private Rollout look() {
        KubernetesClient client = cluster.client();
        String namespace = AddonObjects.NAMESPACE;
        try {
            return RolloutJudge.judge(
                    client.apps()
                            .statefulSets()
                            .inNamespace(namespace)
                            .withName(AddonObjects.PROVIDER_STATEFUL_SET)
                            .get(),
                    client.apps()
                            .deployments()
                            .inNamespace(namespace)
                            .withName(AddonObjects.ADMISSION_CONTROLLER)
                            .get(),
                    client.pods()
                            .inNamespace(namespace)
                            .withLabel(Labels.PART_OF, Labels.PART_OF_ADDON)
                            .list()
                            .getItems(),
                    client.nodes()
                            .withLabel(Labels.TYPE, Labels.TYPE_VIRTUAL_KUBELET)
                            .list()
                            .getItems());
        } catch (KubernetesClientException e) {
            if (e.getCode() == HttpURLConnection.HTTP_UNAUTHORIZED || e.getCode() == HttpURLConnection.HTTP_FORBIDDEN) {
                throw ClusterProblems.of(cluster, "waiting for the addon", e);
            }
            // A blip must not end a wait; the deadline will.
            return new Rollout.Waiting(List.of("the API server does not answer"));
        }
    }

    private ProblemException hopeless(Rollout.Hopeless hopeless) {
        String pod = hopeless.pod().substring(hopeless.pod().indexOf('/') + 1);
        List<String> why = new ArrayList<>(
                hopeless.why().lines().limit(6).map(String::strip).toList());
        String event = lastWarning(pod);
        if (event != null) {
            why.add("last event: " + event);
        }
        return new ProblemException(new Problem(
                ProblemCode.ROLLOUT_HOPELESS,
                "pod %s will not become ready: container %s fails".formatted(hopeless.pod(), hopeless.container()),
                why,
                List.of(
                        "kubectl -n %s logs %s".formatted(AddonObjects.NAMESPACE, pod),
                        "correct the cause, then run this again; it goes on where it stopped")));
    }

    private ProblemException timedOut(List<String> objects) {
        return new ProblemException(new Problem(
                ProblemCode.ROLLOUT_TIMED_OUT,
                "the addon was not ready in time",
                objects,
                List.of(
                        "kubectl -n %s get pods -l %s=%s"
                                .formatted(AddonObjects.NAMESPACE, Labels.PART_OF, Labels.PART_OF_ADDON),
                        "run this again to go on waiting (--timeout DURATION)")));
    }

    private @Nullable String lastWarning(String pod) {
        try {
            return cluster
                    .client()
                    .v1()
                    .events()
                    .inNamespace(AddonObjects.NAMESPACE)
                    .withField("involvedObject.name", pod)
                    .list()
                    .getItems()
                    .stream()
                    .filter(event -> "Warning".equals(event.getType()))
                    .max(Comparator.comparing(RolloutWait::time))
                    .map(event -> event.getReason() + ": " + event.getMessage())
                    .orElse(null);
        } catch (KubernetesClientException _) {
            return null; // the reason is known without it
        }
    }

    private static String time(Event event) {
        return Objects.requireNonNullElse(event.getLastTimestamp(), "");
    }
}
