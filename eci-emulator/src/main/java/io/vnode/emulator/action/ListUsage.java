package io.vnode.emulator.action;

import io.vnode.emulator.imagecache.ImageCaches;
import io.vnode.emulator.state.ContainerGroups;
import io.vnode.emulator.state.Region;
import io.vnode.emulator.wire.Action;
import io.vnode.emulator.wire.ActionCall;
import io.vnode.emulator.wire.ParameterSchema;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells the account's quotas and how much of them is used. */
final class ListUsage implements Action {

    private static final ParameterSchema PARAMETERS = ParameterSchema.builder().build();

    private final Region region;
    private final ContainerGroups groups;
    private final ImageCaches caches;

    ListUsage(Region region, ContainerGroups groups, ImageCaches caches) {
        this.region = region;
        this.caches = caches;
        this.groups = groups;
    }

    @Override
    public String name() {
        return "ListUsage";
    }

    @Override
    public ParameterSchema parameters() {
        return PARAMETERS;
    }

    @Override
    public Object answer(ActionCall call) {
        Refusals.requireRegion(call.parameters(), region);
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("UsedCpu", groups.usedCpu());
        attributes.put("MaxCpu", groups.offer().maxCpu());
        attributes.put("UsedImageCacheCount", caches.all().size());
        attributes.put("MaxImageCacheCount", ImageCaches.QUOTA);
        return new Answer(call.requestId(), attributes);
    }

    private record Answer(String requestId, Map<String, Object> attributes) {}
}
