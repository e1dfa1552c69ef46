package io.vnode.e2e.provider;

import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Duration;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Makes and deletes pods all the time, among a fixed number of names: a name without a pod gets one, a pod is deleted, gently
 * or by force, and often made again at once under its name.
 */
final class Churn implements AutoCloseable {

    private static final Duration PACE = Duration.ofMillis(10);

    private final ProviderStand stand;
    private final int names;
    private final Random random;
    private final Thread thread;
    private volatile boolean stopped;
    private volatile @Nullable Throwable failure;

    private Churn(ProviderStand stand, int names, long seed) {
        this.stand = stand;
        this.names = names;
        this.random = new Random(seed);
        this.thread = Thread.ofPlatform()
                .name("churn")
                .uncaughtExceptionHandler((_, e) -> failure = e)
                .start(this::run);
    }

    static Churn start(ProviderStand stand, int names, long seed) {
        return new Churn(stand, names, seed);
    }

    /** Fails if it has ended of itself. */
    void requireAlive() {
        if (failure != null) {
            throw new AssertionError("the churn has ended", failure);
        }
    }

    private void run() {
        while (!stopped) {
            step("pod-" + random.nextInt(names));
            pause();
        }
    }

    private void step(String name) {
        if (create(name)) {
            return;
        }
        switch (random.nextInt(4)) {
            case 0 -> stand.forceDelete(name);
            case 1 -> {
                stand.forceDelete(name);
                create(name);
            }
            default -> stand.delete(name);
        }
    }

    /** False when there is a pod of that name. */
    private boolean create(String name) {
        try {
            stand.create(stand.pod(name));
            return true;
        } catch (KubernetesClientException e) {
            if (e.getCode() == 409) {
                return false;
            }
            throw e;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PACE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
