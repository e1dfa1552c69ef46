package io.vnode.cli.plan;

import io.fabric8.kubernetes.api.model.HasMetadata;

/**
 * An object of the cluster, as people refer to it.
 *
 * @param kind for example {@code StatefulSet}
 * @param namespace empty for objects without one
 * @param name its name
 */
public record ObjectName(String kind, String namespace, String name) {

    /** The name of an object. */
    public static ObjectName of(HasMetadata object) {
        String namespace = object.getMetadata().getNamespace();
        return new ObjectName(
                object.getKind(),
                namespace == null ? "" : namespace,
                object.getMetadata().getName());
    }

    @Override
    public String toString() {
        return namespace.isEmpty() ? kind + " " + name : kind + " " + namespace + "/" + name;
    }
}
