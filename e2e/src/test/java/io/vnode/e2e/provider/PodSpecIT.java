package io.vnode.e2e.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.vnode.emulator.state.ContainerSpec;
import io.vnode.emulator.state.GroupSnapshot;
import io.vnode.emulator.state.VolumeSpec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a pod says and what it refers to, from a real API server to the cloud, with the rights that the templates give. */
class PodSpecIT {

    private static final String ROLE = "ack-virtual-node-clusterrole";
    private static final int MEBIBYTE = 1 << 20;

    private static Cluster cluster;
    private static ProviderStand stand;

    @BeforeAll
    static void start() throws InterruptedException {
        cluster = Cluster.start();
        stand = ProviderStand.in(cluster);
        Provider unused = stand.startReadyProvider();
    }

    @AfterAll
    static void stop() {
        stand.close();
        cluster.close();
    }

    @Test
    void allThatAPodRefersToReachesTheCloud() {
        createConfigMap("settings");
        createSecret("keys", "one".getBytes(StandardCharsets.UTF_8));
        createService(stand.name(), "db");
        Volumes.createBound(stand, "data");
        create(stand.pod("refers")
                .editSpec()
                .editFirstContainer()
                .addToEnv(fromSecret("KEY", "keys", false), fromConfigMap("MODE", "settings"))
                .addToEnv(new EnvVarBuilder()
                        .withName("POD_IP")
                        .withNewValueFrom()
                        .withNewFieldRef()
                        .withFieldPath("status.podIP")
                        .endFieldRef()
                        .endValueFrom()
                        .build())
                .addNewVolumeMount()
                .withName("data")
                .withMountPath("/data")
                .endVolumeMount()
                .endContainer()
                .addNewVolume()
                .withName("data")
                .withNewPersistentVolumeClaim("data", false)
                .endVolume()
                .addNewVolume()
                .withName("settings")
                .withNewConfigMap()
                .withName("settings")
                .endConfigMap()
                .endVolume()
                .endSpec()
                .build());

        GroupSnapshot group = awaitGroup("refers");

        ContainerSpec main = group.spec().containers().getFirst();
        assertThat(value(main, "KEY")).isEqualTo("one");
        assertThat(value(main, "MODE")).isEqualTo("fast");
        assertThat(value(main, "KUBERNETES_SERVICE_HOST")).isNotEmpty();
        assertThat(value(main, "DB_SERVICE_PORT")).isEqualTo("5432");
        assertThat(main.environment())
                .anySatisfy(variable -> assertThat(variable.fieldPath()).isEqualTo("status.podIP"));
        assertThat(group.spec().volumes())
                .contains(new VolumeSpec.Nfs("data", "nas.example.com", "/data", false))
                .anySatisfy(volume -> assertThat(volume)
                        .isInstanceOfSatisfying(VolumeSpec.ConfigFile.class, files -> assertThat(files.files())
                                .singleElement()
                                .satisfies(file -> assertThat(file.path()).isEqualTo("mode"))));
    }

    @Test
    void moreServicesThanAContainerCanKnowAreLeftOutAndThePodRuns() {
        String namespace = stand.name() + "-services";
        cluster.createNamespace(namespace);
        IntStream.range(0, 120).forEach(i -> createService(namespace, "s" + i));

        create(stand.pod("links")
                .editMetadata()
                .withNamespace(namespace)
                .endMetadata()
                .build());

        ContainerSpec main = awaitGroup("links").spec().containers().getFirst();
        assertThat(value(main, "KUBERNETES_SERVICE_HOST")).isNotEmpty();
        assertThat(value(main, "S1_SERVICE_HOST")).isNull();
        stand.await().until(() -> stand.client().v1().events().inNamespace(namespace).list().getItems().stream()
                .anyMatch(event -> event.getMessage().contains("ServiceLinksLeftOut")));
    }

    @Test
    void aTokenIsBoundToItsPodAndLastsAYear() {
        Pod pod = create(stand.pod("token")
                .editSpec()
                .addNewVolume()
                .withName("token")
                .withNewProjected()
                .addNewSource()
                .withNewServiceAccountToken()
                .withPath("token")
                .endServiceAccountToken()
                .endSource()
                .endProjected()
                .endVolume()
                .endSpec()
                .build());

        GroupSnapshot group = awaitGroup("token");

        VolumeSpec.ConfigFile files =
                (VolumeSpec.ConfigFile) group.spec().volumes().getFirst();
        JsonNode claims = claims(files.files().getFirst().content());
        assertThat(claims.at("/kubernetes.io/pod/uid").asString())
                .isEqualTo(pod.getMetadata().getUid());
        Duration life = Duration.ofSeconds(
                claims.get("exp").asLong() - claims.get("iat").asLong());
        assertThat(life).isEqualTo(Duration.ofDays(365));
    }

    @Test
    void aPodWaitsForWhatIsMissingAndStartsWhenItIsThere() {
        create(stand.pod("early")
                .editSpec()
                .editFirstContainer()
                .addToEnv(fromConfigMap("MODE", "late"))
                .endContainer()
                .endSpec()
                .build());
        stand.await().until(() -> "CreateContainerConfigError".equals(waitingReason("early")));
        assertThat(groups("early")).isEmpty();

        createConfigMap("late");

        assertThat(value(awaitGroup("early").spec().containers().getFirst(), "MODE"))
                .isEqualTo("fast");
    }

