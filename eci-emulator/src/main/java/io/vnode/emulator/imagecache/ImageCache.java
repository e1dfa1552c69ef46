package io.vnode.emulator.imagecache;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An image cache.
 *
 * @param created how it began
 * @param prepared when its images were pulled; null while they are not
 * @param failed why it will never be ready; null when nothing speaks against it
 * @param used when a container group was created with it last; null for never
 */
public record ImageCache(
        CacheRecord.Created created,
        @Nullable Instant prepared,
        CacheRecord.@Nullable Failed failed,
        @Nullable Instant used) {

    private static final Duration SNAPSHOT = Duration.ofSeconds(20);
    private static final Duration FLASH_SNAPSHOT = Duration.ofSeconds(2);
    private static final Duration FAILED_KEPT = Duration.ofDays(1);
    private static final int HALF = 50;

    /** {@code imc-…} */
    public String id() {
        return created.id();
    }

    /** What was asked for. */
    public CacheSpec spec() {
        return created.spec();
    }

    /** {@code s-…} */
    public String snapshotId() {
        return created.snapshotId();
    }

    /** The container group that pulls the images. */
    public String helperGroupId() {
        return created.helperGroupId();
    }

    /** When it was asked for. */
    public Instant creationTime() {
        return created.time();
    }

    /** Counts caches in the order of their creation. */
    public long number() {
        return created.number();
    }

    /** When it will be removed by itself; null for never. */
    public @Nullable Instant expiry() {
        Integer days = spec().retentionDays();
        return days == null ? null : creationTime().plus(Duration.ofDays(days));
    }

    private Duration snapshotTime() {
        return spec().flash() ? FLASH_SNAPSHOT : SNAPSHOT;
    }

    /** When it is, was or will be ready, as far as that is known. */
    public @Nullable Instant ready() {
        return prepared == null ? null : prepared.plus(snapshotTime());
    }

    /** Its status at a moment. */
    public CacheStatus status(Instant now) {
        if (failed != null) {
            return CacheStatus.FAILED;
        }
        Instant ready = ready();
        if (ready == null) {
            return CacheStatus.PREPARING;
        }
        return now.isBefore(ready) ? CacheStatus.CREATING : CacheStatus.READY;
    }

    /** How far it is, in percent; the snapshot is the second half. */
    public int progress(Instant now) {
        return switch (status(now)) {
            case PREPARING, FAILED ->
                (int) Math.min(
                        HALF - 1,
                        Duration.between(creationTime(), failed == null ? now : failed.time())
                                .toSeconds());
            case CREATING ->
                HALF
                        + (int) (HALF
                                * Duration.between(prepared, now).toMillis()
                                / snapshotTime().toMillis());
            case READY -> 2 * HALF;
        };
    }

    boolean overAt(Instant now) {
        Instant expiry = expiry();
        return (expiry != null && !now.isBefore(expiry))
                || (failed != null && !now.isBefore(failed.time().plus(FAILED_KEPT)));
    }

    ImageCache preparedAt(Instant time) {
        return new ImageCache(created, time, failed, used);
    }

    ImageCache failedAs(CacheRecord.Failed failure) {
        return new ImageCache(created, prepared, failure, used);
    }

    ImageCache usedAt(Instant time) {
        return new ImageCache(created, prepared, failed, time);
    }
}
