package io.vnode.emulator.action;

import io.vnode.emulator.imagecache.CacheRecord;
import io.vnode.emulator.imagecache.ImageCache;
import io.vnode.emulator.imagecache.ImageCaches;
import io.vnode.emulator.state.Region;
import io.vnode.emulator.wire.Action;
import io.vnode.emulator.wire.ActionCall;
import io.vnode.emulator.wire.ParameterSchema;
import io.vnode.emulator.wire.ParameterType;
import io.vnode.emulator.wire.Parameters;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Lists image caches, page by page. */
final class DescribeImageCaches implements Action {

    private static final int USUAL_PAGE = 20;
    private static final int MAX_PAGE = 100;

    private static final ParameterSchema PARAMETERS = ParameterSchema.builder()
            .optional("ImageCacheId", ParameterType.text())
            .optional("ImageCacheName", ParameterType.text())
            .optional("Image", ParameterType.text())
            .optional("SnapshotId", ParameterType.text())
            .optional("ResourceGroupId", ParameterType.text())
            .required("Tag.N.Key", ParameterType.text())
            .optional("Tag.N.Value", ParameterType.text())
            .limit("Tag", 20)
            .optional("MatchImage.N", ParameterType.text())
            .limit("MatchImage", 100)
            .optional("ImageFullMatch", ParameterType.flag())
            .optional("ImageMatchCountRequest", ParameterType.integer(1, 100))
            .optional("Limit", ParameterType.integer(1, MAX_PAGE))
            .optional("NextToken", ParameterType.text())
            .build();

    private final Region region;
    private final ImageCaches caches;
    private final Clock clock;

    DescribeImageCaches(Region region, ImageCaches caches, Clock clock) {
        this.region = region;
        this.caches = caches;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "DescribeImageCaches";
    }

    @Override
    public ParameterSchema parameters() {
        return PARAMETERS;
    }

    @Override
    public Object answer(ActionCall call) {
        Parameters parameters = call.parameters();
        Refusals.requireRegion(parameters, region);
        Instant now = clock.instant();
        List<ImageCache> matching =
                caches.all().stream().filter(filter(parameters)).toList();
        long after = NextToken.read(parameters);
        int limit = parameters.integerOr("Limit", USUAL_PAGE);
        List<ImageCache> rest =
                matching.stream().filter(cache -> cache.number() > after).toList();
        List<ImageCache> page = rest.subList(0, Math.min(limit, rest.size()));
        return new Answer(
                call.requestId(),
                NextToken.write(page.size() < rest.size() ? page.getLast().number() : null),
                matching.size(),
                page.stream().map(cache -> write(cache, now)).toList());
    }

    private static Predicate<ImageCache> filter(Parameters parameters) {
        List<String> wanted = parameters.texts("MatchImage");
        int enough = parameters.flag("ImageFullMatch")
                ? wanted.size()
                : parameters.integerOr("ImageMatchCountRequest", Math.min(1, wanted.size()));
        Predicate<ImageCache> filter =
                cache -> wanted.stream().filter(cache.spec().images()::contains).count() >= enough;
        for (Parameters tag : parameters.elements("Tag")) {
            String value = tag.find("Value");
            filter = filter.and(cache -> {
                String actual = cache.spec().tags().get(tag.text("Key"));
                return actual != null && (value == null || value.equals(actual));
            });
        }
        return filter.and(cache -> equal(parameters, "ImageCacheId", cache.id()))
                .and(cache -> equal(parameters, "ImageCacheName", cache.spec().name()))
                .and(cache -> equal(parameters, "SnapshotId", cache.snapshotId()))
                .and(cache -> equal(parameters, "ResourceGroupId", cache.spec().resourceGroupId()))
                .and(cache -> parameters.find("Image") == null
                        || cache.spec().images().contains(parameters.text("Image")));
    }

    private static boolean equal(Parameters parameters, String name, @Nullable String actual) {
        String wanted = parameters.find(name);
        return wanted == null || wanted.equals(actual);
    }

    private Cache write(ImageCache cache, Instant now) {
        return new Cache(
                cache.id(),
                cache.spec().name(),
                cache.helperGroupId(),
                cache.snapshotId(),
                cache.spec().flash() ? cache.snapshotId() : "",
                cache.progress(now) + "%",
                cache.status(now).wireName(),
                cache.spec().images(),
                cache.spec().size(),
                cache.spec().evictable() ? "LRU" : "",
                time(cache.creationTime()),
                time(cache.expiry()),
                time(cache.used()),
                region.id(),
                cache.spec().resourceGroupId(),
                cache.spec().tags().entrySet().stream()
                        .map(tag -> new ContainerGroupAnswer.Tag(tag.getKey(), tag.getValue()))
                        .toList(),
                events(cache, now));
    }

    private static List<Event> events(ImageCache cache, Instant now) {
        List<Event> events = new ArrayList<>();
        events.add(Event.of(cache, "Normal", "Creating", "The image cache is being created.", cache.creationTime()));
        Instant ready = cache.ready();
        CacheRecord.Failed failure = cache.failed();
        if (failure != null) {
            events.add(Event.of(cache, "Warning", "Failed", failure.message(), failure.time()));
        } else if (ready != null && !now.isBefore(ready)) {
            events.add(Event.of(cache, "Normal", "Ready", "The image cache is ready.", ready));
        }
        return events;
    }

    private static String time(@Nullable Instant time) {
        return time == null ? "" : time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private record Answer(String requestId, String nextToken, int totalCount, List<Cache> imageCaches) {}

    private record Cache(
            String imageCacheId,
            String imageCacheName,
            String containerGroupId,
            String snapshotId,
            String flashSnapshotId,
            String progress,
            String status,
            List<String> images,
            int imageCacheSize,
            String eliminationStrategy,
            String creationTime,
            String expireDateTime,
            String lastMatchedTime,
            String regionId,
            @Nullable String resourceGroupId,
            List<ContainerGroupAnswer.Tag> tags,
            List<Event> events) {}

    private record Event(
            int count,
            String type,
            String name,
            String reason,
            String message,
            String firstTimestamp,
            String lastTimestamp) {

        static Event of(ImageCache cache, String type, String reason, String message, Instant time) {
            String name = "%s.%x".formatted(cache.id(), time.toEpochMilli());
            return new Event(1, type, name, reason, message, time(time), time(time));
        }
    }
}
