package io.vnode.provider.containergroup.sweep;

import io.vnode.addon.PodKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A container group of ours that a complete listing showed, and what is known of its pod.
 *
 * @param id its id
 * @param pod the pod that its tags name
 * @param ended whether it has come to its end
 * @param created when ECI says it was made; null when it does not say
 * @param presence whether the pod exists
 */
record Finding(
        String id, PodKey pod, boolean ended, @Nullable Instant created, PodPresence presence) {}
