package io.vnode.cli.drain;

import io.vnode.cli.cluster.BoundPod;
import io.vnode.cli.cluster.Concurrently;
import io.vnode.cli.cluster.EvictionOutcome;
import io.vnode.cli.cluster.VirtualNode;
import io.vnode.cli.cluster.VirtualNodes;
import io.vnode.cli.problem.Problem;
import io.vnode.cli.problem.ProblemCode;
import io.vnode.cli.problem.ProblemException;
import io.vnode.cli.progress.Counted;
import io.vnode.cli.progress.Progress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Empties virtual nodes: cordons them, evicts their pods through the eviction API, so that disruption budgets hold, and waits
 * until two looks in a row find no pod.
 */
public final class NodeDrainer {

    private static final Duration INTERVAL = Duration.ofMillis(500);
    private static final Duration FIRST_BACKOFF = Duration.ofSeconds(2);
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(15);
    private static final int CLEAN_LOOKS = 2;

    private final VirtualNodes virtualNodes;
    private final Clock clock;
    private final Progress progress;
    private final Map<String, Refusal> refusals = new ConcurrentHashMap<>();

    public NodeDrainer(VirtualNodes virtualNodes, Clock clock, Progress progress) {
        this.virtualNodes = virtualNodes;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * Drains the nodes.
     *
     * @return how many evictions the API server accepted
     * @throws ProblemException at the deadline, naming each pod that is left and what keeps it
     */
    public int drain(Collection<VirtualNode> nodes, Instant deadline) throws InterruptedException {
        nodes.forEach(virtualNodes::cordon);
        int evicted = 0;
        int cleanLooks = 0;
        while (true) {
            List<BoundPod> pods = virtualNodes.pods(nodes);
            cleanLooks = pods.isEmpty() ? cleanLooks + 1 : 0;
            if (cleanLooks == CLEAN_LOOKS) {
                return evicted;
            }
            evicted += evictDue(pods);
            if (!pods.isEmpty()) {
                progress.waiting(state(pods));
                if (!clock.instant().isBefore(deadline)) {
                    throw outOfTime(pods);
                }
            }
            Thread.sleep(INTERVAL);
        }
    }

    private int evictDue(List<BoundPod> pods) {
        Instant now = clock.instant();
        List<BoundPod> due = pods.stream()
                .filter(pod -> !pod.terminating())
                .filter(pod -> {
                    Refusal refusal = refusals.get(uid(pod));
                    return refusal == null || !now.isBefore(refusal.nextAttempt());
                })
                .toList();
        List<EvictionOutcome> outcomes = Concurrently.map(due, this::evict);
        return (int) outcomes.stream()
                .filter(EvictionOutcome.Evicted.class::isInstance)
                .count();
    }

    private EvictionOutcome evict(BoundPod pod) {
        EvictionOutcome outcome = virtualNodes.evict(pod);
        switch (outcome) {
            case EvictionOutcome.Evicted() -> refusals.remove(uid(pod));
            case EvictionOutcome.Gone() -> refusals.remove(uid(pod));
            case EvictionOutcome.Blocked(var why) ->
                refusals.compute(uid(pod), (_, before) -> Refusal.after(before, why, clock.instant()));
        }
        return outcome;
    }

    private String state(List<BoundPod> pods) {
        List<String> blocked = blocked(pods);
        return "%s left, %d blocked%s"
                .formatted(
                        Counted.of(pods.size(), "pod"),
                        blocked.size(),
                        blocked.isEmpty() ? "" : "; " + blocked.getFirst());
    }

    private List<String> blocked(List<BoundPod> pods) {
        List<String> blocked = new ArrayList<>();
        for (BoundPod pod : pods) {
            Refusal refusal = refusals.get(uid(pod));
            if (refusal != null) {
                blocked.add("pod %s: %s".formatted(name(pod), refusal.why()));
            }
        }
        return blocked;
    }

    private ProblemException outOfTime(List<BoundPod> pods) {
        List<String> blocked = blocked(pods);
        if (!blocked.isEmpty()) {
            return new ProblemException(
                    new Problem(
                            ProblemCode.EVICTION_BLOCKED,
                            Counted.of(blocked.size(), "pod") + " may not be evicted",
                            blocked,
                            List.of(
                                    "kubectl get poddisruptionbudgets -A",
                                    "make room in the budget, then run this again; the nodes stay cordoned (kubectl uncordon NODE)")));
        }
        return new ProblemException(new Problem(
                ProblemCode.REMOVAL_TIMED_OUT,
                Counted.of(pods.size(), "pod") + " did not end in time",
                pods.stream()
                        .map(pod -> "pod %s on %s: terminating".formatted(name(pod), pod.node()))
                        .toList(),
                List.of(
                        "kubectl -n kube-system logs statefulset/virtual-node-eci     may say what keeps them",
                        "run this again to go on waiting; the nodes stay cordoned (kubectl uncordon NODE)")));
    }

    private static String uid(BoundPod pod) {
        return pod.key().uid();
    }

    private static String name(BoundPod pod) {
        return pod.key().qualifiedName();
    }

    /** A refusal, and when to ask again. */
    private record Refusal(String why, Duration backoff, Instant nextAttempt) {

        static Refusal after(@Nullable Refusal before, String why, Instant now) {
            Duration backoff = before == null ? FIRST_BACKOFF : before.backoff().multipliedBy(2);
            Duration bounded = backoff.compareTo(LONGEST_BACKOFF) > 0 ? LONGEST_BACKOFF : backoff;
            return new Refusal(why, bounded, now.plus(bounded));
        }
    }
}
