package io.vnode.eci.model;

import org.jspecify.annotations.Nullable;

/**
 * A volume of a container group, as ECI describes it.
 *
 * @param name its name
 * @param type ECI's word for its kind
 * @param volume what it is; null when ECI says too little of it, or of a kind that this version does not know
 */
public record GroupVolume(
        String name, String type, @Nullable Volume volume) {}
