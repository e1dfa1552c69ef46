package io.vnode.provider.translate;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.vnode.eci.model.ContainerGroup;
import io.vnode.eci.model.ContainerGroupStatus;
import io.vnode.eci.model.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The conditions that pods on virtual nodes have besides the usual ones: what became of the instance that the container
 * group runs on. Types and reasons are those of <a
 * href="https://www.alibabacloud.com/help/en/eci/user-guide/eci-custom-condition">the vendor's node</a>.
 */
final class InstanceConditions {

    private final ContainerGroup group;
    private final Phase phase;
    private final ContainerStatuses statuses;
    private final Conditions conditions;

    InstanceConditions(ContainerGroup group, Phase phase, ContainerStatuses statuses, Conditions conditions) {
        this.group = group;
        this.phase = phase;
        this.statuses = statuses;
        this.conditions = conditions;
    }

    List<PodCondition> all() {
        List<PodCondition> all = new ArrayList<>(3);
        boolean created = created();
        all.add(instanceCreated(created));
        if (created) {
            all.add(sandboxReady());
        }
        addUnschedulable(all, created);
        Event release = Happenings.spotToBeReleased(group);
        if (release != null || group.status() == ContainerGroupStatus.EXPIRED) {
            all.add(because(PodConditionType.CONTAINER_INSTANCE_EXPIRED, true, release, Phase.EXPIRED));
        }
        Event full = Happenings.fullDisk(group);
        if (full != null) {
            all.add(because(PodConditionType.CONTAINER_HAS_SUFFICIENT_DISK, false, full, full.reason()));
        }
        return all;
    }

    private boolean created() {
        return switch (group.status()) {
            case SCHEDULING, SCHEDULE_FAILED -> false;
            case PENDING, RUNNING, RESTARTING, UPDATING, TERMINATING, SUCCEEDED, FAILED, EXPIRED -> true;
            case UNRECOGNISED ->
                group.intranetIp() != null || conditions.holds(PodConditionType.CONTAINER_INSTANCE_CREATED.word());
        };
    }

    private PodCondition instanceCreated(boolean created) {
        if (created) {
            return conditions.holding(PodConditionType.CONTAINER_INSTANCE_CREATED);
        }
        boolean over = group.status() == ContainerGroupStatus.SCHEDULE_FAILED;
        return because(
                PodConditionType.CONTAINER_INSTANCE_CREATED, false, warning(), over ? "ScheduleFailed" : "Creating");
    }

    /** Written once ECI had trouble, and taken back when that is over. */
    private void addUnschedulable(List<PodCondition> all, boolean created) {
        Event trouble = created ? null : warning();
        if (trouble != null) {
            all.add(because(PodConditionType.UNSCHEDULABLE, true, trouble, ""));
        } else if (conditions.holds(PodConditionType.UNSCHEDULABLE.word())) {
            all.add(conditions.of(PodConditionType.UNSCHEDULABLE, false, "", ""));
        }
    }

    private @Nullable Event warning() {
        return Happenings.lastWarning(group, _ -> true);
    }

    private PodCondition sandboxReady() {
        if (phase.ended()) {
            String reason = phase.succeeded() ? "PodCompleted" : "PodFailed";
            return conditions.of(PodConditionType.SANDBOX_READY, false, reason, "");
        }
        Event reboot = Happenings.reboot(group);
        if (reboot != null && !startedSince(Happenings.time(reboot))) {
            return because(PodConditionType.SANDBOX_READY, false, reboot, reboot.reason());
        }
        boolean lives = statuses.anyBegun()
                || Happenings.startsContainers(group)
                || (reboot == null && conditions.holds(PodConditionType.SANDBOX_READY.word()));
        return lives
                ? conditions.holding(PodConditionType.SANDBOX_READY)
                : because(PodConditionType.SANDBOX_READY, false, Happenings.sandboxTrouble(group), "SandboxNotReady");
    }

    private boolean startedSince(Instant time) {
        return Stream.concat(statuses.initContainers().stream(), statuses.containers().stream())
                .map(ContainerStatus::getState)
                .filter(state -> state.getRunning() != null)
                .map(state -> state.getRunning().getStartedAt())
                .anyMatch(start -> start != null && !Instant.parse(start).isBefore(time));
    }

    private PodCondition because(PodConditionType type, boolean holds, @Nullable Event event, String otherwise) {
        return event == null
                ? conditions.of(type, holds, otherwise, "")
                : conditions.of(type, holds, event.reason(), event.message());
    }
}
