package io.vnode.provider.containergroup;

import io.vnode.addon.ContainerGroupTags;
import io.vnode.addon.PodKey;
import io.vnode.eci.EciClient;
import io.vnode.eci.model.ContainerGroup;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One listing of all container groups that carry this node's tags. It finds groups that nobody expects, and is the first
 * thing a process does; what it lacks is no more than a reason to look closely.
 */
final class FullListing {

    private final EciClient eci;
    private final Map<String, String> ours;
    private final GroupBook book;
    private final LookSchedule schedule;
    private final Departures departures;
    private final Consumer<PodKey> onChange;

    FullListing(
            EciClient eci,
            String clusterId,
            String nodeName,
            GroupBook book,
            LookSchedule schedule,
            Departures departures,
            Consumer<PodKey> onChange) {
        this.eci = eci;
        this.ours = ContainerGroupTags.ownedBy(clusterId, nodeName);
        this.book = book;
        this.schedule = schedule;
        this.departures = departures;
        this.onChange = onChange;
    }

    /**
     * Lists.
     *
     * @param number the look's number
     * @throws io.vnode.eci.EciException when ECI could not be asked, or some page of the listing failed
     */
    void take(long number) {
        for (ContainerGroup group : eci.listContainerGroups(ours)) {
            if (departures.isGone(group.id())) {
                continue; // the listing began before it went
            }
            PodKey changed = book.note(group, number);
            departures.seen(group.id());
            PodKey pod = book.podOf(group.id());
            if (pod != null && !group.status().ended()) {
                schedule.nowAndThen(group.id(), pod);
            }
            if (changed != null) {
                onChange.accept(changed);
            }
        }
        for (String id : book.notSeenSince(number)) {
            PodKey pod = book.podOf(id);
            if (pod != null) {
                schedule.nowAndThen(id, pod);
            }
        }
        departures.forgetTheOld();
    }
}
