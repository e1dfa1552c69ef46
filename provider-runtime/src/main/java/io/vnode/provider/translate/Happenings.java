package io.vnode.provider.translate;

import io.vnode.eci.model.ContainerGroup;
import io.vnode.eci.model.Event;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What ECI's events say of a container group as a whole.
 *
 * <p>The reasons are those of <a
 * href="https://www.alibabacloud.com/help/en/eci/user-guide/custom-events-of-elastic-container-instance">ECI's list of
 * events</a>, and the kubelet's.
 */
public final class Happenings {

    /** ECI announces that it takes a spot instance back, some minutes before. */
    static final String SPOT_TO_BE_RELEASED = "SpotToBeReleased";

    private static final Set<String> FULL_DISK = Set.of("EvictionThresholdMet", "FreeDiskSpaceFailed", "DiskPressure");

    private static final Set<String> REBOOTS = Set.of(
            "SystemFailureReboot",
            "SystemReboot",
            "SystemFailure.Reboot",
            "InstanceFailure.Reboot",
            "SystemFailure.Redeploy");

    private static final Set<String> SANDBOX_TROUBLES =
            Set.of("FailedCreatePodSandBox", "FailedMount", "FailedAttachVolume", "NetworkNotReady");

    private static final Set<String> SIGNS_OF_LIFE = Set.of("Pulling", "Pulled", "Created", "Started");

    private Happenings() {}

    /** ECI's announcement that it takes the instance back; null when there is none. */
    public static @Nullable Event spotToBeReleased(ContainerGroup group) {
        return last(group, event -> event.reason().equals(SPOT_TO_BE_RELEASED));
    }

    /** ECI's report that the temporary storage is full; null when there is none. */
    public static @Nullable Event fullDisk(ContainerGroup group) {
        return lastWarning(group, FULL_DISK::contains);
    }

    /** The last failure of the machine below; null when there was none. */
    static @Nullable Event reboot(ContainerGroup group) {
        return last(group, event -> REBOOTS.contains(event.reason()));
    }

    /** What keeps the instance from starting containers; null when ECI reports nothing. */
    static @Nullable Event sandboxTrouble(ContainerGroup group) {
        return lastWarning(group, SANDBOX_TROUBLES::contains);
    }

    /** Whether ECI began to start containers. */
    static boolean startsContainers(ContainerGroup group) {
        return group.events().stream().map(Event::reason).anyMatch(SIGNS_OF_LIFE::contains);
    }

    static @Nullable Event lastWarning(ContainerGroup group, Predicate<String> reason) {
        return last(group, event -> event.type().equals("Warning") && reason.test(event.reason()));
    }

    /** ECI does not promise an order; of two events without times the later one in the list counts. */
    private static @Nullable Event last(ContainerGroup group, Predicate<Event> wanted) {
        Event last = null;
        for (Event event : group.events()) {
            if (wanted.test(event) && (last == null || !time(event).isBefore(time(last)))) {
                last = event;
            }
        }
        return last;
    }

    static Instant time(Event event) {
        return Objects.requireNonNullElse(
                event.lastTimestamp() == null ? event.firstTimestamp() : event.lastTimestamp(), Instant.MIN);
    }
}
