package io.vnode.eci.model;

import org.jspecify.annotations.Nullable;

/**
 * Where a container sees a volume.
 *
 * @param volumeName the volume
 * @param mountPath path in the container
 * @param subPath path inside the volume, if not its root
 * @param readOnly whether the container may only read
 * @param mountPropagation what mounts of others it sees; null for none
 */
public record VolumeMount(
        String volumeName,
        String mountPath,
        @Nullable String subPath,
        boolean readOnly,
        @Nullable MountPropagation mountPropagation) {

    /** A mount that sees no mounts of others. */
    public VolumeMount(String volumeName, String mountPath, @Nullable String subPath, boolean readOnly) {
        this(volumeName, mountPath, subPath, readOnly, null);
    }
}
