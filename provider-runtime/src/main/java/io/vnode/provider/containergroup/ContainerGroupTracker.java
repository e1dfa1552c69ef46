package io.vnode.provider.containergroup;

import io.vnode.addon.ContainerGroupTags;
import io.vnode.addon.PodKey;
import io.vnode.eci.EciClient;
import io.vnode.eci.EciException;
import io.vnode.eci.ListingOutcome;
import io.vnode.eci.Sightings;
import io.vnode.eci.model.ContainerGroup;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Lists this node's container groups again and again, keeps the last view, and tells which pods it changed for. */
final class ContainerGroupTracker implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(ContainerGroupTracker.class);

    /** How long a wish for proof lasts; whoever still needs it asks again. */
    private static final Duration PROOF_PATIENCE = Duration.ofSeconds(30);

    private final EciClient eci;
    private final String clusterId;
    private final String nodeName;
    private final Clock clock;
    private final Consumer<PodKey> onChange;
    private final PollCadence cadence;
    private final Thread poller;
    private final AtomicLong begun = new AtomicLong();
    private final CountDownLatch listedOnce = new CountDownLatch(1);
    private volatile View view;
    private volatile View.@Nullable Listed lastListed;
    private volatile Instant proofWantedUntil = Instant.MIN;

    ContainerGroupTracker(
            EciClient eci,
            String clusterId,
            String nodeName,
            Duration interval,
            Clock clock,
            Consumer<PodKey> onChange,
            Thread.UncaughtExceptionHandler onCrash) {
        this.eci = eci;
        this.clusterId = clusterId;
        this.nodeName = nodeName;
        this.clock = clock;
        this.onChange = onChange;
        this.cadence = new PollCadence(interval);
        this.view = new View.Failed(new Outage("ECINotAskedYet", "ECI has not been asked yet", clock.instant()));
        this.poller = Thread.ofVirtual()
                .name("container-group-tracker")
                .uncaughtExceptionHandler(onCrash)
                .unstarted(this::poll);
    }

    void start() {
        poller.start();
    }

    /** What the last listing said. */
    View view() {
        return view;
    }

    /** The number of the listing that began last, finished or not. */
    long begun() {
        return begun.get();
    }

    /** Whether a listing has been completed, now or within the given time. */
    boolean awaitFirstListing(Duration patience) throws InterruptedException {
        return listedOnce.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Asks for a listing soon. */
    void hurry() {
        cadence.hurry();
    }

    /** Asks the next listings to find out, should they be empty, whether they can be believed. */
    void wantProof() {
        Instant now = clock.instant();
        if (proofWantedUntil.isBefore(now)) {
            cadence.hurry();
        }
        proofWantedUntil = now.plus(PROOF_PATIENCE);
    }

    private void poll() {
        try {
            while (true) {
                long start = System.nanoTime();
                refresh();
                cadence.awaitNext(Duration.ofNanos(System.nanoTime() - start));
            }
        } catch (InterruptedException _) {
            LOGGER.atDebug().addKeyValue("node", nodeName).log("container group tracker stopped");
        }
    }

    /** Takes one look. */
    void refresh() {
        View now = look();
        view = now;
        if (now instanceof View.Listed listed) {
            View.Listed before = lastListed;
            lastListed = listed;
            listedOnce.countDown();
            listed.changedSince(before).forEach(onChange);
        }
    }

    private View look() {
        long number = begun.incrementAndGet();
        boolean lookForProof = clock.instant().isBefore(proofWantedUntil);
        try {
            Map<String, String> ours = ContainerGroupTags.ownedBy(clusterId, nodeName);
            ListingOutcome outcome = lookForProof
                    ? new Sightings(eci).list(ours)
                    : new ListingOutcome.Complete(eci.listContainerGroups(ours));
            reportRecovery();
            return switch (outcome) {
                case ListingOutcome.Complete(List<ContainerGroup> listing) -> {
                    boolean proven = lookForProof && listing.isEmpty();
                    yield listed(number, listing, proven ? View.Proof.GROUPS_OF_OTHERS : View.Proof.NOT_LOOKED_FOR);
                }
                case ListingOutcome.UnprovenEmpty() -> listed(number, List.of(), View.Proof.NONE);
            };
        } catch (EciException e) {
            return new View.Failed(failed(e));
        }
    }

    private View listed(long number, List<ContainerGroup> listing, View.Proof proof) {
        return View.Listed.of(number, listing, clusterId, nodeName, proof);
    }

    private Outage failed(EciException e) {
        Instant since = view instanceof View.Failed(Outage outage) ? outage.since() : clock.instant();
        Outage outage = Outage.of(e, since);
        boolean news = !(view instanceof View.Failed(Outage before))
                || !before.reason().equals(outage.reason());
        LOGGER.atLevel(news ? Level.WARN : Level.DEBUG)
                .addKeyValue("node", nodeName)
                .addKeyValue("reason", outage.reason())
                .addKeyValue("errorCode", e.code())
                .addKeyValue("requestId", e.requestId())
                .log("could not list container groups, treating them as unknown");
        return outage;
    }

    private void reportRecovery() {
        if (view instanceof View.Failed(Outage outage)) {
            LOGGER.atInfo()
                    .addKeyValue("node", nodeName)
                    .addKeyValue("since", outage.since())
                    .log("container groups are listed");
        }
    }

    @Override
    public void close() {
        poller.interrupt();
    }
}
