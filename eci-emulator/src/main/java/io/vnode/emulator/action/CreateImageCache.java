package io.vnode.emulator.action;

import io.vnode.emulator.imagecache.CacheSpec;
import io.vnode.emulator.imagecache.ImageCache;
import io.vnode.emulator.imagecache.ImageCaches;
import io.vnode.emulator.state.Region;
import io.vnode.emulator.wire.Action;
import io.vnode.emulator.wire.ActionCall;
import io.vnode.emulator.wire.ApiException;
import io.vnode.emulator.wire.ParameterSchema;
import io.vnode.emulator.wire.ParameterType;
import io.vnode.emulator.wire.Parameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Begins an image cache: a helper container group pulls the images, and a snapshot keeps them. */
final class CreateImageCache implements Action {

    private static final int SMALLEST = 20;
    private static final int LARGEST = 32_768;

    private static final ParameterSchema PARAMETERS = ParameterSchema.builder()
            .required("ImageCacheName", ParameterType.text(128))
            .required("Image.1", ParameterType.text())
            .optional("Image.N", ParameterType.text())
            .limit("Image", 20)
            .optional("ClientToken", ParameterType.text(64))
            .optional("SecurityGroupId", ParameterType.text())
            .optional("VSwitchId", ParameterType.text())
            .optional("ZoneId", ParameterType.text())
            .optional("EipInstanceId", ParameterType.text())
            .optional("ResourceGroupId", ParameterType.text())
            .required("ImageRegistryCredential.N.Server", ParameterType.text())
            .required("ImageRegistryCredential.N.UserName", ParameterType.text())
            .secret("ImageRegistryCredential.N.Password", ParameterType.text())
            .limit("ImageRegistryCredential", 10)
            .optional("ImageCacheSize", ParameterType.integer(SMALLEST, LARGEST))
            .optional("RetentionDays", ParameterType.integer(1, 36_500))
            .optional("AutoMatchImageCache", ParameterType.flag())
            .optional("EliminationStrategy", ParameterType.oneOf("LRU"))
            .optional("Flash", ParameterType.flag())
            .optional("FlashCopyCount", ParameterType.integer(1, 100))
            .optional("StandardCopyCount", ParameterType.integer(1, 100))
            .optional("PlainHttpRegistry", ParameterType.text())
            .optional("InsecureRegistry", ParameterType.text())
            .optional("OsType", ParameterType.oneOf("Linux", "Windows"))
            .optional("Annotations", ParameterType.text())
            .required("Tag.N.Key", ParameterType.text(64))
            .optional("Tag.N.Value", ParameterType.text(128))
            .limit("Tag", 20)
            .optional("AcrRegistryInfo.N.InstanceId", ParameterType.text())
            .optional("AcrRegistryInfo.N.RegionId", ParameterType.text())
            .optional("AcrRegistryInfo.N.InstanceName", ParameterType.text())
            .optional("AcrRegistryInfo.N.Domain.N", ParameterType.text())
            .build();

    private static final List<String> SHARED_WITH_HELPER =
            List.of("RegionId", "SecurityGroupId", "VSwitchId", "ZoneId", "EipInstanceId", "ResourceGroupId");

    private final Region region;
    private final ImageCaches caches;
    private final GroupCreation creation;

    CreateImageCache(Region region, ImageCaches caches, GroupCreation creation) {
        this.region = region;
        this.caches = caches;
        this.creation = creation;
    }

    @Override
    public String name() {
        return "CreateImageCache";
    }

    @Override
    public ParameterSchema parameters() {
        return PARAMETERS;
    }

    @Override
    public Object answer(ActionCall call) {
        Parameters parameters = call.parameters();
        Refusals.requireRegion(parameters, region);
        String token = parameters.find("ClientToken");
        synchronized (caches) { // between looking for the token and adding the cache, nobody else may do the same
            ImageCache earlier = token == null ? null : caches.byToken(token);
            if (earlier != null) {
                if (!earlier.created().fingerprint().equals(call.fingerprint())) {
                    throw Refusals.tokenMismatch();
                }
                return new Answer(call.requestId(), earlier.id(), earlier.helperGroupId());
            }
            if (!caches.makeRoom()) {
                throw new ApiException(
                        403, "QuotaExceeded", "The image cache quota exceeded: %d.".formatted(ImageCaches.QUOTA));
            }
            String helper = creation.create(call, helper(parameters));
            ImageCache cache = caches.add(spec(parameters), helper, token, call.fingerprint());
            return new Answer(call.requestId(), cache.id(), helper);
        }
    }

    private static CacheSpec spec(Parameters parameters) {
        Map<String, String> tags = new LinkedHashMap<>();
        parameters.elements("Tag").forEach(tag -> tags.put(tag.text("Key"), tag.text("Value")));
        return new CacheSpec(
                parameters.text("ImageCacheName"),
                parameters.texts("Image"),
                parameters.integerOr("ImageCacheSize", SMALLEST),
                parameters.find("RetentionDays") == null ? null : parameters.integerOr("RetentionDays", 0),
                parameters.flag("AutoMatchImageCache"),
                parameters.flag("Flash"),
                parameters.text("EliminationStrategy").equals("LRU"),
                parameters.find("ResourceGroupId"),
                tags);
    }

    /** A group with one container per image, each of which is done as soon as its image is there. */
    private static NavigableMap<String, String> helper(Parameters parameters) {
        NavigableMap<String, String> helper = new TreeMap<>();
        helper.put("ContainerGroupName", "image-cache-helper");
        helper.put("RestartPolicy", "Never");
        helper.put("Cpu", "2");
        helper.put("Memory", "4");
        for (String name : SHARED_WITH_HELPER) {
            String value = parameters.find(name);
            if (value != null) {
                helper.put(name, value);
            }
        }
        List<String> images = parameters.texts("Image");
        for (int i = 1; i <= images.size(); i++) {
            helper.put("Container.%d.Name".formatted(i), "image-" + i);
            helper.put("Container.%d.Image".formatted(i), images.get(i - 1));
            helper.put("Container.%d.Command.1".formatted(i), "sleep");
            helper.put("Container.%d.Command.2".formatted(i), "5");
        }
        return helper;
    }

    private record Answer(String requestId, String imageCacheId, String containerGroupId) {}
}
