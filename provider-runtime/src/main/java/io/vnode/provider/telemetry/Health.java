package io.vnode.provider.telemetry;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Liveness and readiness of the process. A background thread that dies of a bug reports here, and the liveness probe
 * then fails: a provider that silently stopped working is worse than one that is restarted.
 */
public final class Health implements Thread.UncaughtExceptionHandler {

    private static final Logger LOGGER = LoggerFactory.getLogger(Health.class);

    private final AtomicReference<@Nullable String> crash = new AtomicReference<>();
    private final Map<String, BooleanSupplier> conditions = new ConcurrentSkipListMap<>();

    /** Takes note of a thread that died. */
    @Override
    public void uncaughtException(Thread thread, Throwable error) {
        LOGGER.atError().setCause(error).addKeyValue("thread", thread.getName()).log("background thread died");
        crash.compareAndSet(null, "thread %s died of %s".formatted(thread.getName(), error));
    }

    /** Adds something that has to hold before the process is ready. */
    public void readyOnlyWhen(String what, BooleanSupplier condition) {
        conditions.put(what, condition);
    }

    /** What died; null while everything runs. */
    public @Nullable String crash() {
        return crash.get();
    }

    /** The same, as what a probe says. */
    public List<String> problems() {
        String died = crash.get();
        return died == null ? List.of() : List.of(died);
    }

    /** What readiness still waits for. */
    public List<String> missing() {
        return conditions.entrySet().stream()
                .filter(condition -> !condition.getValue().getAsBoolean())
                .map(Map.Entry::getKey)
                .toList();
    }
}
