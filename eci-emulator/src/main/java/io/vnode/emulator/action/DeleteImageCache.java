package io.vnode.emulator.action;

import io.vnode.emulator.imagecache.ImageCaches;
import io.vnode.emulator.state.Region;
import io.vnode.emulator.wire.Action;
import io.vnode.emulator.wire.ActionCall;
import io.vnode.emulator.wire.ApiException;
import io.vnode.emulator.wire.ParameterSchema;
import io.vnode.emulator.wire.ParameterType;

/** Forgets an image cache; container groups that began with it are not concerned. */
final class DeleteImageCache implements Action {

    private static final ParameterSchema PARAMETERS = ParameterSchema.builder()
            .required("ImageCacheId", ParameterType.text())
            .optional("ClientToken", ParameterType.text(64))
            .build();

    private final Region region;
    private final ImageCaches caches;

    DeleteImageCache(Region region, ImageCaches caches) {
        this.region = region;
        this.caches = caches;
    }

    @Override
    public String name() {
        return "DeleteImageCache";
    }

    @Override
    public ParameterSchema parameters() {
        return PARAMETERS;
    }

    @Override
    public Object answer(ActionCall call) {
        Refusals.requireRegion(call.parameters(), region);
        String id = call.parameters().text("ImageCacheId");
        if (!caches.remove(id)) {
            throw new ApiException(
                    404,
                    "InvalidImageCacheId.NotFound",
                    "The specified ImageCacheId does not exist: '%s'.".formatted(id));
        }
        return new Answer(call.requestId());
    }

    private record Answer(String requestId) {}
}