    @Test
    void aReadThatIsRefusedIsNotTakenForMissing() {
        createSecret("hidden", "seen".getBytes(StandardCharsets.UTF_8));
        ClusterRole role = cluster.client().rbac().clusterRoles().withName(ROLE).get();
        allow(List.of("configmaps", "persistentvolumeclaims", "persistentvolumes"), role);
        try {
            create(stand.pod("refused")
                    .editSpec()
                    .editFirstContainer()
                    .addToEnv(fromSecret("KEY", "hidden", true))
                    .endContainer()
                    .endSpec()
                    .build());
            stand.await().until(() -> stand.providerLog()
                    .lines()
                    .anyMatch(line -> line.contains("/refused") && line.contains("403")));
            assertThat(groups("refused")).isEmpty();
            assertThat(waitingReason("refused")).isNull();
        } finally {
            allow(List.of("configmaps", "secrets", "persistentvolumeclaims", "persistentvolumes"), role);
        }

        assertThat(value(awaitGroup("refused").spec().containers().getFirst(), "KEY"))
                .isEqualTo("seen");
    }

    @Test
    void aSecretOfOneMebibyteFailsThePodByName() {
        createSecret("big", new byte[MEBIBYTE]);
        create(stand.pod("big")
                .editSpec()
                .addNewVolume()
                .withName("big")
                .withNewSecret()
                .withSecretName("big")
                .endSecret()
                .endVolume()
                .endSpec()
                .build());

        Pod failed = awaitFailed("big");

        assertThat(failed.getStatus().getReason()).isEqualTo("UnsupportedByVirtualNode");
        assertThat(failed.getStatus().getMessage()).contains("key of Secret big", "1048576 bytes", "LargeFile");
        assertThat(groups("big")).isEmpty();
    }

    @Test
    void aPodWith30ContainersFailsByName() {
        create(stand.pod("thirty")
                .editSpec()
                .withContainers(IntStream.range(0, 30)
                        .mapToObj(i -> new ContainerBuilder()
                                .withName("c" + i)
                                .withImage("nginx")
                                .build())
                        .toList())
                .endSpec()
                .build());

        Pod failed = awaitFailed("thirty");

        assertThat(failed.getStatus().getMessage()).contains("spec.containers (TooManyContainers");
        assertThat(groups("thirty")).isEmpty();
    }

    private static void allow(List<String> resources, ClusterRole role) {
        cluster.client()
                .rbac()
                .clusterRoles()
                .withName(role.getMetadata().getName())
                .edit(found -> {
                    found.getRules().stream()
                            .filter(rule -> rule.getResources().contains("configmaps")
                                    && rule.getVerbs().equals(List.of("get")))
                            .forEach(rule -> rule.setResources(resources));
                    return found;
                });
    }

    private static Pod create(Pod pod) {
        return stand.client().resource(pod).create();
    }

    private static GroupSnapshot awaitGroup(String pod) {
        stand.await().until(() -> groups(pod).size() == 1);
        return groups(pod).getFirst();
    }

    private static List<GroupSnapshot> groups(String pod) {
        return stand.groups().stream()
                .filter(group -> pod.equals(group.spec().tags().get("PodName")))
                .toList();
    }

    private static Pod awaitFailed(String name) {
        stand.await().until(() -> "Failed".equals(get(name).getStatus().getPhase()));
        return get(name);
    }

    private static Pod get(String name) {
        return stand.client().pods().inNamespace(stand.name()).withName(name).get();
    }

    private static @Nullable String waitingReason(String name) {
        return get(name).getStatus().getContainerStatuses().stream()
                .map(status -> status.getState().getWaiting())
                .filter(waiting -> waiting != null && !"ContainerCreating".equals(waiting.getReason()))
                .map(waiting -> waiting.getReason())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String value(ContainerSpec container, String name) {
        return container.environment().stream()
                .filter(variable -> variable.key().equals(name))
                .map(ContainerSpec.EnvironmentVariable::value)
                .findFirst()
                .orElse(null);
    }

    private static JsonNode claims(String base64) {
        String token = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        byte[] payload = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
        return JsonMapper.shared().readTree(payload);
    }

    private static EnvVar fromConfigMap(String variable, String configMap) {
        return new EnvVarBuilder()
                .withName(variable)
                .withNewValueFrom()
                .withNewConfigMapKeyRef("mode", configMap, false)
                .endValueFrom()
                .build();
    }

    private static EnvVar fromSecret(String variable, String secret, boolean optional) {
        return new EnvVarBuilder()
                .withName(variable)
                .withNewValueFrom()
                .withNewSecretKeyRef("key", secret, optional)
                .endValueFrom()
                .build();
    }

    private static void createConfigMap(String name) {
        stand.client()
                .resource(new ConfigMapBuilder()
                        .withNewMetadata()
                        .withNamespace(stand.name())
                        .withName(name)
                        .endMetadata()
                        .withData(Map.of("mode", "fast"))
                        .build())
                .create();
    }

    private static void createSecret(String name, byte[] content) {
        Secret secret = new SecretBuilder()
                .withNewMetadata()
                .withNamespace(stand.name())
                .withName(name)
                .endMetadata()
                .withData(Map.of("key", Base64.getEncoder().encodeToString(content)))
                .build();
        stand.client().resource(secret).create();
    }

    private static void createService(String namespace, String name) {
        stand.client()
                .resource(new ServiceBuilder()
                        .withNewMetadata()
                        .withNamespace(namespace)
                        .withName(name)
                        .endMetadata()
                        .withNewSpec()
                        .addNewPort()
                        .withPort(5432)
                        .endPort()
                        .endSpec()
                        .build())
                .create();
    }
}
