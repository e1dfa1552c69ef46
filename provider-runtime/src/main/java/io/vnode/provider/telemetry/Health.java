package io.vnode.provider.telemetry;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Liveness and readiness of the process. A background thread that dies of a bug reports here, and the liveness probe
 * then fails: a provider that silently stopped working is worse than one that is restarted.
 */
public final class Health implements Thread.UncaughtExceptionHandler {

    private static final Logger LOGGER = LoggerFactory.getLogger(Health.class);

    /**
     * One thing that was looked at.
     *
     * @param name what it is
     * @param problem what is wrong with it; null when nothing is
     */
    public record Check(String name, @Nullable String problem) {}

    private final AtomicReference<@Nullable String> crash = new AtomicReference<>();
    private final Map<String, Supplier<@Nullable String>> conditions = new ConcurrentSkipListMap<>();

    /** Takes note of a thread that died. */
    @Override
    public void uncaughtException(Thread thread, Throwable error) {
        LOGGER.atError().setCause(error).addKeyValue("thread", thread.getName()).log("background thread died");
        crash.compareAndSet(null, "thread %s died of %s".formatted(thread.getName(), error));
    }

    /** Adds something that has to hold before the process is ready. */
    public void readyOnlyWhen(String what, BooleanSupplier condition) {
        readyOnlyWithout(what, () -> condition.getAsBoolean() ? null : "not yet");
    }

    /** Adds something that must have no problem before the process is ready. */
    public void readyOnlyWithout(String what, Supplier<@Nullable String> problem) {
        conditions.put(what, problem);
    }

    /** What died; null while everything runs. */
    public @Nullable String crash() {
        return crash.get();
    }

    /** What the liveness probe looks at. */
    public List<Check> liveness() {
        return List.of(new Check("background-threads", crash.get()));
    }

    /** What the readiness probe looks at; a process that is not well is not ready either. */
    public List<Check> readiness() {
        Stream<Check> all = conditions.entrySet().stream()
                .map(condition ->
                        new Check(condition.getKey(), condition.getValue().get()));
        return Stream.concat(liveness().stream(), all).toList();
    }
}
