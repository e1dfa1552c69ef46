package io.vnode.cli.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Does the same with many things at once, on virtual threads. */
public final class Concurrently {

    private Concurrently() {}

    /** The answers, in the order of the questions; the first failure is thrown as it is. */
    public static <T, R extends @Nullable Object> List<R> map(Collection<T> items, Function<T, R> work) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<R>> futures = new ArrayList<>();
            for (T item : items) {
                futures.add(threads.submit(() -> work.apply(item)));
            }
            List<R> answers = new ArrayList<>();
            for (Future<R> future : futures) {
                answers.add(await(future));
            }
            return answers;
        }
    }

    /** The answer of one that was started; its failure is thrown as it is. */
    public static <R extends @Nullable Object> R await(Future<R> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
