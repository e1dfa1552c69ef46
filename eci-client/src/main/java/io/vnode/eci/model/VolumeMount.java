package io.vnode.eci.model;

import org.jspecify.annotations.Nullable;

/**
 * Where a container sees a volume.
 *
 * @param volumeName the volume
 * @param mountPath path in the container
 * @param subPath path inside the volume, if not its root
 * @param readOnly whether the container may only read
 */
public record VolumeMount(
        String volumeName, String mountPath, @Nullable String subPath, boolean readOnly) {}
