package io.vnode.emulator.action;

import io.vnode.emulator.imagecache.CacheStatus;
import io.vnode.emulator.imagecache.ImageCache;
import io.vnode.emulator.imagecache.ImageCaches;
import io.vnode.emulator.state.ContainerGroups;
import io.vnode.emulator.state.ContainerSpec;
import io.vnode.emulator.state.CreateResult;
import io.vnode.emulator.state.GroupSpec;
import io.vnode.emulator.state.Region;
import io.vnode.emulator.wire.ActionCall;
import io.vnode.emulator.wire.ApiException;
import io.vnode.emulator.wire.ParameterSchema;
import io.vnode.emulator.wire.Parameters;
import java.time.Clock;
import java.util.HashSet;
import java.util.NavigableMap;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Creates container groups for every action that does. */
final class GroupCreation {

    static final ParameterSchema PARAMETERS = CreateContainerGroupSchema.build();

    private final Region region;
    private final ContainerGroups groups;
    private final ImageCaches caches;
    private final Clock clock;

    GroupCreation(Region region, ContainerGroups groups, ImageCaches caches, Clock clock) {
        this.region = region;
        this.groups = groups;
        this.caches = caches;
        this.clock = clock;
    }

    /** Creates what these parameters of {@code CreateContainerGroup} describe, which nobody has checked yet; gives its id. */
    String create(ActionCall call, NavigableMap<String, String> parameters) {
        PARAMETERS.check(parameters);
        return create(call.with(parameters));
    }

    /** Creates what the call describes and gives its id. */
    String create(ActionCall call) {
        Parameters parameters = call.parameters();
        Refusals.requireRegion(parameters, region);
        GroupRequest request = GroupRequest.read(parameters, region, groups.offer());
        ImageCache cache = cache(parameters, request.spec());
        if (parameters.flag("DryRun")) {
            throw new ApiException(400, "DryRunOperation", "Request validation has been passed with DryRun flag set.");
        }
        GroupSpec spec = cache == null
                ? request.spec()
                : request.spec().withCachedImages(new HashSet<>(cache.spec().images()));
        CreateResult result = groups.create(spec, request.wish(), CreateContainerGroup.token(call));
        if (result instanceof CreateResult.Created(var id)) {
            if (cache != null) {
                caches.used(cache);
            }
            return id;
        }
        throw Refusals.of(result, request.wish());
    }

    /** The image cache that the group begins with; a named one counts more than one that fits. */
    private @Nullable ImageCache cache(Parameters parameters, GroupSpec spec) {
        String id = parameters.find("ImageSnapshotId");
        if (id == null) {
            return parameters.flag("AutoMatchImageCache") ? caches.best(images(spec)) : null;
        }
        ImageCache cache = caches.find(id);
        if (cache == null) {
            throw new ApiException(
                    404, "ImageSnapshot.NotFound", "The specified ImageSnapshotId does not exist: '%s'.".formatted(id));
        }
        CacheStatus status = cache.status(clock.instant());
        if (status != CacheStatus.READY) {
            throw new ApiException(
                    400,
                    "ImageSnapshot.IncorrectStatus",
                    "The image cache %s is %s, not Ready.".formatted(id, status.wireName()));
        }
        return cache;
    }

    private static Set<String> images(GroupSpec spec) {
        Set<String> images = new HashSet<>();
        Stream.concat(spec.containers().stream(), spec.initContainers().stream())
                .map(ContainerSpec::image)
                .forEach(images::add);
        return images;
    }
}
