package io.vnode.emulator.imagecache;

import io.vnode.emulator.journal.Journal;
import io.vnode.emulator.journal.StateDirectory;
import io.vnode.emulator.state.ContainerGroups;
import io.vnode.emulator.state.ContainerState;
import io.vnode.emulator.state.GroupSnapshot;
import io.vnode.emulator.state.GroupStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All image caches of the region. Safe for use by many threads. */
public final class ImageCaches {

    /** How many there may be. */
    public static final int QUOTA = 500;

    /** Ended container groups are forgotten after this time; their images were pulled all the same. */
    private static final Duration HELPER_REMEMBERED = Duration.ofHours(1);

    private static final Set<String> PULL_FAILURES = Set.of("ErrImagePull", "ImagePullBackOff");

    private final ContainerGroups groups;
    private final Clock clock;
    private final Journal<CacheRecord> journal;
    private final SplittableRandom random = new SplittableRandom();
    private final Map<String, ImageCache> caches = new LinkedHashMap<>(); // oldest first
    private long lastNumber;

    private ImageCaches(ContainerGroups groups, Clock clock, Journal<CacheRecord> journal) {
        this.groups = groups;
        this.clock = clock;
        this.journal = journal;
    }

    /** The caches that an earlier process left in this directory; without one, they end with the process. */
    public static ImageCaches in(@Nullable StateDirectory directory, ContainerGroups groups, Clock clock) {
        Journal<CacheRecord> journal =
                directory == null ? Journal.none() : directory.journal("image-caches", CacheRecord.class);
        ImageCaches caches = new ImageCaches(groups, clock, journal);
        caches.replay();
        return caches;
    }

    private synchronized void replay() {
        journal.replay(this::apply);
    }

    private void write(CacheRecord record) {
        journal.append(record);
        apply(record);
        journal.compactWhenLong(this::records);
    }

    private void apply(CacheRecord record) {
        switch (record) {
            case CacheRecord.Created created -> {
                lastNumber = Math.max(lastNumber, created.number());
                caches.put(created.id(), new ImageCache(created, null, null, null));
            }
            case CacheRecord.Prepared(String id, Instant time) ->
                caches.computeIfPresent(id, (_, cache) -> cache.preparedAt(time));
            case CacheRecord.Failed failed ->
                caches.computeIfPresent(failed.id(), (_, cache) -> cache.failedAs(failed));
            case CacheRecord.Used(String id, Instant time) ->
                caches.computeIfPresent(id, (_, cache) -> cache.usedAt(time));
            case CacheRecord.Removed(String id) -> caches.remove(id);
        }
    }

    private Stream<CacheRecord> records() {
        return caches.values().stream().flatMap(ImageCaches::records);
    }

    private static Stream<CacheRecord> records(ImageCache cache) {
        List<CacheRecord> records = new ArrayList<>(List.of(cache.created()));
        if (cache.prepared() != null) {
            records.add(new CacheRecord.Prepared(cache.id(), cache.prepared()));
        }
        if (cache.failed() != null) {
            records.add(cache.failed());
        }
        if (cache.used() != null) {
            records.add(new CacheRecord.Used(cache.id(), cache.used()));
        }
        return records.stream();
    }

    /** The cache that came of a token before; null for a new one. */
    public synchronized @Nullable ImageCache byToken(String token) {
        settle();
        return caches.values().stream()
                .filter(cache -> token.equals(cache.created().token()))
                .findFirst()
                .orElse(null);
    }

    /** Makes room for one more, if need be by removing one that may go; false when there is none. */
    public synchronized boolean makeRoom() {
        settle();
        if (caches.size() < QUOTA) {
            return true;
        }
        ImageCache longestUnused = caches.values().stream()
                .filter(cache -> cache.spec().evictable())
                .min(Comparator.comparing(cache -> cache.used() == null ? cache.creationTime() : cache.used()))
                .orElse(null);
        if (longestUnused != null) {
            write(new CacheRecord.Removed(longestUnused.id()));
        }
        return longestUnused != null;
    }

