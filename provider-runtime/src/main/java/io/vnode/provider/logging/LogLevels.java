package io.vnode.provider.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * How much is logged, changed while the process runs; for our own loggers only, because the libraries' messages carry
 * requests with all that is secret in them.
 */
public final class LogLevels implements AutoCloseable {

    /** The logger above all of ours. */
    public static final String OURS = "io.vnode";

    private static final org.slf4j.Logger LOGGER = LoggerFactory.getLogger(LogLevels.class);

    private final LoggerContext logs;
    private final Map<String, @Nullable Level> before = new HashMap<>();
    private final Map<String, Future<?>> returns = new HashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("log-levels").factory());

    /** The levels of this process. */
    public LogLevels() {
        this((LoggerContext) LoggerFactory.getILoggerFactory());
    }

    LogLevels(LoggerContext logs) {
        this.logs = logs;
    }

    /** The level of all of our loggers, and of those that have one of their own. */
    public synchronized SortedMap<String, String> levels() {
        SortedMap<String, String> levels = new TreeMap<>();
        levels.put(OURS, lowerCase(logs.getLogger(OURS).getEffectiveLevel()));
        for (Logger logger : logs.getLoggerList()) {
            if (logger.getLevel() != null && ours(logger.getName())) {
                levels.put(logger.getName(), lowerCase(logger.getLevel()));
            }
        }
        return levels;
    }

    /**
     * Changes the level of a logger and of those below it.
     *
     * @param name a logger of ours
     * @param level error, warn, info, debug, trace or off
     * @param time after which the level is again what it was at the start; null for no such time
     * @throws IllegalArgumentException when there is no such level, or the logger is not ours
     */
    public synchronized void set(String name, String level, @Nullable Duration time) {
        Level wanted = Level.toLevel(level, null);
        if (wanted == null) {
            throw new IllegalArgumentException(
                    "level '%s' is none of error, warn, info, debug, trace, off".formatted(level));
        }
        Logger logger = logger(name);
        forgetReturn(name);
        before.putIfAbsent(name, logger.getLevel());
        logger.setLevel(wanted);
        if (time != null) {
            returns.put(name, clock.schedule(() -> reset(name), time.toNanos(), TimeUnit.NANOSECONDS));
        }
        LOGGER.atWarn()
                .addKeyValue("name", name)
                .addKeyValue("to", lowerCase(wanted))
                .log("log level changed");
    }

    /**
     * Gives a logger the level that it had at the start.
     *
     * @throws IllegalArgumentException when the logger is not ours
     */
    public synchronized void reset(String name) {
        Logger logger = logger(name);
        forgetReturn(name);
        if (before.containsKey(name)) {
            logger.setLevel(before.remove(name));
            LOGGER.atWarn()
                    .addKeyValue("name", name)
                    .addKeyValue("to", lowerCase(logger.getEffectiveLevel()))
                    .log("log level is as it was at the start");
        }
    }

    private void forgetReturn(String name) {
        Future<?> planned = returns.remove(name);
        if (planned != null) {
            planned.cancel(false);
        }
    }

    private Logger logger(String name) {
        if (!ours(name)) {
            throw new IllegalArgumentException("logger '%s' is not %s or below it".formatted(name, OURS));
        }
        return logs.getLogger(name);
    }

    private static boolean ours(String name) {
        return name.equals(OURS) || name.startsWith(OURS + ".");
    }

    private static String lowerCase(Level level) {
        return level.levelStr.toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
