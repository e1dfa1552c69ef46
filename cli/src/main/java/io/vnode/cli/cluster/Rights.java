package io.vnode.cli.cluster;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Asks the API server what we may do, before anything is done. */
public final class Rights {

    private static final List<String> APPLY_VERBS = List.of("get", "create", "patch");

    private final Cluster cluster;

    public Rights(Cluster cluster) {
        this.cluster = cluster;
    }

    /** The rights that applying these objects takes and that we do not have, as sentences; empty when all is well. */
    public List<String> missingToApply(Collection<HasMetadata> objects) {
        List<Right> needed = objects.stream()
                .map(ResourcePath::of)
                .flatMap(path -> APPLY_VERBS.stream()
                        .map(verb -> new Right(verb, path.group(), path.resource(), path.namespace())))
                .distinct()
                .toList();
        return missing(Stream.concat(
                        needed.stream(),
                        Stream.of(new Right("list", "", "pods", ""), new Right("list", "", "nodes", "")))
                .toList());
    }

    private List<String> missing(List<Right> rights) {
        return Concurrently.map(rights, right -> granted(right) ? null : right.sentence()).stream()
                .filter(Objects::nonNull)
                .toList();
    }

    private boolean granted(Right right) {
        SelfSubjectAccessReview question = new SelfSubjectAccessReviewBuilder()
                .withNewSpec()
                .withNewResourceAttributes()
                .withVerb(right.verb())
                .withGroup(right.group())
                .withResource(right.resource())
                .withNamespace(right.namespace().isEmpty() ? null : right.namespace())
                .endResourceAttributes()
                .endSpec()
                .build();
        try {
            return cluster.client().resource(question).create().getStatus().getAllowed();
        } catch (KubernetesClientException e) {
            throw ClusterProblems.of(cluster, "asking for rights", e);
        }
    }

    private record Right(String verb, String group, String resource, String namespace) {

        String sentence() {
            return "may not %s %s%s%s"
                    .formatted(
                            verb,
                            resource,
                            group.isEmpty() ? "" : "." + group,
                            namespace.isEmpty() ? "" : " in namespace " + namespace);
        }
    }
}
