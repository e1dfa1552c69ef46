package io.vnode.emulator;

import static io.vnode.emulator.SignedCaller.call;
import static io.vnode.emulator.SignedCaller.newGroup;
import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.emulator.imagecache.ImageCaches;
import io.vnode.emulator.wire.SignedRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ImageCacheIT {

    private static final Duration UNTIL_READY = Duration.ofSeconds(25);

    @TempDir
    private Path folder;

    private final ManualClock clock = new ManualClock(Instant.parse("2024-01-02T03:04:05Z"));
    private EciEmulator emulator;
    private SignedCaller caller;

    @BeforeEach
    void start() throws Exception {
        start(null);
    }

    private void start(@Nullable Path state) throws Exception {
        emulator = EciEmulator.start(EmulatorConfig.loopback(SignedCaller.KEY), clock, state);
        caller = new SignedCaller(emulator);
    }

    @AfterEach
    void stop() {
        caller.close();
        emulator.close();
    }

    @Test
    void becomesReadyByTheClock() throws Exception {
        JsonNode created = caller.ok(newCache("nginx", "nginx:1.27", "busybox"));
        String id = created.path("ImageCacheId").stringValue();
        String helper = created.path("ContainerGroupId").stringValue();

        assertThat(id).startsWith("imc-");
        assertThat(emulator.containerGroups().find(helper)).isNotNull();
        assertThat(statusAndProgress(id)).isEqualTo("Preparing 0%");
        clock.advance(Duration.ofSeconds(4));
        assertThat(statusAndProgress(id)).isEqualTo("Preparing 4%");
        clock.advance(Duration.ofSeconds(6));
        assertThat(statusAndProgress(id)).isEqualTo("Creating 62%");
        clock.advance(Duration.ofSeconds(15));
        assertThat(statusAndProgress(id)).isEqualTo("Ready 100%");
        JsonNode cache = cache(id);
        assertThat(cache.path("Images").toString()).isEqualTo("[\"nginx:1.27\",\"busybox\"]");
        assertThat(cache.path("ImageCacheSize").intValue()).isEqualTo(20);
        assertThat(cache.path("SnapshotId").stringValue()).startsWith("s-");
        assertThat(cache.path("ContainerGroupId").stringValue()).isEqualTo(helper);
        assertThat(cache.path("Events"))
                .extracting(event -> event.path("Reason").stringValue())
                .containsExactly("Creating", "Ready");
    }

    @Test
    void isReadyEvenIfNobodyLookedWhileItsHelperWasThere() throws Exception {
        String id = created(newCache("nginx", "nginx"));
        clock.advance(Duration.ofHours(3));

        assertThat(statusAndProgress(id)).isEqualTo("Ready 100%");
    }

    @Test
    void isReadySoonerWithFlash() throws Exception {
        String id = created(newCache("nginx", "nginx").with("Flash", "true"));
        clock.advance(Duration.ofSeconds(7));

        assertThat(statusAndProgress(id)).isEqualTo("Ready 100%");
    }

    @Test
    void failsWithItsHelperAndIsGoneADayLater() throws Exception {
        JsonNode created = caller.ok(newCache("nginx", "nginx"));
        String id = created.path("ImageCacheId").stringValue();
        caller.ok(call("DeleteContainerGroup")
                .with("ContainerGroupId", created.path("ContainerGroupId").stringValue())
                .with("Force", "true"));

        assertThat(cache(id).path("Status").stringValue()).isEqualTo("Failed");
        assertThat(cache(id).at("/Events/1/Type").stringValue()).isEqualTo("Warning");
        clock.advance(Duration.ofDays(1));
        assertThat(caches(Map.of())).isEmpty();
    }

    @Test
    void isGoneAfterItsRetention() throws Exception {
        String id = created(newCache("nginx", "nginx").with("RetentionDays", "2"));

        assertThat(cache(id).path("ExpireDateTime").stringValue()).isEqualTo("2024-01-04T03:04:05Z");
        clock.advance(Duration.ofDays(2));
        assertThat(caches(Map.of())).isEmpty();
    }

    @Test
    void mayBeUsedOnlyWhenItIsReady() throws Exception {
        String id = created(newCache("nginx", "nginx:1.27"));

        assertThat(caller.refusal(newGroup("web").with("ImageSnapshotId", id)))
                .isEqualTo("400 ImageSnapshot.IncorrectStatus");
        assertThat(caller.refusal(newGroup("web").with("ImageSnapshotId", "imc-none")))
                .isEqualTo("404 ImageSnapshot.NotFound");
        clock.advance(UNTIL_READY);
        assertThat(cache(id).path("LastMatchedTime").stringValue()).isEmpty();
        caller.ok(newGroup("web").with("ImageSnapshotId", id));
        assertThat(cache(id).path("LastMatchedTime").stringValue()).isEqualTo("2024-01-02T03:04:30Z");
    }

    @Test
    void isFoundByItselfWhenAGroupAsksForAnyThatFits() throws Exception {
        String other = created(newCache("other", "busybox"));
        String small = created(newCache("small", "nginx:1.27"));
        String large = created(newCache("large", "nginx:1.27").with("ImageCacheSize", "40"));
        clock.advance(UNTIL_READY);
        cache(other);

        caller.ok(newGroup("web").with("AutoMatchImageCache", "true"));

        assertThat(cache(large).path("LastMatchedTime").stringValue()).isNotEmpty();
        assertThat(cache(small).path("LastMatchedTime").stringValue()).isEmpty();
        assertThat(cache(other).path("LastMatchedTime").stringValue()).isEmpty();
    }

    @Test
    void makesOneCacheOfARepeatedToken() throws Exception {
        String first = created(newCache("nginx", "nginx").with("ClientToken", "t"));

        assertThat(created(newCache("nginx", "nginx").with("ClientToken", "t"))).isEqualTo(first);
        assertThat(caller.refusal(newCache("nginx", "busybox").with("ClientToken", "t")))
                .isEqualTo("400 IdempotentParameterMismatch");
        assertThat(caches(Map.of())).hasSize(1);
        assertThat(emulator.containerGroups().all()).hasSize(1);
    }

    @Test
    void listsByEveryFilterAndPageByPage() throws Exception {
        String nginx = created(
                newCache("nginx", "nginx", "busybox").with("Tag.1.Key", "a").with("Tag.1.Value", "b"));
        String redis = created(newCache("redis", "redis").with("ResourceGroupId", "rg-1"));

        assertThat(ids(Map.of("ImageCacheName", "redis"))).containsExactly(redis);
        assertThat(ids(Map.of("Image", "busybox"))).containsExactly(nginx);
        assertThat(ids(Map.of("SnapshotId", cache(redis).path("SnapshotId").stringValue())))
                .containsExactly(redis);
        assertThat(ids(Map.of("ResourceGroupId", "rg-1"))).containsExactly(redis);
        assertThat(ids(Map.of("Tag.1.Key", "a"))).containsExactly(nginx);
        assertThat(ids(Map.of("MatchImage.1", "nginx", "MatchImage.2", "redis")))
                .containsExactly(nginx, redis);
        assertThat(ids(Map.of("MatchImage.1", "nginx", "MatchImage.2", "busybox", "ImageFullMatch", "true")))
                .containsExactly(nginx);
        JsonNode first = caller.ok(call("DescribeImageCaches").with("Limit", "1"));
        assertThat(first.path("TotalCount").intValue()).isEqualTo(2);
        JsonNode second = caller.ok(call("DescribeImageCaches")
                .with("Limit", "1")
                .with("NextToken", first.path("NextToken").stringValue()));
        assertThat(second.at("/ImageCaches/0/ImageCacheId").stringValue()).isEqualTo(redis);
        assertThat(second.path("NextToken").stringValue()).isEmpty();
    }

    @Test
    void isDeletedWithItsHelper() throws Exception {
        String id = created(newCache("nginx", "nginx"));

        caller.ok(call("DeleteImageCache").with("ImageCacheId", id));

        assertThat(caches(Map.of())).isEmpty();
        assertThat(emulator.containerGroups().all()).isEmpty();
        assertThat(caller.refusal(call("DeleteImageCache").with("ImageCacheId", id)))
                .isEqualTo("404 InvalidImageCacheId.NotFound");
    }

    @Test
    void refusesOneTooManyUnlessAnotherMayGo() throws Exception {
        String longestUnused = created(newCache("first", "nginx"));
        for (int i = 1; i < ImageCaches.QUOTA; i++) {
            caller.ok(newCache("cache-" + i, "nginx"));
        }
        assertThat(caller.refusal(newCache("last", "nginx"))).isEqualTo("403 QuotaExceeded");

        caller.ok(call("DeleteImageCache").with("ImageCacheId", longestUnused));
        String evictable = created(newCache("evictable", "nginx").with("EliminationStrategy", "LRU"));
        caller.ok(newCache("last", "nginx"));

        assertThat(ids(Map.of("ImageCacheId", evictable))).isEmpty();
    }

    @Test
    void outlivesTheEmulator() throws Exception {
        stop();
        start(folder);
        String id = created(newCache("nginx", "nginx").with("ClientToken", "t"));
        clock.advance(UNTIL_READY);
        assertThat(statusAndProgress(id)).isEqualTo("Ready 100%");
        JsonNode before = cache(id);
        stop();

        start(folder);

        assertThat(cache(id)).isEqualTo(before);
        assertThat(created(newCache("nginx", "nginx").with("ClientToken", "t"))).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({
        "ImageCacheName, '', 400 MissingParameter",
        "Image.1, '', 400 MissingParameter",
        "ImageCacheSize, 19, 400 InvalidParameter",
        "VSwitchId, vsw-none, 404 InvalidVSwitchId.NotFound",
        "EliminationStrategy, FIFO, 400 InvalidParameter",
    })
    void refusesWhatCannotBe(String name, String value, String refusal) throws Exception {
        assertThat(caller.refusal(newCache("nginx", "nginx").with(name, value))).isEqualTo(refusal);
        assertThat(caches(Map.of())).isEmpty();
    }

    private static SignedRequest newCache(String name, String... images) {
        SignedRequest request = call("CreateImageCache").with("ImageCacheName", name);
        for (int i = 0; i < images.length; i++) {
            request.with("Image." + (i + 1), images[i]);
        }
        return request;
    }

    private String created(SignedRequest request) throws Exception {
        return caller.ok(request).path("ImageCacheId").stringValue();
    }

    private JsonNode caches(Map<String, String> filter) throws Exception {
        return caller.ok(call("DescribeImageCaches").with(filter)).path("ImageCaches");
    }

    private List<String> ids(Map<String, String> filter) throws Exception {
        return caches(filter)
                .valueStream()
                .map(cache -> cache.path("ImageCacheId").stringValue())
                .toList();
    }

    private JsonNode cache(String id) throws Exception {
        return caches(Map.of("ImageCacheId", id)).path(0);
    }

    private String statusAndProgress(String id) throws Exception {
        JsonNode cache = cache(id);
        return cache.path("Status").stringValue() + " " + cache.path("Progress").stringValue();
    }
}
