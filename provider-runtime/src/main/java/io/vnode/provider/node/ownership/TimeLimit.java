package io.vnode.provider.node.ownership;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Something that blocks, with an end to the waiting. */
public final class TimeLimit {

    private TimeLimit() {}

    /**
     * Does something on a thread of its own and waits for it, so long at most; then the thread is interrupted and left to
     * itself.
     *
     * @throws TimeoutException when it took longer; it may yet be done
     */
    public static <T extends @Nullable Object> T within(Duration limit, String name, Callable<T> work)
            throws InterruptedException, TimeoutException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = Thread.ofVirtual().name(name).start(task);
        try {
            return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } finally {
            if (!task.isDone()) {
                thread.interrupt();
            }
        }
    }
}
