package io.vnode.provider.translate.annotation;

import io.vnode.addon.ContainerGroupTags;
import io.vnode.addon.PodAnnotation;
import io.vnode.eci.model.ScheduleStrategy;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a container group is to run, and as whose.
 *
 * @param vSwitchIds in place of those of profile and settings; empty for those
 * @param strategy the order of the vSwitches; null when the pod does not say
 * @param securityGroupIds one or more separated by commas, as ECI wants it; null for that of profile and settings
 * @param resourceGroupId null for that of profile and settings
 * @param tags tags of the pod's own
 */
public record PlacementOptions(
        List<String> vSwitchIds,
        @Nullable ScheduleStrategy strategy,
        @Nullable String securityGroupIds,
        @Nullable String resourceGroupId,
        SequencedMap<String, String> tags) {

    private static final int MOST_VSWITCHES = 10;
    private static final int MOST_SECURITY_GROUPS = 5;
    private static final int MOST_TAGS = 3;
    private static final Pattern VSWITCH = Pattern.compile("vsw-[0-9a-z]+");
    private static final Pattern SECURITY_GROUP = Pattern.compile("sg-[0-9a-z]+");
    private static final Pattern RESOURCE_GROUP = Pattern.compile("rg-[0-9A-Za-z]+");
    private static final Pattern PRIVATE_POOL = Pattern.compile("eap-[0-9a-z]+");
    private static final Pattern OPEN_OR_TARGET = Pattern.compile("Open|Target");
    private static final Pattern TAG_KEY = Pattern.compile("(?!acs:|aliyun)(?!.*https?://).{1,64}");
    private static final Pattern TAG_VALUE = Pattern.compile("(?!acs:|aliyun)(?!.*https?://).{0,128}");

    public PlacementOptions {
        vSwitchIds = List.copyOf(vSwitchIds);
        tags = new LinkedHashMap<>(tags);
    }

    /** The tags; changing the map changes nothing here. */
    @Override
    public SequencedMap<String, String> tags() {
        return new LinkedHashMap<>(tags);
    }

    static PlacementOptions read(AnnotationReader reader) {
        readPrivatePool(reader);
        List<String> securityGroups = reader.list(PodAnnotation.SECURITY_GROUP, SECURITY_GROUP, MOST_SECURITY_GROUPS);
        SequencedMap<String, String> tags = reader.parsed(PodAnnotation.CUSTOM_TAGS, PlacementOptions::tags);
        return new PlacementOptions(
                reader.list(PodAnnotation.VSWITCH, VSWITCH, MOST_VSWITCHES),
                reader.parsed(PodAnnotation.SCHEDULE_STRATEGY, PlacementOptions::strategy),
                securityGroups.isEmpty() ? null : String.join(",", securityGroups),
                reader.matching(PodAnnotation.RESOURCE_GROUP_ID, RESOURCE_GROUP),
                tags == null ? new LinkedHashMap<>() : tags);
    }

    private static void readPrivatePool(AnnotationReader reader) {
        String criteria = reader.matching(PodAnnotation.PRIVATE_POOL_MATCH_CRITERIA, OPEN_OR_TARGET);
        String pool = reader.matching(PodAnnotation.PRIVATE_POOL_ID, PRIVATE_POOL);
        boolean target = "Target".equals(criteria);
        if (target && pool == null) {
            reader.refuse(PodAnnotation.PRIVATE_POOL_MATCH_CRITERIA);
        }
        if (pool != null) {
            reader.refuseUnless(target, PodAnnotation.PRIVATE_POOL_ID);
            reader.refuseAsUnsupported(PodAnnotation.PRIVATE_POOL_ID);
        }
    }

    /** The documentation itself writes it in more than one way. */
    private static @Nullable ScheduleStrategy strategy(String word) {
        return Arrays.stream(ScheduleStrategy.values())
                .filter(one -> one.word().equalsIgnoreCase(word))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable SequencedMap<String, String> tags(String text) {
        SequencedMap<String, String> tags = new LinkedHashMap<>();
        for (String part : AnnotationReader.parts(text)) {
            int colon = part.indexOf(':');
            String key = colon < 0 ? "" : part.substring(0, colon).strip();
            String value = part.substring(colon + 1).strip();
            boolean valid = TAG_KEY.matcher(key).matches()
                    && TAG_VALUE.matcher(value).matches()
                    && !ContainerGroupTags.isReserved(key)
                    && !tags.containsKey(key);
            if (!valid) {
                return null;
            }
            tags.put(key, value);
        }
        return tags.size() <= MOST_TAGS ? tags : null;
    }
}
