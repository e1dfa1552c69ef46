package io.vnode.e2e.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.vnode.emulator.EciEmulator;
import io.vnode.emulator.rates.RateLimits;
import io.vnode.emulator.state.GroupSnapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;

/**
 * One virtual node to be tried: a namespace and a node name of its own in a cluster that others may share, a cloud of its
 * own, and providers as processes. Closing it ends them and removes what they left on disk.
 */
public final class ProviderStand implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Seconds after which a container group without a pod is swept; minutes, where nobody waits for it. */
    private static final int ORPHAN_GRACE = 5;

    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final Cluster cluster;
    private final EciEmulator cloud;
    private final String name;
    private final Path folder;
    private final List<Provider> providers = new ArrayList<>();

    private ProviderStand(Cluster cluster, EciEmulator cloud, String name, Path folder) {
        this.cluster = cluster;
        this.cloud = cloud;
        this.name = name;
        this.folder = folder;
    }

    /** A stand whose cloud does not limit how often it is called. */
    public static ProviderStand in(Cluster cluster) {
        return in(cluster, RateLimits.NONE);
    }

    /** A stand whose cloud refuses calls beyond these limits. */
    public static ProviderStand in(Cluster cluster, RateLimits limits) {
        String name = "stand-" + NUMBER.incrementAndGet();
        Path folder = Folders.temporary("vnode-" + name + "-");
        cluster.createNamespace(name);
        ProviderStand stand = new ProviderStand(cluster, Cloud.start(limits), name, folder);
        stand.writeToken();
        return stand;
    }

    /** Starts a provider for the stand's node, as the container of one and the same pod is started again and again. */
    public Provider startProvider() {
        return startProvider(Map.of());
    }

    /** Starts a provider with other settings, or more of them. */
    public Provider startProvider(Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(environment());
        environment.putAll(settings);
        Provider provider = Provider.start(environment, log());
        providers.add(provider);
        return provider;
    }

    /** Starts a provider for the same node in another pod, as when the first pod was deleted by force and still runs. */
    Provider startRival() {
        return startProvider(Map.of(
                "POD_UID",
                "another-pod",
                "ECI_ACCESS_KEY",
                Cloud.RIVAL_KEY.id(),
                "ECI_SECRET_KEY",
                Cloud.RIVAL_KEY.secret()));
    }

    /** Starts a provider and waits until its node is ready. */
    public Provider startReadyProvider() {
        Provider provider = startProvider();
        await().until(this::nodeReady);
        return provider;
    }

    /** Name of node and namespace. */
    public String name() {
        return name;
    }

    /** The id under which the stand's container groups are found. */
    public String clusterId() {
        return "cluster-of-" + name;
    }

    /** The cluster. */
    public Cluster cluster() {
        return cluster;
    }

    /** A client who may do everything. */
    public KubernetesClient client() {
        return cluster.client();
    }

    /** The cloud, seen past its API. */
    public EciEmulator cloud() {
        return cloud;
    }

    /** What all providers of this stand have logged. */
    public String providerLog() {
        try {
            return Files.exists(log()) ? Files.readString(log()) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits as long as a machine with other work may need, and looks often. */
    public ConditionFactory await() {
        return Awaitility.await().atMost(PATIENCE).pollInterval(LOOK_EVERY).pollDelay(Duration.ZERO);
    }

    /** Whether the node says that it is ready. */
    public boolean nodeReady() {
        Node node = client().nodes().withName(name).get();
        return node != null
                && node.getStatus().getConditions().stream()
                        .anyMatch(condition ->
                                "Ready".equals(condition.getType()) && "True".equals(condition.getStatus()));
    }

    /** A pod for this node, not yet made. */
    public PodBuilder pod(String podName) {
        return new PodBuilder()
                .withNewMetadata()
                .withNamespace(name)
                .withName(podName)
                .endMetadata()
                .withNewSpec()
                .withNodeName(name)
                .withAutomountServiceAccountToken(false)
                .addNewContainer()
                .withName("main")
                .withImage("nginx")
                .endContainer()
                .endSpec();
    }

    /** The container groups that the cloud has. */
    public List<GroupSnapshot> groups() {
        return cloud.containerGroups().all();
    }

    /** The pods of the stand as the API server has them. */
    public List<Pod> pods() {
        return client().pods().inNamespace(name).list().getItems();
    }

    /** Makes a pod and gives it as the API server has it. */
    Pod create(PodBuilder pod) {
        return client().resource(pod.build()).create();
    }

    /** A pod as the API server has it; null when it is gone. */
    @Nullable
    Pod find(String podName) {
        return client().pods().inNamespace(name).withName(podName).get();
    }

    /** Asks for a pod's deletion, as kubectl does. */
    void delete(String podName) {
        client().pods().inNamespace(name).withName(podName).delete();
    }

    /** Takes a pod out of the API at once, as {@code kubectl delete --force --grace-period=0} does. */
    void forceDelete(String podName) {
        client().pods().inNamespace(name).withName(podName).withGracePeriod(0).delete();
    }

    /** The phase of a pod; empty when it is gone or has none yet. */
    String phase(String podName) {
        Pod pod = find(podName);
        return pod == null || pod.getStatus().getPhase() == null
                ? ""
                : pod.getStatus().getPhase();
    }

    /** Waits until a pod is in a phase. */
    void awaitPhase(String podName, String phase) {
        await().untilAsserted(() -> assertThat(phase(podName)).as(podName).isEqualTo(phase));
    }

    /** Waits until a pod is gone. */
    void awaitGone(String podName) {
        await().until(() -> find(podName) == null);
    }

    private Map<String, String> environment() {
        return Map.ofEntries(
                Map.entry("HOME", folder.toString()),
                Map.entry("KUBERNETES_SERVICE_HOST", "127.0.0.1"),
                Map.entry(
                        "KUBERNETES_SERVICE_PORT",
                        Integer.toString(cluster.apiServer().port())),
                Map.entry(
                        "KUBERNETES_CERTS_CA_FILE",
                        cluster.apiServer().certificate().toString()),
                Map.entry("KUBERNETES_AUTH_SERVICEACCOUNT_TOKEN", token().toString()),
                Map.entry("ALIYUN_CLUSTERID", clusterId()),
                Map.entry("ECI_REGION", Cloud.REGION),
                Map.entry("ECI_VSWITCH", Cloud.VSWITCH),
                Map.entry("ECI_SECURITY_GROUP", Cloud.SECURITY_GROUP),
                Map.entry("ECI_ACCESS_KEY", Cloud.KEY.id()),
                Map.entry("ECI_SECRET_KEY", Cloud.KEY.secret()),
                Map.entry("ECI_ENDPOINT", cloud.endpoint().toString()),
                Map.entry("ECI_KUBE_PROXY", "false"),
                Map.entry("ECI_QUOTA_POD", "10000"),
                Map.entry("DEFAULT_NODE_NAME", name),
                Map.entry("POD_UID", "pod-of-" + name),
                Map.entry("VKUBELET_POD_IP", "127.0.0.1"),
                Map.entry("KUBELET_PORT", "0"),
                Map.entry("ECI_ORPHAN_GRACE", Integer.toString(ORPHAN_GRACE)),
                Map.entry("VNODE_DIAGNOSTICS_ADDRESS", "off"));
    }

    private void writeToken() {
        try {
            Files.createFile(
                    token(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(token(), cluster.providerToken());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path token() {
        return folder.resolve("token");
    }

    private Path log() {
        return folder.resolve("provider.log");
    }

    @Override
    public void close() {
        providers.forEach(Provider::close);
        cloud.close();
        Folders.remove(folder);
    }
}
