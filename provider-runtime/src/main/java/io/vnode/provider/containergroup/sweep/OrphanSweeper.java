package io.vnode.provider.containergroup.sweep;

import io.vnode.addon.ContainerGroupTags;
import io.vnode.addon.PodKey;
import io.vnode.eci.EciClient;
import io.vnode.eci.EciException;
import io.vnode.eci.model.ContainerGroup;
import io.vnode.eci.model.ContainerGroupStatus;
import io.vnode.provider.containergroup.ContainerGroups;
import io.vnode.provider.telemetry.ContainerGroupMetrics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for container groups that nobody asks for, again and again, and deletes them.
 *
 * <p>It touches only what carries this cluster's id and this node's name, or, while this process leads, the name of a node
 * that its provider has left. What came of one look is not trusted: see {@link SweepPlanner}.
 */
public final class OrphanSweeper implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(OrphanSweeper.class);

    private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(2);

    /** What cannot be a name in Kubernetes was not tagged by us, and is not to be asked for. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?");

    /**
     * Whose groups to sweep.
     *
     * @param clusterId the cluster
     * @param nodeName the node that this process owns
     * @param leading whether this process looks after the whole cluster at the moment
     * @param others knows which other nodes have been left
     */
    public record Scope(String clusterId, String nodeName, BooleanSupplier leading, OtherNodes others) {}

    /** The cloud, as far as a sweep has to do with it. */
    interface Cloud {

        /** Every container group that carries these tags. */
        List<ContainerGroup> list(Map<String, String> tags);

        /** Deletes one, unless that was asked for a moment ago; whether it was asked for now. */
        boolean delete(PodKey pod, String containerGroupId);
    }

    private final Cloud cloud;
    private final Scope scope;
    private final PodExistence pods;
    private final SweepRules rules;
    private final SweepNews news;
    private final ContainerGroupMetrics metrics;
    private final LongSupplier nanoTime;
    private final InstantSource clock;
    private final Thread loop;
    private SweepMemory memory = SweepMemory.NOTHING;

    /**
     * A sweeper that does nothing yet.
     *
     * @param eci the client; stays open when this is closed
     * @param groups deletes
     * @param scope whose groups to sweep
     * @param pods knows whether pods exist
     * @param rules how long to wait
     * @param news told what was done
     * @param metrics count what was found and deleted
     * @param onCrash told when the sweeping thread dies
     */
    public OrphanSweeper(
            EciClient eci,
            ContainerGroups groups,
            Scope scope,
            PodExistence pods,
            SweepRules rules,
            SweepNews news,
            ContainerGroupMetrics metrics,
            Thread.UncaughtExceptionHandler onCrash) {
        this(cloud(eci, groups), scope, pods, rules, news, metrics, System::nanoTime, InstantSource.system(), onCrash);
    }

    OrphanSweeper(
            Cloud cloud,
            Scope scope,
            PodExistence pods,
            SweepRules rules,
            SweepNews news,
            ContainerGroupMetrics metrics,
            LongSupplier nanoTime,
            InstantSource clock,
            Thread.UncaughtExceptionHandler onCrash) {
        this.cloud = cloud;
        this.scope = scope;
        this.pods = pods;
        this.rules = rules;
        this.news = news;
        this.metrics = metrics;
        this.nanoTime = nanoTime;
        this.clock = clock;
        this.loop = Thread.ofVirtual()
                .name("orphan-sweeper")
                .uncaughtExceptionHandler(onCrash)
                .unstarted(this::run);
    }

    private static Cloud cloud(EciClient eci, ContainerGroups groups) {
        return new Cloud() {
            @Override
            public List<ContainerGroup> list(Map<String, String> tags) {
                return eci.listContainerGroups(tags);
            }

            @Override
            public boolean delete(PodKey pod, String containerGroupId) {
                return groups.delete(pod, containerGroupId);
            }
        };
    }

    /** Starts sweeping: once now, then again and again. Groups must have been listed and pods be known. */
    public void start() {
        loop.start();
    }

    private void run() {
        try {
            while (true) {
                sweep();
                Thread.sleep(rules.interval());
            }
        } catch (InterruptedException _) {
            LOGGER.atDebug().addKeyValue("node", scope.nodeName()).log("orphan sweeper stopped");
        }
    }

    /** Sweeps once. */
    void sweep() {
        try {
            List<Finding> findings = look();
            if (findings == null) {
                return;
            }
            SweepPlan plan = SweepPlanner.plan(findings, memory, rules, nanoTime.getAsLong(), clock.instant());
            memory = plan.memory();
            for (int found = 0; found < plan.newlyFound(); found++) {
                metrics.orphanFound();
            }
            tellIfHeldBack(plan.heldBack());
            delete(plan.delete());
        } catch (EciException e) {
            LOGGER.atWarn()
                    .addKeyValue("node", scope.nodeName())
                    .addKeyValue("action", e.action())
                    .addKeyValue("errorCode", e.code())
                    .addKeyValue("requestId", e.requestId())
                    .log("could not sweep orphans, trying again later");
        }
    }

    /** Every group to be judged, with its pod; null when something could not be found out. */
    private @Nullable List<Finding> look() {
        boolean leading = scope.leading().getAsBoolean();
        Map<String, Boolean> sweepable = new HashMap<>(Map.of(scope.nodeName(), true));
        List<Finding> findings = new ArrayList<>();
        for (ContainerGroup group : cloud.list(
                leading
                        ? ContainerGroupTags.ownedBy(scope.clusterId())
                        : ContainerGroupTags.ownedBy(scope.clusterId(), scope.nodeName()))) {
            ContainerGroupTags tags = ContainerGroupTags.from(group.tags());
            if (tags == null || !ours(tags) || group.status() == ContainerGroupStatus.TERMINATING) {
                continue;
            }
            if (!sweepable.computeIfAbsent(
                    tags.nodeName(), node -> leading && scope.others().abandoned(node))) {
                continue;
            }
            PodPresence presence = pods.ask(tags.pod());
            if (presence instanceof PodPresence.Unknown(String why)) {
                LOGGER.atWarn()
                        .addKeyValue("pod", tags.pod())
                        .addKeyValue("why", why)
                        .log("cannot tell whether a pod exists, so nothing is swept");
                return null;
            }
            findings.add(new Finding(group.id(), tags.pod(), group.status().ended(), group.creationTime(), presence));
        }
        return findings;
    }

    /** The filter was ECI's; what is ours is decided by the tags themselves. */
    private boolean ours(ContainerGroupTags tags) {
        return tags.clusterId().equals(scope.clusterId())
                && NAME.matcher(tags.nodeName()).matches()
                && NAME.matcher(tags.pod().namespace()).matches()
                && NAME.matcher(tags.pod().name()).matches();
    }

    private void tellIfHeldBack(SweepPlan.@Nullable HeldBack heldBack) {
        if (heldBack != null) {
            LOGGER.atError()
                    .addKeyValue("node", scope.nodeName())
                    .addKeyValue("withoutPod", heldBack.unwanted())
                    .addKeyValue("known", heldBack.known())
                    .addKeyValue("secondsLeft", heldBack.left().toSeconds())
                    .log("so many container groups have no pod that deleting them waits; was the API server restored?");
            news.heldBack(heldBack.unwanted(), heldBack.known(), heldBack.left());
        }
    }

    private void delete(List<SweepNews.Swept> unwanted) {
        List<SweepNews.Swept> deleted = new ArrayList<>();
        try {
            for (SweepNews.Swept each : unwanted) {
                if (cloud.delete(each.pod(), each.containerGroupId())) {
                    deleted.add(each);
                    metrics.orphanSwept();
                    LOGGER.atInfo()
                            .addKeyValue("pod", each.pod())
                            .addKeyValue("containerGroup", each.containerGroupId())
                            .addKeyValue("duplicate", each.duplicate())
                            .log("container group that nobody asks for deleted");
                }
            }
        } finally {
            if (!deleted.isEmpty()) {
                news.swept(deleted);
            }
        }
    }

    /** Ends sweeping; a call under way has a moment to end. */
    @Override
    public void close() {
        loop.interrupt();
        try {
            boolean unused = loop.join(PATIENCE_AT_CLOSE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
