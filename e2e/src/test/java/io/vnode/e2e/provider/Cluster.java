package io.vnode.e2e.provider;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenRequest;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/** An API server with the provider's service account and exactly the rights that the addon's templates give it. */
public final class Cluster implements AutoCloseable {

    private static final String NAMESPACE = "kube-system";
    private static final String SERVICE_ACCOUNT = "virtual-node-eci";
    private static final Duration TOKEN = Duration.ofHours(4);

    private final Path folder;
    private final ApiServer apiServer;

    private Cluster(Path folder, ApiServer apiServer) {
        this.folder = folder;
        this.apiServer = apiServer;
    }

    /** Starts it in a folder of its own, which goes when it is closed. */
    public static Cluster start() throws InterruptedException {
        Path folder = Folders.temporary("vnode-cluster-");
        try {
            Cluster cluster = new Cluster(folder, ApiServer.start(folder));
            cluster.applyRights();
            return cluster;
        } catch (RuntimeException e) {
            Folders.remove(folder);
            throw e;
        }
    }

    /** Server and etcd. */
    public ApiServer apiServer() {
        return apiServer;
    }

    /** A client who may do everything. */
    public KubernetesClient client() {
        return apiServer.client();
    }

    /** Makes a namespace in which pods can be made at once. */
    public void createNamespace(String name) {
        client().resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .endMetadata()
                        .build())
                .create();
        // A controller would make it, but there is none.
        client().resource(new ServiceAccountBuilder()
                        .withNewMetadata()
                        .withNamespace(name)
                        .withName("default")
                        .endMetadata()
                        .build())
                .create();
    }

    /** A token of the provider's service account. */
    String providerToken() {
        TokenRequest request = new TokenRequestBuilder()
                .withNewSpec()
                .withExpirationSeconds(TOKEN.toSeconds())
                .endSpec()
                .build();
        return client().serviceAccounts()
                .inNamespace(NAMESPACE)
                .withName(SERVICE_ACCOUNT)
                .tokenRequest(request)
                .getStatus()
                .getToken();
    }

    private void applyRights() {
        Path templates = Path.of(Objects.requireNonNull(System.getProperty("vnode.templates"), "vnode.templates"));
        try (InputStream rights = Files.newInputStream(templates.resolve("20-rbac-provider.yaml"))) {
            client().load(rights).items().forEach(object -> client().resource(object)
                    .create());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        apiServer.close();
        Folders.remove(folder);
    }
}
