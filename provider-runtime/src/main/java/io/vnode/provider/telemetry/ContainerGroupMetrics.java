package io.vnode.provider.telemetry;

import io.prometheus.metrics.core.metrics.Counter;
import java.time.Duration;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The container groups of this node. */
public final class ContainerGroupMetrics {

    private final Counter orphansFound;
    private final Counter orphansSwept;
    private volatile Supplier<Map<String, Integer>> statuses = Map::of;
    private volatile Supplier<@Nullable Duration> refreshAge = () -> null;
    private volatile IntSupplier creates = () -> 0;
    private volatile IntSupplier deletes = () -> 0;
    private volatile Supplier<Boolean> reachable = () -> true;

    ContainerGroupMetrics(Meters meters) {
        meters.readGauge(
                "vnode_container_groups",
                "Container groups of this node that ECI lists, by status.",
                reading -> statuses.get().forEach((status, count) -> reading.is(count, status)),
                "status");
        meters.readGauge(
                "vnode_container_groups_refresh_age_seconds",
                "How long ago ECI was last looked at with success, or the process started.",
                reading -> {
                    Duration age = refreshAge.get();
                    if (age != null) {
                        reading.is(Seconds.of(age));
                    }
                });
        meters.readGauge(
                "vnode_eci_up",
                "Whether ECI gives this node's container groups (1), or nothing may be concluded (0).",
                reading -> reading.is(reachable.get() ? 1 : 0));
        meters.readGauge(
                "vnode_container_group_creates_in_flight",
                "Pods for which a container group is being asked for.",
                reading -> reading.is(creates.getAsInt()));
        meters.readGauge(
                "vnode_container_group_deletes_in_flight",
                "Pods whose container group is being asked to go.",
                reading -> reading.is(deletes.getAsInt()));
        this.orphansFound = meters.counter(
                "vnode_orphans_found_total",
                "Container groups of ours that were found without a pod, each counted once.");
        this.orphansSwept =
                meters.counter("vnode_orphans_swept_total", "Container groups without a pod that were deleted.");
    }

    /** Says where to look for the number of groups in each status. */
    public void countBy(Supplier<Map<String, Integer>> groupsByStatus) {
        statuses = groupsByStatus;
    }

    /** Says where to ask for the age of the last complete look at ECI; null before there was one. */
    public void refreshedBefore(Supplier<@Nullable Duration> age) {
        refreshAge = age;
    }

    /** Says where to ask whether ECI can be asked. */
    public void reachableWhen(Supplier<Boolean> eciAnswers) {
        reachable = eciAnswers;
    }

    /** Says where to ask how many creates and deletes are under way. */
    public void underWay(IntSupplier createsNow, IntSupplier deletesNow) {
        creates = createsNow;
        deletes = deletesNow;
    }

    /** A container group without a pod was found. */
    public void orphanFound() {
        orphansFound.inc();
    }

    /** A container group without a pod was deleted. */
    public void orphanSwept() {
        orphansSwept.inc();
    }
}
