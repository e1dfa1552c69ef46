package io.vnode.eci.sdk;

import io.vnode.eci.EciException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does the same for several things at a time: all of them, or none. */
final class SideBySide {

    private SideBySide() {}

    /** The results in the order of the things; the first failure ends what is still under way. */
    static <T, R> List<R> all(List<T> things, Function<T, R> work) {
        if (things.size() == 1) {
            return List.of(work.apply(things.getFirst()));
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<R>> futures = new ArrayList<>();
            things.forEach(thing -> futures.add(threads.submit(() -> work.apply(thing))));
            try {
                List<R> results = new ArrayList<>();
                for (Future<R> future : futures) {
                    results.add(future.get());
                }
                return results;
            } catch (ExecutionException e) {
                threads.shutdownNow();
                throw failure(e);
            } catch (InterruptedException _) {
                threads.shutdownNow();
                Thread.currentThread().interrupt();
                throw new EciException(
                        EciException.Kind.UNREACHABLE, "several", EciCalls.NO_ANSWER, "interrupted", "", 0, null);
            }
        }
    }

    private static RuntimeException failure(ExecutionException e) {
        return switch (e.getCause()) {
            case RuntimeException ours -> ours;
            case null, default -> new IllegalStateException(e);
        };
    }
}
