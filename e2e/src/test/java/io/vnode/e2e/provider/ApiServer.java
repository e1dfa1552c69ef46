package io.vnode.e2e.provider;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * A real kube-apiserver with its etcd, with service accounts and RBAC, and nobody else who acts: no scheduler, no
 * controllers. It can be stopped and started again.
 */
public final class ApiServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ADMINISTRATOR = "administrator-of-the-stand";

    private final Path folder;
    private final Path binaries;
    private final int port;
    private final int etcdPort;
    private final LocalProcess etcd;
    private @Nullable LocalProcess server;
    private final KubernetesClient client;

    private ApiServer(Path folder, Path binaries, FreePorts ports) throws InterruptedException {
        this.folder = folder;
        this.binaries = binaries;
        this.port = ports.next();
        this.etcdPort = ports.next();
        this.etcd = startEtcd(ports.next());
        try {
            restart();
            this.client =
                    new KubernetesClientBuilder().withConfig(administrator()).build();
            Awaitility.await()
                    .atMost(PATIENCE)
                    .ignoreExceptionsInstanceOf(KubernetesClientException.class)
                    .until(this::furnished);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Starts both and waits until they answer.
     *
     * @param folder an empty folder for all files; the caller removes it after closing
     */
    public static ApiServer start(Path folder) throws InterruptedException {
        try {
            Files.writeString(
                    folder.resolve("tokens.csv"), ADMINISTRATOR + ",administrator,administrator,system:masters\n");
            Files.writeString(folder.resolve("audit.yaml"), AuditLog.POLICY);
            ServiceAccountKeys.write(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ApiServer(folder, KubernetesBinaries.folder(), new FreePorts());
    }

    /** A client who may do everything. */
    public KubernetesClient client() {
        return client;
    }

    /** The token of {@link #client}. */
    public String administratorToken() {
        return ADMINISTRATOR;
    }

    /** The certificate by which clients know the server. */
    public Path certificate() {
        return folder.resolve("certificates/apiserver.crt");
    }

    /** The port on the loopback address where it answers. */
    public int port() {
        return port;
    }

    /** What service accounts wrote, as the server noted it down. */
    public AuditLog audit() {
        return new AuditLog(folder.resolve("audit.log"));
    }

    /** What it takes of the machine. */
    public ProcessUsage usage() {
        return java.util.Objects.requireNonNull(server).usage();
    }

    /** Ends the server as {@code kill -9} does; etcd keeps what was written. */
    public void stop() throws InterruptedException {
        if (server != null) {
            server.kill();
            server = null;
        }
    }

    /** Starts the server again, or for the first time, and waits until it answers. */
    public void restart() throws InterruptedException {
        stop();
        LocalProcess started = LocalProcess.start(serverCommand(), Map.of(), folder.resolve("apiserver.log"));
        server = started;
        Awaitility.await().atMost(PATIENCE).until(() -> {
            if (!started.running() || !etcd.running()) {
                throw new IllegalStateException("ended:%n%s%n%s".formatted(etcd.log(), started.log()));
            }
            return answers();
        });
    }

    private boolean answers() {
        try (KubernetesClient probe =
                new KubernetesClientBuilder().withConfig(administrator()).build()) {
            return "ok".equals(probe.raw("/readyz"));
        } catch (RuntimeException _) {
            return false; // not yet: no certificate, no listener, or not ready
        }
    }

    /** Makes etcd forget all revisions before the newest one, so that watches that begin earlier are told 410. */
    public void compact() throws InterruptedException {
        Etcd.compact(etcdPort);
    }

    /** The server makes these namespaces by itself, shortly after it answers. */
    private boolean furnished() {
        return List.of("default", "kube-system", "kube-node-lease").stream()
                .allMatch(name -> client.namespaces().withName(name).get() != null);
    }

    private Config administrator() {
        return new ConfigBuilder(Config.empty())
                .withMasterUrl("https://127.0.0.1:" + port)
                .withCaCertFile(certificate().toString())
                .withOauthToken(ADMINISTRATOR)
                .withRequestRetryBackoffLimit(0)
                .build();
    }

    private LocalProcess startEtcd(int peerPort) {
        String client = "http://127.0.0.1:" + etcdPort;
        String peer = "http://127.0.0.1:" + peerPort;
        return LocalProcess.start(
                List.of(
                        binaries.resolve("etcd").toString(),
                        "--name=stand",
                        "--data-dir=" + folder.resolve("etcd"),
                        "--unsafe-no-fsync",
                        "--listen-client-urls=" + client,
                        "--advertise-client-urls=" + client,
                        "--listen-peer-urls=" + peer,
                        "--initial-advertise-peer-urls=" + peer,
                        "--initial-cluster=stand=" + peer,
                        "--log-level=warn"),
                Map.of(),
                folder.resolve("etcd.log"));
    }

    private List<String> serverCommand() {
        return List.of(
                binaries.resolve("kube-apiserver").toString(),
                "--bind-address=127.0.0.1",
                "--secure-port=" + port,
                "--advertise-address=192.0.2.1", // it is only told, never called
                "--etcd-servers=http://127.0.0.1:" + etcdPort,
                "--cert-dir=" + folder.resolve("certificates"),
                "--token-auth-file=" + folder.resolve("tokens.csv"),
                "--authorization-mode=Node,RBAC",
                "--service-account-issuer=https://kubernetes.default.svc.cluster.local",
                "--service-account-signing-key-file=" + ServiceAccountKeys.privateKey(folder),
                "--service-account-key-file=" + ServiceAccountKeys.publicKey(folder),
                "--service-cluster-ip-range=10.96.0.0/16",
                "--audit-policy-file=" + folder.resolve("audit.yaml"),
                "--audit-log-path=" + folder.resolve("audit.log"),
                "--allow-privileged=true",
                "--profiling=false");
    }

    @Override
    public void close() {
        if (client != null) {
            client.close();
        }
        if (server != null) {
            server.close();
        }
        etcd.close();
    }
}
