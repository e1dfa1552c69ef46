package io.vnode.e2e.provider.bench;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** When something happened to each pod, by {@link System#nanoTime}; what happens again does not count. */
final class Moments {

    private static final Duration LOOK_EVERY = Duration.ofMillis(5);

    private final Map<String, Long> moments = new ConcurrentHashMap<>();

    void note(String pod, long nanoTime) {
        moments.putIfAbsent(pod, nanoTime);
    }

    long of(String pod) {
        return Objects.requireNonNull(moments.get(pod), pod);
    }

    /** Waits until it has happened to all these pods; gives those to which it has not. */
    List<String> awaitAll(Collection<String> pods, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!moments.keySet().containsAll(pods) && System.nanoTime() < deadline) {
            Thread.sleep(LOOK_EVERY);
        }
        return pods.stream().filter(pod -> !moments.containsKey(pod)).toList();
    }
}
