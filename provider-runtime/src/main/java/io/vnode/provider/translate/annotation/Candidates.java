package io.vnode.provider.translate.annotation;

import io.fabric8.kubernetes.api.model.Pod;
import io.vnode.eci.model.CreateContainerGroupRequest;
import io.vnode.eci.model.SpotOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The requests by which a pod asks for its container group, one after another until one of them is in stock. All carry the
 * client token of the first.
 */
public final class Candidates {

    private Candidates() {}

    /**
     * Each size that the pod names, in its order; those of a spot group first, then, if the pod wants to fall back, the same
     * at the full price.
     *
     * @param pod the pod
     * @param base what the pod's spec and the defaults ask for
     * @param options what its annotations say in addition, or in place of it
     */
    public static List<CreateContainerGroupRequest> of(Pod pod, CreateContainerGroupRequest base, PodOptions options) {
        RequestWithOptions request = new RequestWithOptions(base, options, UnsizedContainers.in(pod.getSpec()));
        List<@Nullable SpotOptions> offers = options.spot().fallback()
                ? Arrays.asList(options.spot().offer(), null)
                : Arrays.asList(options.spot().offer());
        List<CreateContainerGroupRequest> candidates = new ArrayList<>();
        for (SpotOptions offer : offers) {
            if (options.size().sizes().isEmpty()) {
                candidates.add(request.with(null, offer));
            }
            for (Size size : options.size().sizes()) {
                candidates.add(request.with(size, offer));
            }
        }
        return candidates;
    }
}
