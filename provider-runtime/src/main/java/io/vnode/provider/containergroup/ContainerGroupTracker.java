package io.vnode.provider.containergroup;

import io.vnode.eci.EciException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Keeps the book of this node's container groups true: one loop lists all of them now and then, another looks closely at
 * those whose turn it is. A look that fails changes nothing in the book, and is an {@link Outage} until one succeeds.
 */
final class ContainerGroupTracker implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(ContainerGroupTracker.class);

    private static final Duration RETRY_LISTING = Duration.ofSeconds(2);
    private static final Duration IDLE = Duration.ofSeconds(1);

    private final String nodeName;
    private final FullListing listing;
    private final CloseLook closeLook;
    private final GroupBook book;
    private final LookSchedule schedule;
    private final LookTiming timing;
    private final Clock clock;
    private final Thread lister;
    private final Thread looker;
    private final AtomicLong begun = new AtomicLong();
    private final ReentrantLock writing = new ReentrantLock();
    private final CountDownLatch listedOnce = new CountDownLatch(1);
    private final Semaphore listNow = new Semaphore(0);
    private final Semaphore lookNow = new Semaphore(0);
    private volatile @Nullable Outage outage;
    private volatile long listed;
    private volatile long lookedAtNanos = System.nanoTime();

    ContainerGroupTracker(
            String nodeName,
            FullListing listing,
            CloseLook closeLook,
            GroupBook book,
            LookSchedule schedule,
            LookTiming timing,
            Clock clock,
            Thread.UncaughtExceptionHandler onCrash) {
        this.nodeName = nodeName;
        this.listing = listing;
        this.closeLook = closeLook;
        this.book = book;
        this.schedule = schedule;
        this.timing = timing;
        this.clock = clock;
        this.outage = new Outage("ECINotAskedYet", "ECI has not been asked yet", clock.instant());
        this.lister = Thread.ofVirtual()
                .name("container-group-lister")
                .uncaughtExceptionHandler(onCrash)
                .unstarted(this::keepListing);
        this.looker = Thread.ofVirtual()
                .name("container-group-looker")
                .uncaughtExceptionHandler(onCrash)
                .unstarted(this::keepLooking);
    }

    void start() {
        lister.start();
        looker.start();
    }

    /** Why ECI cannot be asked at the moment; null when it can. */
    @Nullable
    Outage outage() {
        return outage;
    }

    /** The number of the look that began last, finished or not. */
    long begun() {
        return begun.get();
    }

    /** The number of the listing that was completed last. */
    long listed() {
        return listed;
    }

    /** Since when no look has succeeded. */
    Duration sinceLastLook() {
        return Duration.ofNanos(System.nanoTime() - lookedAtNanos);
    }

    /** Whether a listing has been completed, now or within the given time. */
    boolean awaitFirstListing(Duration patience) throws InterruptedException {
        return listedOnce.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    boolean listedOnce() {
        return listedOnce.getCount() == 0;
    }

    /** Asks for a listing now. */
    void listNow() {
        listNow.release();
    }

    /** Says that the schedule has changed. */
    void lookNow() {
        lookNow.release();
    }

    private void keepListing() {
        try {
            while (true) {
                boolean good = list();
                Duration pause = good ? timing.listing(book.size()) : RETRY_LISTING;
                await(listNow, pause);
            }
        } catch (InterruptedException _) {
            LOGGER.atDebug().addKeyValue("node", nodeName).log("listing of container groups stopped");
        }
    }

    private void keepLooking() {
        try {
            while (true) {
                long start = System.nanoTime();
                boolean good = look();
                Duration took = Duration.ofNanos(System.nanoTime() - start);
                // Looking must not be all we do: it rests as long as it took.
                Thread.sleep(good ? longer(took, timing.soonest().dividedBy(2)) : RETRY_LISTING);
                Duration untilNext = schedule.untilNext();
                if (untilNext == null || untilNext.isPositive()) {
                    await(lookNow, untilNext == null || untilNext.compareTo(IDLE) > 0 ? IDLE : untilNext);
                }
            }
        } catch (InterruptedException _) {
            LOGGER.atDebug().addKeyValue("node", nodeName).log("looking at container groups stopped");
        }
    }

    private static void await(Semaphore wake, Duration pause) throws InterruptedException {
        if (wake.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS)) {
            wake.drainPermits();
        }
    }

    /** Lists once; false when it failed. */
    boolean list() {
        long number = begun.incrementAndGet();
        boolean good = succeeds(() -> {
            listing.take(number);
            return true;
        });
        if (good) {
            listed = number;
            listedOnce.countDown();
        }
        return good;
    }

    /** Looks once at the groups whose turn it is; false when it failed. */
    boolean look() {
        return succeeds(() -> closeLook.take(begun.incrementAndGet()));
    }

    private interface Look {
        /** False when there was nothing to look at. */
        boolean take();
    }

    private boolean succeeds(Look look) {
        try {
            if (look.take()) {
                lookedAtNanos = System.nanoTime();
                recovered();
            }
            return true;
        } catch (EciException e) {
            failed(e);
            return false;
        }
    }

    private void failed(EciException e) {
        writing.lock();
        try {
            Outage before = outage;
            Outage now = Outage.of(e, before == null ? clock.instant() : before.since());
            boolean news = before == null || !before.reason().equals(now.reason());
            outage = now;
            LOGGER.atLevel(news ? Level.WARN : Level.DEBUG)
                    .addKeyValue("node", nodeName)
                    .addKeyValue("reason", now.reason())
                    .addKeyValue("errorCode", e.code())
                    .addKeyValue("requestId", e.requestId())
                    .log("could not look at container groups, what is not known stays unknown");
        } finally {
            writing.unlock();
        }
    }

    private void recovered() {
        writing.lock();
        try {
            Outage over = outage;
            outage = null;
            if (over != null) {
                LOGGER.atInfo()
                        .addKeyValue("node", nodeName)
                        .addKeyValue("since", over.since())
                        .log("container groups can be looked at");
            }
        } finally {
            writing.unlock();
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    @Override
    public void close() {
        lister.interrupt();
        looker.interrupt();
    }
}
