package io.vnode.e2e.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Looks at the cloud all the time and remembers which container groups there have been for each pod. */
final class GroupHistory implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final Groups groups;
    private final Map<String, Set<String>> groupsByPod = new ConcurrentHashMap<>();
    private final Thread observer;

    private GroupHistory(Groups groups) {
        this.groups = groups;
        this.observer = Thread.ofPlatform().daemon().name("group-history").start(this::observe);
    }

    static GroupHistory start(ProviderStand stand) {
        return new GroupHistory(new Groups(stand));
    }

    /** Fails if there was a pod with two container groups, at once or one after the other. */
    void assertNeverTwoForOnePod() {
        assertThat(groupsByPod).allSatisfy((_, ids) -> assertThat(ids).hasSize(1));
    }

    private void observe() {
        try {
            while (true) {
                groups.living().forEach(group -> groupsByPod
                        .computeIfAbsent(Groups.podUid(group), _ -> ConcurrentHashMap.newKeySet())
                        .add(group.id()));
                Thread.sleep(LOOK_EVERY);
            }
        } catch (InterruptedException _) {
            // closed
        }
    }

    @Override
    public void close() {
        observer.interrupt();
    }
}
