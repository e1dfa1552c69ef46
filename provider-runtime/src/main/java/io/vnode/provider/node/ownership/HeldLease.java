package io.vnode.provider.node.ownership;

import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Lease that this process holds, or waits for.
 *
 * <p>{@link #held} is true only while no other process can have taken it. It turns false by itself when renewals fail, and
 * true again when one succeeds before anybody else took the Lease.
 */
public final class HeldLease implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(HeldLease.class);

    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(4);

    private final String name;
    private final LeaseClaim claim;
    private final LeaseTiming timing;
    private final Consumer<String> onLost;
    private final Thread keeper;
    private final Semaphore wake = new Semaphore(0);
    private final CountDownLatch heldOnce = new CountDownLatch(1);
    private volatile boolean closing;
    private volatile @Nullable String holder;

    HeldLease(
            String name,
            LeaseClaim claim,
            LeaseTiming timing,
            Consumer<String> onLost,
            Thread.UncaughtExceptionHandler onCrash) {
        this.name = name;
        this.claim = claim;
        this.timing = timing;
        this.onLost = onLost;
        this.keeper = Thread.ofVirtual()
                .name("lease-" + name)
                .uncaughtExceptionHandler(onCrash)
                .unstarted(this::keep);
    }

    /**
     * Starts competing for a Lease.
     *
     * @param kubernetes the client; stays open when this is closed
     * @param namespace namespace of the Lease
     * @param name its name
     * @param me this process
     * @param onLost told, with the name of the new holder, when another process has taken the Lease from this one
     * @param onCrash told when the keeping thread dies
     */
    public static HeldLease start(
            KubernetesClient kubernetes,
            String namespace,
            String name,
            LeaseIdentity me,
            Consumer<String> onLost,
            Thread.UncaughtExceptionHandler onCrash) {
        LeaseClaim claim = new LeaseClaim(
                new KubernetesLeaseStore(kubernetes, namespace, name),
                me,
                LeaseTiming.USUAL,
                System::nanoTime,
                InstantSource.system());
        HeldLease lease = new HeldLease(name, claim, LeaseTiming.USUAL, onLost, onCrash);
        lease.keeper.start();
        return lease;
    }

    /** Whether this process may act as the holder now. Cheap enough to be asked before every single act. */
    public boolean held() {
        return claim.held();
    }

    /** Why this process may not act as the holder; null when it may. */
    public @Nullable String problem() {
        if (held()) {
            return null;
        }
        String other = holder;
        return other == null || other.isEmpty()
                ? "the API server does not confirm lease %s".formatted(name)
                : "lease %s is held by %s".formatted(name, other);
    }

    /** Waits until the Lease is held for the first time; false when that took longer. */
    public boolean awaitHeld(Duration patience) throws InterruptedException {
        return heldOnce.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void keep() {
        try {
            while (!closing) {
                Duration pause = tryOnce();
                if (wake.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                    wake.drainPermits();
                }
            }
        } catch (InterruptedException _) {
            LOGGER.atDebug().addKeyValue("lease", name).log("lease keeper stopped");
        }
    }

    private Duration tryOnce() {
        try {
            LeaseClaim.Outcome outcome = claim.step();
            tell(outcome);
            return outcome.pause();
        } catch (LeaseStoreException e) {
            LOGGER.atWarn()
                    .addKeyValue("lease", name)
                    .addKeyValue("why", e.getMessage())
                    .log("could not keep the lease, trying again");
            return timing.lookEvery();
        }
    }

    private void tell(LeaseClaim.Outcome outcome) {
        switch (outcome) {
            case LeaseClaim.Outcome.Held _ -> {
                if (!"".equals(holder)) {
                    LOGGER.atInfo().addKeyValue("lease", name).log("lease held");
                }
                holder = "";
                heldOnce.countDown();
            }
            case LeaseClaim.Outcome.Waiting waiting -> {
                if (waiting.pause().isPositive() && !waiting.forWhom().equals(holder)) {
                    LOGGER.atInfo()
                            .addKeyValue("lease", name)
                            .addKeyValue("holder", waiting.forWhom())
                            .log("another process holds the lease, waiting");
                    holder = waiting.forWhom();
                }
            }
            case LeaseClaim.Outcome.Lost lost -> {
                LOGGER.atWarn()
                        .addKeyValue("lease", name)
                        .addKeyValue("holder", lost.to())
                        .log("another process has taken the lease");
                holder = lost.to();
                onLost.accept(lost.to());
            }
        }
    }

    /** Gives the Lease up, so that another process can have it at once. */
    @Override
    public void close() {
        closing = true;
        wake.release();
        try {
            if (keeper.join(CLOSE_LIMIT)) {
                claim.release();
            } else {
                keeper.interrupt();
            }
        } catch (LeaseStoreException _) {
            LOGGER.atWarn().addKeyValue("lease", name).log("could not give the lease up; it ends by itself");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
