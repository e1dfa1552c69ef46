package io.vnode.cli.cluster;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.vnode.addon.AddonObjects;
import io.vnode.addon.Labels;
import io.vnode.addon.Taints;
import io.vnode.cli.problem.Problem;
import io.vnode.cli.problem.ProblemCode;
import io.vnode.cli.problem.ProblemException;
import io.vnode.cli.progress.Progress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Proves that the webhook works, by the dry run of a pod's creation. An API server takes a moment to learn of a new webhook,
 * and each of several replicas learns it for itself; a pod created meanwhile would stay off the virtual nodes for good.
 */
public final class PlacementProof {

    private static final String NAMESPACE = "default";
    private static final Duration INTERVAL = Duration.ofMillis(200);

    /** How long an API server that refuses the pod for reasons of its own is asked again. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Cluster cluster;
    private final Clock clock;
    private final Progress progress;

    public PlacementProof(Cluster cluster, Clock clock, Progress progress) {
        this.cluster = cluster;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * Waits until a pod labelled {@code eci=true} comes back placed on virtual nodes. Where the cluster refuses such a pod
     * for reasons of its own, nothing can be proven; that is noted and no failure.
     *
     * @throws ProblemException when the webhook leaves the pod as it is until the deadline
     */
    public void await(Instant deadline) throws InterruptedException {
        Instant patience = clock.instant().plus(PATIENCE);
        while (true) {
            try {
                if (placed(dryRun())) {
                    return;
                }
                progress.waiting("the API server does not call the webhook yet");
                if (!clock.instant().isBefore(deadline)) {
                    throw ineffective();
                }
            } catch (KubernetesClientException e) {
                if (!clock.instant().isBefore(patience)) {
                    progress.note("not proven that pods labelled %s=true reach a virtual node: %s"
                            .formatted(Labels.ECI, ClusterProblems.serverSentence(e)));
                    return;
                }
            }
            Thread.sleep(INTERVAL);
        }
    }

    private Pod dryRun() {
        return cluster.client()
                .pods()
                .inNamespace(NAMESPACE)
                .resource(probe())
                .dryRun()
                .create();
    }

    private static boolean placed(Pod pod) {
        return pod.getSpec().getTolerations().stream().anyMatch(toleration -> Taints.KEY.equals(toleration.getKey()));
    }

    /** A pod that the strictest of the pod security standards lets in. */
    private static Pod probe() {
        return new PodBuilder()
                .withNewMetadata()
                .withGenerateName("vnode-placement-proof-")
                .withNamespace(NAMESPACE)
                .addToLabels(Labels.ECI, "true")
                .endMetadata()
                .withNewSpec()
                .withAutomountServiceAccountToken(false)
                .withNewSecurityContext()
                .withRunAsNonRoot(true)
                .withNewSeccompProfile()
                .withType("RuntimeDefault")
                .endSeccompProfile()
                .endSecurityContext()
                .addNewContainer()
                .withName("probe")
                .withImage("probe")
                .withNewSecurityContext()
                .withAllowPrivilegeEscalation(false)
                .withNewCapabilities()
                .withDrop("ALL")
                .endCapabilities()
                .endSecurityContext()
                .endContainer()
                .endSpec()
                .build();
    }

    private static ProblemException ineffective() {
        return new ProblemException(
                new Problem(
                        ProblemCode.ROLLOUT_TIMED_OUT,
                        "the webhook is there, but pods are not sent to virtual nodes",
                        "a pod labelled %s=true, created as a dry run in namespace %s, came back without toleration %s"
                                .formatted(Labels.ECI, NAMESPACE, Taints.KEY),
                        List.of(
                                "kubectl -n %s logs deployment/%s"
                                        .formatted(AddonObjects.NAMESPACE, AddonObjects.ADMISSION_CONTROLLER),
                                "the API server must reach the webhook's pods: check firewalls and security groups, then run this again")));
    }
}
