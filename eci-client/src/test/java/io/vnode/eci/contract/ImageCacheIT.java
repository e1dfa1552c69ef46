package io.vnode.eci.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.eci.DeleteOutcome;
import io.vnode.eci.ImageCacheOutcome;
import io.vnode.eci.model.RegistryCredential;
import io.vnode.eci.model.cache.CreateImageCacheRequest;
import io.vnode.eci.model.cache.ImageCache;
import io.vnode.eci.model.cache.ImageCacheFilter;
import io.vnode.emulator.fault.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImageCacheIT {

    private EmulatedEci cloud;

    @BeforeEach
    void start() throws IOException {
        cloud = EmulatedEci.start();
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    @Test
    void aCacheIsMadeAndThenReady() {
        ImageCacheOutcome.Accepted accepted = create(order("base", "token-1")
                .vSwitchIds(List.of("vsw-sandboxa"))
                .securityGroupId("sg-sandbox")
                .registryCredentials(List.of(new RegistryCredential("registry.example.org", "user", "word")))
                .sizeGib(40)
                .retentionDays(7)
                .evictable(true)
                .tags(Map.of("Team", "a")));

        assertThat(accepted.imageCacheId()).startsWith("imc-");
        assertThat(accepted.containerGroupId()).startsWith("eci-");
        cloud.pass(Duration.ofHours(1));
        ImageCache cache = found(filter().id(accepted.imageCacheId())).getFirst();
        assertThat(cache.status()).isEqualTo(ImageCache.Status.READY);
        assertThat(cache.progress()).isEqualTo("100%");
        assertThat(cache.name()).isEqualTo("base");
        assertThat(cache.images()).containsExactly("nginx", "busybox");
        assertThat(cache.sizeGib()).isEqualTo(40);
        assertThat(cache.eliminationStrategy()).isEqualTo("LRU");
        assertThat(cache.creationTime()).isNotNull();
        assertThat(cache.expireTime()).isNotNull();
        assertThat(cache.tags()).containsEntry("Team", "a");
        assertThat(cache.events()).isNotEmpty();
    }

    private static CreateImageCacheRequest.Builder order(String name, String token) {
        return CreateImageCacheRequest.builder(name, token, List.of("nginx", "busybox"));
    }

    private ImageCacheOutcome.Accepted create(CreateImageCacheRequest.Builder order) {
        ImageCacheOutcome outcome = cloud.client().createImageCache(order.build());
        if (outcome instanceof ImageCacheOutcome.Accepted accepted) {
            return accepted;
        }
        throw new AssertionError("expected an image cache, got " + outcome);
    }

    private static ImageCacheFilter.Builder filter() {
        return ImageCacheFilter.builder();
    }

    private List<ImageCache> found(ImageCacheFilter.Builder filter) {
        return cloud.client().describeImageCaches(filter.build());
    }

    @Test
    void aLostAnswerMakesNoSecondCache() {
        cloud.emulator().faults().next(1, "CreateImageCache", new Fault.CloseAfterWork());

        create(order("base", "token-1"));

        assertThat(cloud.calls("CreateImageCache")).hasSize(2);
        assertThat(found(filter())).hasSize(1);
    }

    @Test
    void cachesAreFoundByAllThatTheServiceFiltersBy() {
        create(order("one", "token-1").tags(Map.of("Team", "a")).resourceGroupId("rg-1"));
        create(order("two", "token-2"));

        assertThat(found(filter())).hasSize(2);
        assertThat(found(filter().name("two"))).extracting(ImageCache::name).containsExactly("two");
        assertThat(found(filter().tags(Map.of("Team", "a"))))
                .extracting(ImageCache::name)
                .containsExactly("one");
        assertThat(found(filter().resourceGroupId("rg-1"))).hasSize(1);
        assertThat(found(filter().image("nginx"))).hasSize(2);
        assertThat(found(filter().image("nowhere"))).isEmpty();
    }

    @Test
    void aListingHasAllPages() {
        for (int i = 0; i < 65; i++) {
            create(order("cache-" + i, "token-" + i));
        }

        assertThat(found(filter())).extracting(ImageCache::id).hasSize(65).doesNotHaveDuplicates();
        assertThat(cloud.calls("DescribeImageCaches")).hasSizeGreaterThan(1);
    }

    @Test
    void aCacheIsDeletedOnceAndThenUnknown() {
        String id = create(order("base", "token-1")).imageCacheId();
        cloud.pass(Duration.ofHours(1));

        assertThat(cloud.client().deleteImageCache(id)).isInstanceOf(DeleteOutcome.Accepted.class);
        assertThat(found(filter())).isEmpty();
        assertThat(cloud.client().deleteImageCache(id)).isInstanceOf(DeleteOutcome.NotFound.class);
    }
}
