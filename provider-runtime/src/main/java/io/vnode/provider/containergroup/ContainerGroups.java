package io.vnode.provider.containergroup;

import io.vnode.addon.PodKey;
import io.vnode.eci.CreateOutcome;
import io.vnode.eci.DeleteOutcome;
import io.vnode.eci.EciClient;
import io.vnode.eci.Sighting;
import io.vnode.eci.model.ContainerGroup;
import io.vnode.eci.model.CreateContainerGroupRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The container groups of this node.
 *
 * <p>It promises that {@link Sighting.Absent} is certain. A group that was ever recorded for a pod counts as absent only
 * when ECI itself said that it is not there, when its deletion was accepted and it is no longer listed, or when
 * believable listings have lacked it for a while.
 */
public final class ContainerGroups implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(ContainerGroups.class);

    /** How long an accepted delete is trusted to be under way before it is asked for again. */
    private static final Duration DELETE_AGAIN_AFTER = Duration.ofSeconds(60);

    private static final Duration MEMORY = Duration.ofHours(1);

    private record Creation(String containerGroupId, long listing, Instant at) {}

    private record Missing(long listing, Instant since) {}

    private record Deletion(boolean notFound, long listing, Instant at) {}

    private final EciClient eci;
    private final Clock clock;
    private final Duration settling;
    private final ContainerGroupTracker tracker;
    private final Map<PodKey, Creation> creations = new ConcurrentHashMap<>();
    private final Map<String, Deletion> deletions = new ConcurrentHashMap<>();
    private final Map<PodKey, Missing> missing = new ConcurrentHashMap<>();

    ContainerGroups(EciClient eci, Clock clock, Duration settling, ContainerGroupTracker tracker) {
        this.eci = eci;
        this.clock = clock;
        this.settling = settling;
        this.tracker = tracker;
    }

    /**
     * Starts keeping the groups of a node in view.
     *
     * @param eci the client; stays open when this is closed
     * @param clusterId the cluster that the groups belong to
     * @param nodeName the node that they belong to
     * @param timing how often to list and how long to doubt
     * @param onChange told of each pod whose group changed, appeared or vanished
     * @param onCrash told when the listing thread dies
     */
    public static ContainerGroups start(
            EciClient eci,
            String clusterId,
            String nodeName,
            Timing timing,
            Consumer<PodKey> onChange,
            Thread.UncaughtExceptionHandler onCrash) {
        Clock clock = Clock.systemUTC();
        ContainerGroupTracker tracker =
                new ContainerGroupTracker(eci, clusterId, nodeName, timing.interval(), clock, onChange, onCrash);
        tracker.start();
        return new ContainerGroups(eci, clock, timing.settling(), tracker);
    }

    /**
     * When to list and when to believe.
     *
     * @param interval time between two listings
     * @param settling how long listings must lack a recorded group before it counts as gone
     */
    public record Timing(Duration interval, Duration settling) {

        /** What suits a node of some hundred pods. */
        public static final Timing DEFAULT = new Timing(Duration.ofSeconds(1), Duration.ofSeconds(10));
    }

    /** Waits for the first complete listing; false when it did not come in time. */
    public boolean awaitFirstListing(Duration patience) throws InterruptedException {
        return tracker.awaitFirstListing(patience);
    }

    /** Why ECI cannot be asked at the moment; null when it can. */
    public @Nullable Outage outage() {
        return tracker.view() instanceof View.Failed(Outage outage) ? outage : null;
    }

    /**
     * What is known of a pod's group.
     *
     * @param pod the pod
     * @param recordedId the id that an earlier create left on the pod; null if none did
     */
    public Sighting find(PodKey pod, @Nullable String recordedId) {
        return switch (tracker.view()) {
            case View.Failed(Outage outage) -> new Sighting.Unknown(outage.message());
            case View.Listed listed -> {
                ContainerGroup group = listed.groupOf(pod, recordedId);
                if (group == null) {
                    yield missing(pod, recordedId, listed);
                }
                missing.remove(pod);
                yield ruledOut(group.id(), listed) ? new Sighting.Absent() : new Sighting.Present(group);
            }
        };
    }

    /** Whether ECI said, after this listing began, that it knows no such group. */
    private boolean ruledOut(String id, View.Listed listed) {
        Deletion deletion = deletions.get(id);
        return deletion != null && deletion.notFound() && listed.number() <= deletion.listing();
    }

    private Sighting missing(PodKey pod, @Nullable String recordedId, View.Listed listed) {
        Creation creation = creations.get(pod);
        String expected = recordedId == null && creation != null ? creation.containerGroupId() : recordedId;
        if (expected == null) {
            // Nothing was ever made for this pod; and should that be wrong, the client token keeps a create harmless.
            return new Sighting.Absent();
        }
        Deletion deletion = deletions.get(expected);
        if (deletion != null) {
            return deletion.notFound() || listed.number() > deletion.listing()
                    ? new Sighting.Absent()
                    : new Sighting.Unknown("container group %s is being deleted".formatted(expected));
        }
        if (creation != null && listed.number() <= creation.listing()) {
            return new Sighting.Unknown("container group %s was created a moment ago".formatted(expected));
        }
        if (!listed.proof().convincing()) {
            tracker.wantProof();
            return new Sighting.Unknown(
                    "ECI lists no container group at all, not even %s, which should be there".formatted(expected));
        }
        Instant now = clock.instant();
        Missing first = missing.computeIfAbsent(pod, _ -> new Missing(listed.number(), now));
        boolean certain =
                listed.number() > first.listing() && !now.isBefore(first.since().plus(settling));
        return certain
                ? new Sighting.Absent()
                : new Sighting.Unknown("ECI does not list container group %s; making sure".formatted(expected));
    }

    /**
     * Asks ECI for a pod's container group.
     *
     * @throws io.vnode.eci.EciException when it is not known what came of it; asking again is safe
     */
    public CreateOutcome create(PodKey pod, CreateContainerGroupRequest request) {
        CreateOutcome outcome = eci.createContainerGroup(request);
        if (outcome instanceof CreateOutcome.Accepted(String id, String requestId)) {
            creations.put(pod, new Creation(id, tracker.begun(), clock.instant()));
            tracker.hurry();
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
     * @throws io.vnode.eci.EciException when ECI could not be asked or refuses
     */
    public boolean delete(PodKey pod, String containerGroupId) {
        Instant now = clock.instant();
        Deletion known = deletions.get(containerGroupId);
        if (known != null && now.isBefore(known.at().plus(DELETE_AGAIN_AFTER))) {
            return false;
        }
        DeleteOutcome outcome = eci.deleteContainerGroup(containerGroupId);
        boolean notFound = outcome instanceof DeleteOutcome.NotFound;
        deletions.put(containerGroupId, new Deletion(notFound, tracker.begun(), now));
        tracker.hurry();
        LOGGER.atInfo()
                .addKeyValue("pod", pod)
                .addKeyValue("containerGroup", containerGroupId)
                .log(notFound ? "container group is already gone" : "container group is being deleted");
        return true;
    }

    /** Forgets what was remembered of a pod that is no more, and what is too old to matter. */
    public void forget(PodKey pod) {
        creations.remove(pod);
        missing.remove(pod);
        Instant horizon = clock.instant().minus(MEMORY);
        deletions.values().removeIf(deletion -> deletion.at().isBefore(horizon));
    }

    @Override
    public void close() {
        tracker.close();
    }
}
