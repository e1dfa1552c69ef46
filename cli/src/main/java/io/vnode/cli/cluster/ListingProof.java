package io.vnode.cli.cluster;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.vnode.addon.AddonObjects;
import io.vnode.addon.Labels;
import io.vnode.eci.credentials.Credentials;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Remembers, on the Secret that holds the access key, that this very key has been seen to list container groups. An uninstall
 * that was killed after the last group had gone can then believe the empty list that it finds when it is run again.
 */
public final class ListingProof {

    private static final String ANNOTATION = "vnode.io/listing-proven";
    private static final int LENGTH = 16;

    private final Cluster cluster;

    public ListingProof(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Whether the key in this Secret has been seen to list. */
    public static boolean holds(InstalledAddon installed) {
        InstalledSecret secret = installed.credentialsSecret();
        Credentials credentials = installed.credentials();
        return secret != null
                && credentials != null
                && checksum(credentials).equals(secret.annotations().get(ANNOTATION));
    }

    /** Notes that this key lists. */
    public void note(Credentials credentials) {
        try {
            cluster.client()
                    .secrets()
                    .inNamespace(AddonObjects.NAMESPACE)
                    .withName(AddonObjects.CREDENTIALS_SECRET)
                    .patch(
                            new PatchContext.Builder()
                                    .withPatchType(PatchType.JSON_MERGE)
                                    .withFieldManager(Labels.MANAGED_BY_VNODE)
                                    .build(),
                            "{\"metadata\":{\"annotations\":{\"%s\":\"%s\"}}}"
                                    .formatted(ANNOTATION, checksum(credentials)));
        } catch (KubernetesClientException e) {
            throw ClusterProblems.of(cluster, "annotating Secret " + AddonObjects.CREDENTIALS_SECRET, e);
        }
    }

    /** Of the id alone: it names the identity, and nothing derived from the secret belongs into an annotation. */
    private static String checksum(Credentials credentials) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(credentials.accessKeyId().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
