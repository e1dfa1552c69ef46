package io.vnode.provider;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives memory back when a burst of pods is over. The serial collector cleans its old generation only when that is full, so that
 * what thousands of starting pods left there would stay for good; here it goes as soon as nobody is waiting for us.
 */
final class QuietCollection implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(QuietCollection.class);

    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);

    /** What is worth a pause of some ten milliseconds. */
    private static final long WORTHWHILE_BYTES = 16L << 20;

    private final BooleanSupplier quiet;
    private final @Nullable MemoryPoolMXBean old;
    private final Thread thread;

    private QuietCollection(BooleanSupplier quiet, Thread.UncaughtExceptionHandler onCrash) {
        this.quiet = quiet;
        this.old = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool ->
                        pool.getType() == MemoryType.HEAP && pool.getName().contains("Tenured"))
                .findFirst()
                .orElse(null); // another collector, which knows best
        this.thread = Thread.ofVirtual()
                .name("quiet-collection")
                .uncaughtExceptionHandler(onCrash)
                .unstarted(this::watch);
    }

    /**
     * Starts looking.
     *
     * @param quiet whether nobody would notice a short pause
     * @param onCrash told when the thread dies
     */
    static QuietCollection start(BooleanSupplier quiet, Thread.UncaughtExceptionHandler onCrash) {
        QuietCollection collection = new QuietCollection(quiet, onCrash);
        collection.thread.start();
        return collection;
    }

    private void watch() {
        try {
            while (old != null) {
                Thread.sleep(LOOK_EVERY);
                if (worthwhile(old.getUsage(), old.getCollectionUsage()) && quiet.getAsBoolean()) {
                    System.gc();
                    LOGGER.atDebug().log("garbage of a burst collected");
                }
            }
        } catch (InterruptedException _) {
            LOGGER.atTrace().log("quiet collection stopped");
        }
    }

    /** Whether much has come since the last collection, as a part of what was left then. */
    static boolean worthwhile(MemoryUsage now, @Nullable MemoryUsage afterLast) {
        long left = afterLast == null ? 0 : afterLast.getUsed();
        return now.getUsed() - left > Math.max(WORTHWHILE_BYTES, left / 2);
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
