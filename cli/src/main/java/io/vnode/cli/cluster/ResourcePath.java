package io.vnode.cli.cluster;

import io.fabric8.kubernetes.api.model.HasMetadata;

/**
 * Where an object lives on the API server.
 *
 * @param group API group; empty for the core group
 * @param version version of the group
 * @param resource plural name, as in rights
 * @param namespace empty for objects without one
 * @param name its name
 */
record ResourcePath(String group, String version, String resource, String namespace, String name) {

    static ResourcePath of(HasMetadata object) {
        String apiVersion = object.getApiVersion();
        int slash = apiVersion.indexOf('/');
        String namespace = object.getMetadata().getNamespace();
        return new ResourcePath(
                slash < 0 ? "" : apiVersion.substring(0, slash),
                apiVersion.substring(slash + 1),
                object.getPlural(),
                namespace == null ? "" : namespace,
                object.getMetadata().getName());
    }

    /** The path part of its URL. */
    String path() {
        return (group.isEmpty() ? "/api/" + version : "/apis/%s/%s".formatted(group, version))
                + (namespace.isEmpty() ? "" : "/namespaces/" + namespace)
                + "/%s/%s".formatted(resource, name);
    }
}
