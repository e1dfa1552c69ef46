package io.vnode.provider.containergroup;

import io.vnode.addon.PodKey;
import io.vnode.eci.CreateOutcome;
import io.vnode.eci.DeleteOutcome;
import io.vnode.eci.EciClient;
import io.vnode.eci.EciException;
import io.vnode.eci.Sighting;
import io.vnode.eci.model.ContainerGroup;
import io.vnode.eci.model.CreateContainerGroupRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The container groups of this node.
 *
 * <p>It promises that {@link Sighting.Absent} is certain. A group that was ever recorded for a pod counts as absent only
 * when ECI itself said that it is not there, when its deletion was accepted and it was then proven missing, or when it was
 * proven missing for a while. {@link Sighting.Present} is what was seen last, however long ago.
 */
public final class ContainerGroups implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(ContainerGroups.class);

    private final EciClient eci;
    private final GroupBook book;
    private final LookSchedule schedule;
    private final Departures departures;
    private final ContainerGroupTracker tracker;

    /** The groups that were made for pods of which the book does not know it yet. */
    private final Map<PodKey, String> made = new ConcurrentHashMap<>();

    /** The pods for which ECI may have made a group without saying so, and the look that had begun last by then. */
    private final Map<PodKey, Long> inDoubt = new ConcurrentHashMap<>();

    ContainerGroups(
            EciClient eci,
            String clusterId,
            String nodeName,
            LookTiming timing,
            Clock clock,
            LongSupplier nanoTime,
            Consumer<PodKey> onChange,
            Thread.UncaughtExceptionHandler onCrash) {
        this.eci = eci;
        this.book = new GroupBook(clusterId, nodeName);
        this.schedule = new LookSchedule(timing, nanoTime);
        this.departures = new Departures(nanoTime, timing.settling());
        this.tracker = new ContainerGroupTracker(
                nodeName,
                new FullListing(eci, clusterId, nodeName, book, schedule, departures, onChange),
                new CloseLook(eci, book, schedule, departures, onChange),
                book,
                schedule,
                timing,
                clock,
                onCrash);
    }

    /**
     * Starts keeping the groups of a node in view.
     *
     * @param eci the client; stays open when this is closed
     * @param clusterId the cluster that the groups belong to
     * @param nodeName the node that they belong to
     * @param timing how often to look and how long to doubt
     * @param onChange told of each pod whose group changed, appeared or vanished
     * @param onCrash told when a looking thread dies
     */
    public static ContainerGroups start(
            EciClient eci,
            String clusterId,
            String nodeName,
            LookTiming timing,
            Consumer<PodKey> onChange,
            Thread.UncaughtExceptionHandler onCrash) {
        ContainerGroups groups = new ContainerGroups(
                eci, clusterId, nodeName, timing, Clock.systemUTC(), System::nanoTime, onChange, onCrash);
        groups.tracker.start();
        return groups;
    }

    ContainerGroupTracker tracker() {
        return tracker;
    }

    /** Waits for the first complete listing; false when it did not come in time. */
    public boolean awaitFirstListing(Duration patience) throws InterruptedException {
        return tracker.awaitFirstListing(patience);
    }

    /** Why ECI cannot be asked at the moment; null when it can. */
    public @Nullable Outage outage() {
        return tracker.outage();
    }

    /** How long ago ECI was last looked at with success. */
    public Duration sinceLastLook() {
        return tracker.sinceLastLook();
    }

    /** Every known group of this node, by the pod that it runs for. */
    public Map<PodKey, List<ContainerGroup>> all() {
        return book.all();
    }

    /**
     * What is known of a pod's group.
     *
     * @param pod the pod
     * @param recordedId the id that an earlier create left on the pod; null if none did
     */
    public Sighting find(PodKey pod, @Nullable String recordedId) {
        ContainerGroup group = book.groupOf(pod, recordedId);
        if (group != null) {
            return departures.isGone(group.id()) ? new Sighting.Absent() : new Sighting.Present(group);
        }
        String expected = recordedId == null ? made.get(pod) : recordedId;
        if (expected != null) {
            return expected(pod, expected);
        }
        Outage outage = tracker.outage();
        if (outage != null || !tracker.listedOnce()) {
            return new Sighting.Unknown(outage == null ? "container groups are being listed" : outage.message());
        }
        @Nullable Long doubt = inDoubt.get(pod);
        if (doubt != null && tracker.listed() <= doubt) {
            return new Sighting.Unknown("ECI did not say whether it made a container group; looking for it");
        }
        // Nothing was ever made for this pod; and should that be wrong, the client token keeps a create harmless.
        return new Sighting.Absent();
    }

    private Sighting expected(PodKey pod, String id) {
        if (departures.isGone(id)) {
            return new Sighting.Absent();
        }
        if (schedule.watch(id, pod)) {
            tracker.lookNow();
        }
        Outage outage = tracker.outage();
        return new Sighting.Unknown(
                outage == null ? "ECI does not show container group %s; making sure".formatted(id) : outage.message());
    }

    /**
     * Asks ECI for a pod's container group.
     *
     * @throws EciException when it is not known what came of it; asking again is safe
     */
    public CreateOutcome create(PodKey pod, CreateContainerGroupRequest request) {
        CreateOutcome outcome;
        try {
            outcome = eci.createContainerGroup(request);
        } catch (EciException e) {
            if (e.outcomeUnknown() || e.kind() == EciException.Kind.CONFLICT) {
                inDoubt.put(pod, tracker.begun());
                tracker.listNow();
            }
            throw e;
        }
        if (outcome instanceof CreateOutcome.Accepted(String id, String requestId)) {
            made.put(pod, id);
            inDoubt.remove(pod);
            lookSoon(id, pod);
            LOGGER.atInfo()
                    .addKeyValue("pod", pod)
                    .addKeyValue("containerGroup", id)
                    .addKeyValue("requestId", requestId)
                    .log("container group created");
        }
        return outcome;
    }

    /**
     * Asks ECI to delete a container group, unless that was asked a moment ago. True when a call was made.
     *
     * @throws EciException when ECI could not be asked or refuses
     */
    public boolean delete(PodKey pod, String containerGroupId) {
        if (!departures.mayAskToDelete(containerGroupId)) {
            return false;
        }
        DeleteOutcome outcome = eci.deleteContainerGroup(containerGroupId);
        boolean notFound = outcome instanceof DeleteOutcome.NotFound;
        if (notFound) {
            departures.ruledOut(containerGroupId);
            schedule.never(containerGroupId);
            boolean unused = book.strike(containerGroupId);
        } else {
            departures.deleting(containerGroupId, tracker.begun());
            lookSoon(containerGroupId, pod);
        }
        LOGGER.atInfo()
                .addKeyValue("pod", pod)
                .addKeyValue("containerGroup", containerGroupId)
                .log(notFound ? "container group is already gone" : "container group is being deleted");
        return true;
    }

    /** Whether a group is certain to be gone. */
    public boolean gone(String containerGroupId) {
        return departures.isGone(containerGroupId);
    }

    private void lookSoon(String id, PodKey pod) {
        if (schedule.soon(id, pod)) {
            tracker.lookNow();
        }
    }

    /** Forgets what was remembered of a pod that is no more. */
    public void forget(PodKey pod) {
        made.remove(pod);
        inDoubt.remove(pod);
    }

    @Override
    public void close() {
        tracker.close();
    }
}
