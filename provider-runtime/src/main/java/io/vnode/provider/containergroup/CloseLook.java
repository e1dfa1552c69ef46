package io.vnode.provider.containergroup;

import io.vnode.addon.PodKey;
import io.vnode.eci.DeleteOutcome;
import io.vnode.eci.EciClient;
import io.vnode.eci.Sighting;
import io.vnode.eci.Sightings;
import io.vnode.eci.model.Container;
import io.vnode.eci.model.ContainerGroup;
import io.vnode.eci.model.ContainerGroupStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One look at the container groups whose turn it is, by their ids. */
final class CloseLook {

    private final EciClient eci;
    private final GroupBook book;
    private final LookSchedule schedule;
    private final Departures departures;
    private final Consumer<PodKey> onChange;

    CloseLook(EciClient eci, GroupBook book, LookSchedule schedule, Departures departures, Consumer<PodKey> onChange) {
        this.eci = eci;
        this.book = book;
        this.schedule = schedule;
        this.departures = departures;
        this.onChange = onChange;
    }

    /**
     * Looks at every group whose turn it is.
     *
     * @param number the look's number
     * @return whether any group's turn it was
     * @throws io.vnode.eci.EciException when ECI could not be asked; nothing has been concluded then
     */
    boolean take(long number) {
        List<LookSchedule.Due> due = schedule.due();
        if (due.isEmpty()) {
            return false;
        }
        Map<String, PodKey> missing = new LinkedHashMap<>();
        due.forEach(one -> missing.put(one.id(), one.pod()));
        for (ContainerGroup group : eci.describeContainerGroups(missing.keySet())) {
            if (missing.remove(group.id()) != null) {
                see(group, number);
            }
        }
        if (!missing.isEmpty()) {
            // Two looks at all there is, before and after, tell a missing group from a missing right to see it.
            Map<String, Sighting> sightings = new Sightings(eci).sight(missing.keySet());
            missing.forEach((id, pod) -> conclude(id, pod, sightings.get(id), number));
        }
        return true;
    }

    private void see(ContainerGroup group, long number) {
        if (departures.isGone(group.id())) {
            return; // the look began before it went
        }
        departures.seen(group.id());
        PodKey changed = book.note(group, number);
        if (changed != null) {
            onChange.accept(changed);
        }
        if (group.status().ended()) {
            schedule.never(group.id());
        } else {
            schedule.looked(group.id(), changed != null, restless(group));
        }
    }

    private boolean restless(ContainerGroup group) {
        return group.status() != ContainerGroupStatus.RUNNING
                || departures.deletionAsked(group.id())
                || !group.containers().stream().allMatch(Container::ready);
    }

    private void conclude(String id, PodKey pod, @Nullable Sighting sighting, long number) {
        switch (sighting) {
            case Sighting.Present(ContainerGroup group) -> see(group, number);
            case Sighting.Absent() -> {
                if (departures.missing(id, number)) {
                    gone(id, pod);
                } else {
                    schedule.looked(id, false, true);
                }
            }
            case Sighting.Unknown(String _) -> {
                if (departures.deletionAsked(id) && saysThatItIsGone(id)) {
                    departures.ruledOut(id);
                    gone(id, pod);
                } else {
                    schedule.looked(id, false, false);
                }
            }
            case null -> schedule.looked(id, false, false);
        }
    }

    /**
     * Where nothing at all is listed, a listing proves nothing. But a group whose deletion ECI has accepted may be asked to
     * be deleted again, and that it does not exist is an answer that only an identity with the right to delete gets.
     */
    private boolean saysThatItIsGone(String id) {
        return eci.deleteContainerGroup(id) instanceof DeleteOutcome.NotFound;
    }

    private void gone(String id, PodKey pod) {
        schedule.never(id);
        book.strike(id);
        onChange.accept(pod);
    }
}
