package io.vnode.cli.cluster;

import io.fabric8.kubernetes.api.model.DeleteOptionsBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.vnode.cli.plan.ObjectName;
import java.net.HttpURLConnection;
import org.jspecify.annotations.Nullable;

/** Deletes objects of ours: each as it was read, by its UID, so that a namesake made since is left alone. */
public final class ClusterDelete {

    private final Cluster cluster;

    public ClusterDelete(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Reads an object of this kind and name; null when there is none. */
    public @Nullable HasMetadata find(HasMetadata like) {
        try {
            return cluster.client().resource(like).get();
        } catch (KubernetesClientException e) {
            throw ClusterProblems.of(cluster, "reading " + ObjectName.of(like), e);
        }
    }

    /** Deletes an object as it was read. One that is gone already is fine. */
    public void delete(HasMetadata present) {
        delete(
                ObjectName.of(present).toString(),
                ResourcePath.of(present).path(),
                present.getMetadata().getUid());
    }

    void delete(String name, String path, String uid) {
        try {
            cluster.client()
                    .raw(
                            path,
                            "DELETE",
                            new DeleteOptionsBuilder()
                                    .withPropagationPolicy("Background")
                                    .withNewPreconditions()
                                    .withUid(uid)
                                    .endPreconditions()
                                    .build());
        } catch (KubernetesClientException e) {
            // 409: another object has the name now; that one is not ours to delete
            if (e.getCode() != HttpURLConnection.HTTP_NOT_FOUND && e.getCode() != HttpURLConnection.HTTP_CONFLICT) {
                throw ClusterProblems.of(cluster, "deleting " + name, e);
            }
        }
    }
}
