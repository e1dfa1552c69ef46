package io.vnode.provider.translate.annotation;

import io.vnode.addon.PodAnnotation;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Storage, identity and the system below the containers.
 *
 * @param ephemeralStorageGib disk beyond what is free of charge; null for none
 * @param disks volumes that become cloud disks
 * @param corePattern where core dumps go; null for ECI's own place
 * @param slsEnable whether the Log Service collects; null to leave it unsaid
 * @param ramRoleName the RAM role whose rights the containers have; null for none
 */
public record SystemWish(
        @Nullable Integer ephemeralStorageGib,
        List<DiskVolume> disks,
        @Nullable String corePattern,
        @Nullable Boolean slsEnable,
        @Nullable String ramRoleName) {

    private static final int MOST_GIB = 32_768;
    private static final Pattern PATH = Pattern.compile("/[^|\\s]*");
    private static final Pattern ROLE_NAME = Pattern.compile("[A-Za-z0-9.@_-]{1,64}");

    public SystemWish {
        disks = List.copyOf(disks);
    }

    static SystemWish read(AnnotationReader reader, Set<String> replaceableVolumes) {
        readStorageOptions(reader);
        if (Boolean.FALSE.equals(reader.bool(PodAnnotation.EVICTION_ENABLE))) {
            reader.forget(PodAnnotation.EVICTION_ENABLE);
        }
        return new SystemWish(
                reader.parsed(PodAnnotation.EXTRA_EPHEMERAL_STORAGE, text -> Quantities.gib(text, 1, MOST_GIB)),
                DiskVolume.read(reader, replaceableVolumes),
                reader.matching(PodAnnotation.CORE_PATTERN, PATH),
                reader.bool(PodAnnotation.SLS_ENABLE),
                reader.matching(PodAnnotation.RAM_ROLE_NAME, ROLE_NAME));
    }

    private static void readStorageOptions(AnnotationReader reader) {
        String encrypted = reader.parsed(PodAnnotation.EPHEMERAL_STORAGE_OPTIONS, SystemWish::encrypted);
        if ("true".equals(encrypted)) {
            reader.refuseAsUnsupported(PodAnnotation.EPHEMERAL_STORAGE_OPTIONS);
        }
    }

    private static @Nullable String encrypted(String text) {
        JsonNode json = CustomNames.parse(text);
        if (json == null || !json.isObject() || json.size() != 1) {
            return null;
        }
        String word = json.path("encrypted").asString("");
        return word.equals("true") || word.equals("false") ? word : null;
    }
}
