package io.vnode.cli.cluster;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.vnode.addon.AddonObjects;
import io.vnode.addon.Labels;
import io.vnode.cli.problem.Problem;
import io.vnode.cli.problem.ProblemCode;
import io.vnode.cli.problem.ProblemException;
import io.vnode.cli.progress.Counted;
import io.vnode.cli.progress.Progress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The addon's own pods: the providers and the webhook. */
public final class AddonPods {

    private static final Duration INTERVAL = Duration.ofMillis(300);

    private final Cluster cluster;
    private final Clock clock;
    private final Progress progress;

    public AddonPods(Cluster cluster, Clock clock, Progress progress) {
        this.cluster = cluster;
        this.clock = clock;
        this.progress = progress;
    }

    /** Waits until all of them have ended. */
    public void awaitGone(Instant deadline) throws InterruptedException {
        while (true) {
            List<String> left = names();
            if (left.isEmpty()) {
                return;
            }
            progress.waiting("pods end: " + String.join(", ", left));
            if (!clock.instant().isBefore(deadline)) {
                throw new ProblemException(new Problem(
                        ProblemCode.REMOVAL_TIMED_OUT,
                        Counted.of(left.size(), "pod") + " of the addon did not end in time",
                        left,
                        List.of("run this again to go on waiting")));
            }
            Thread.sleep(INTERVAL);
        }
    }

    private List<String> names() {
        try {
            return cluster
                    .client()
                    .pods()
                    .inNamespace(AddonObjects.NAMESPACE)
                    .withLabel(Labels.PART_OF, Labels.PART_OF_ADDON)
                    .list()
                    .getItems()
                    .stream()
                    .map(Pod::getMetadata)
                    .map(metadata -> metadata.getNamespace() + "/" + metadata.getName())
                    .toList();
        } catch (KubernetesClientException e) {
            throw ClusterProblems.of(cluster, "listing the addon's pods", e);
        }
    }
}