    /** Adds a cache whose images a container group pulls that is there already. */
    public synchronized ImageCache add(
            CacheSpec spec, String helperGroupId, @Nullable String token, String fingerprint) {
        CacheRecord.Created created = new CacheRecord.Created(
                lastNumber + 1, id("imc"), id("s"), spec, helperGroupId, clock.instant(), token, fingerprint);
        write(created);
        return new ImageCache(created, null, null, null);
    }

    private String id(String prefix) {
        StringBuilder id = new StringBuilder(prefix).append('-');
        for (int i = 0; i < 20; i++) {
            id.append(Character.forDigit(random.nextInt(36), 36));
        }
        return id.toString();
    }

    /** Removes a cache, and its helper group if that is still at work; false when there is none of this id. */
    public synchronized boolean remove(String id) {
        settle();
        ImageCache cache = caches.get(id);
        if (cache == null) {
            return false;
        }
        write(new CacheRecord.Removed(id));
        if (cache.prepared() == null) {
            groups.delete(cache.helperGroupId(), true);
        }
        return true;
    }

    /** All of them, oldest first. */
    public synchronized List<ImageCache> all() {
        settle();
        return List.copyOf(caches.values());
    }

    /** A cache by its own id or that of its snapshot; null when there is none. */
    public synchronized @Nullable ImageCache find(String id) {
        settle();
        return caches.values().stream()
                .filter(cache -> cache.id().equals(id) || cache.snapshotId().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** The ready cache that has the most of these images, then the larger, then the newer one; null when none has any. */
    public synchronized @Nullable ImageCache best(Collection<String> images) {
        settle();
        Instant now = clock.instant();
        return caches.values().stream()
                .filter(cache -> cache.status(now) == CacheStatus.READY && hits(cache, images) > 0)
                .max(Comparator.comparingLong((ImageCache cache) -> hits(cache, images))
                        .thenComparing(cache -> cache.spec().size())
                        .thenComparing(ImageCache::number))
                .orElse(null);
    }

    private static long hits(ImageCache cache, Collection<String> images) {
        return images.stream().filter(cache.spec().images()::contains).count();
    }

    /** A container group is created with a cache. */
    public synchronized void used(ImageCache cache) {
        write(new CacheRecord.Used(cache.id(), clock.instant()));
    }

    private void settle() {
        Instant now = clock.instant();
        for (ImageCache cache : List.copyOf(caches.values())) {
            if (cache.overAt(now)) {
                write(new CacheRecord.Removed(cache.id()));
            } else if (cache.prepared() == null && cache.failed() == null) {
                CacheRecord news = lookAtHelper(cache, now);
                if (news != null) {
                    write(news);
                }
            }
        }
    }

    private @Nullable CacheRecord lookAtHelper(ImageCache cache, Instant now) {
        GroupSnapshot helper = groups.find(cache.helperGroupId());
        if (helper == null) {
            return now.isBefore(cache.creationTime().plus(HELPER_REMEMBERED))
                    ? new CacheRecord.Failed(cache.id(), now, "The container group that pulls the images was deleted.")
                    : new CacheRecord.Prepared(cache.id(), cache.creationTime());
        }
        Instant ended = helper.ended();
        if (helper.status() == GroupStatus.SUCCEEDED && ended != null) {
            return new CacheRecord.Prepared(cache.id(), ended);
        }
        if (helper.status().ended()) {
            return new CacheRecord.Failed(
                    cache.id(),
                    ended == null ? now : ended,
                    "The container group that pulls the images is %s."
                            .formatted(helper.status().wireName()));
        }
        boolean pullFails = helper.containers().stream()
                .anyMatch(container -> container.current() instanceof ContainerState.Waiting waiting
                        && PULL_FAILURES.contains(waiting.reason()));
        if (pullFails) {
            groups.delete(cache.helperGroupId(), true);
            return new CacheRecord.Failed(cache.id(), now, "The images cannot be pulled.");
        }
        return null;
    }
}
