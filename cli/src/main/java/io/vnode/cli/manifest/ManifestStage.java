package io.vnode.cli.manifest;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;

/**
 * Objects that are applied together.
 *
 * @param name what they are, for people
 * @param objects in the order in which they are applied
 */
public record ManifestStage(String name, List<HasMetadata> objects) {

    public ManifestStage {
        objects = List.copyOf(objects);
    }
}
