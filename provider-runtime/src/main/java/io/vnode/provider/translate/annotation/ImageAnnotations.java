package io.vnode.provider.translate.annotation;

import io.vnode.addon.PodAnnotation;
import io.vnode.eci.model.AcrRegistry;
import io.vnode.eci.model.DataCache;
import io.vnode.eci.model.ImageAccelerateMode;
import io.vnode.eci.model.ImageOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The annotations about images and the data cache, as ECI's own options. */
final class ImageAnnotations {

    private static final int MOST_REGISTRIES = 10;
    private static final int MOST_IMAGES = 100;
    private static final int MOST_IOPS = 1_000_000;
    private static final Pattern CACHE_ID = Pattern.compile("(imc|s)-[0-9a-z]+");
    private static final Pattern ACR_ID = Pattern.compile("([a-z]{2}(-[a-z0-9]+)+:)?cri-[0-9a-z]+");
    private static final Pattern ROLE_ARN = Pattern.compile("acs:ram::[0-9]+:role/[A-Za-z0-9.@_-]+");
    private static final Pattern REGISTRY = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]{1,5})?");
    private static final Pattern BUCKET = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");
    private static final Pattern PERFORMANCE_LEVEL = Pattern.compile("PL[0-3]");

    private ImageAnnotations() {}

    static ImageOptions read(AnnotationReader reader) {
        Boolean perfect = reader.bool(PodAnnotation.IMAGE_CACHE_PERFECT_MATCH);
        if (Boolean.FALSE.equals(perfect)) {
            reader.forget(PodAnnotation.IMAGE_CACHE_PERFECT_MATCH);
        }
        var unused = reader.wholeNumber(PodAnnotation.IMAGE_CACHE_MATCH_COUNT, 1, MOST_IMAGES);
        return ImageOptions.builder()
                .imageCacheId(reader.matching(PodAnnotation.IMAGE_CACHE_ID, CACHE_ID))
                .autoMatchImageCache(reader.bool(PodAnnotation.AUTO_IMAGE_CACHE))
                .accelerateMode(reader.parsed(PodAnnotation.IMAGE_ACCELERATE_MODE, ImageAccelerateMode::of))
                .acrRegistries(acrRegistries(reader))
                .plainHttpRegistries(reader.list(PodAnnotation.PLAIN_HTTP_REGISTRY, REGISTRY, MOST_REGISTRIES))
                .insecureRegistries(reader.list(PodAnnotation.INSECURE_REGISTRY, REGISTRY, MOST_REGISTRIES))
                .build();
    }

    private static List<AcrRegistry> acrRegistries(AnnotationReader reader) {
        List<String> ids = reader.list(PodAnnotation.ACR_INSTANCE_IDS, ACR_ID, MOST_REGISTRIES);
        List<String> service = roles(reader, PodAnnotation.ACR_SERVICE_ARNS, ids.size());
        List<String> user = roles(reader, PodAnnotation.ACR_USER_ARNS, ids.size());
        List<AcrRegistry> registries = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            String id = ids.get(i);
            int colon = id.indexOf(':');
            registries.add(new AcrRegistry(
                    id.substring(colon + 1),
                    colon < 0 ? null : id.substring(0, colon),
                    null,
                    List.of(),
                    roleOf(service, i),
                    roleOf(user, i)));
        }
        return registries;
    }

    /** One for all registries, or one for each of them, which may well be the same. */
    private static List<String> roles(AnnotationReader reader, PodAnnotation annotation, int registries) {
        List<String> roles = reader.parsed(annotation, text -> {
            List<String> all = AnnotationReader.parts(text);
            boolean valid = registries > 0
                    && (all.size() == 1 || all.size() == registries)
                    && all.stream().allMatch(role -> ROLE_ARN.matcher(role).matches());
            return valid ? all : null;
        });
        return roles == null ? List.of() : roles;
    }

    private static @Nullable String roleOf(List<String> roles, int registry) {
        if (roles.isEmpty()) {
            return null;
        }
        return roles.size() == 1 ? roles.getFirst() : roles.get(registry);
    }

    static @Nullable DataCache dataCache(AnnotationReader reader) {
        String bucket = reader.matching(PodAnnotation.DATA_CACHE_BUCKET, BUCKET);
        String level = reader.matching(PodAnnotation.DATA_CACHE_PL, PERFORMANCE_LEVEL);
        Integer iops = reader.wholeNumber(PodAnnotation.DATA_CACHE_PROVISIONED_IOPS, 0, MOST_IOPS);
        Boolean bursting = reader.bool(PodAnnotation.DATA_CACHE_BURSTING);
        reader.refuseUnless(
                reader.has(PodAnnotation.DATA_CACHE_BUCKET),
                PodAnnotation.DATA_CACHE_PL,
                PodAnnotation.DATA_CACHE_PROVISIONED_IOPS,
                PodAnnotation.DATA_CACHE_BURSTING);
        return bucket == null ? null : new DataCache(bucket, level, iops == null ? null : iops.longValue(), bursting);
    }
}
