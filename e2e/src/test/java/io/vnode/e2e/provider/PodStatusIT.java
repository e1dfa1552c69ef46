package io.vnode.e2e.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodCondition;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetBuilder;
import io.vnode.emulator.state.ChangeResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What users read of their pods, as a real API server keeps it. */
class PodStatusIT {

    private static final String PREFIX = "k8s.aliyun.com/";

    private static Cluster cluster;
    private ProviderStand stand;

    @BeforeAll
    static void startCluster() throws InterruptedException {
        cluster = Cluster.start();
    }

    @AfterAll
    static void stopCluster() {
        cluster.close();
    }

    @BeforeEach
    void start() {
        stand = ProviderStand.in(cluster);
    }

    @AfterEach
    void stop() {
        stand.close();
    }

    @Test
    void saysWhatTheGroupIsInOneWriteWithItsStatus() {
        stand.startReadyProvider();

        create(stand.pod("web"));
        awaitReady("web");

        Pod pod = find("web");
        assertThat(pod.getMetadata().getAnnotations())
                .containsEntry("ProviderCreate", "done")
                .containsEntry(
                        PREFIX + "eci-instance-id", stand.groups().getFirst().id())
                .containsEntry(PREFIX + "eci-client-token", pod.getMetadata().getUid())
                .containsEntry(PREFIX + "eci-vswitch", "vsw-stand")
                .containsKeys(PREFIX + "eci-request-id", PREFIX + "eci-instance-spec", PREFIX + "eci-instance-zone");
        assertThat(pod.getStatus().getHostIP())
                .isEqualTo(pod.getStatus().getPodIP())
                .startsWith("10.0.");
        assertThat(pod.getStatus().getQosClass()).isEqualTo("BestEffort");
        assertThat(pod.getStatus().getObservedGeneration())
                .isEqualTo(pod.getMetadata().getGeneration());
        assertThat(writesOf("web")).extracting(AuditLog.Write::resource).containsOnly("pods/status");
        assertThat(writesOf("web")).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void tellsWhatEciNoticedOnceEvenWhenTheProviderIsKilledAndStartedAgain() throws InterruptedException {
        Provider first = stand.startReadyProvider();
        create(stand.pod("web"));
        awaitReady("web");
        stand.await().untilAsserted(() -> assertThat(reasons("web")).contains("Started"));
        first.kill();

        stand.startProvider();
        create(stand.pod("next"));
        awaitReady("next");
        stand.await().untilAsserted(() -> assertThat(reasons("next")).contains("Started"));

        assertThat(reasons("web")).contains("Pulled", "Created", "Started").doesNotHaveDuplicates();
    }

    @Test
    void keepsAContainerEndedThatEndedForGood() {
        stand.startReadyProvider();
        create(profiled(stand.pod("job"), "exit 3")
                .editSpec()
                .withRestartPolicy("Never")
                .endSpec());

        stand.await().until(() -> "Failed".equals(find("job").getStatus().getPhase()));

        assertThat(find("job").getStatus().getContainerStatuses())
                .singleElement()
                .satisfies(container -> assertThat(
                                container.getState().getTerminated().getExitCode())
                        .isEqualTo(3));
        assertThat(condition("job", "Ready").getReason()).isEqualTo("PodFailed");
    }

    @Test
    void tellsWhoeverKeepsADeletedPodThatItIsOver() {
        stand.startReadyProvider();
        create(stand.pod("kept")
                .editMetadata()
                .addToFinalizers("example.com/accounting")
                .endMetadata());
        awaitReady("kept");

        stand.client().pods().inNamespace(stand.name()).withName("kept").delete();

        stand.await().until(() -> "Failed".equals(find("kept").getStatus().getPhase()));
        assertThat(stand.groups()).isEmpty();
        assertThat(condition("kept", "Ready").getStatus()).isEqualTo("False");
    }

    @Test
    void evictsAPodWhoseSpotInstanceGoesOnceItsBudgetAllowsIt() {
        stand.startReadyProvider();
        create(stand.pod("web")
                .editMetadata()
                .addToLabels("app", "web")
                .addToAnnotations(Map.of(
                        PREFIX + "eci-spot-strategy",
                        "SpotAsPriceGo",
                        PREFIX + "eci-use-specs",
                        "2-4Gi",
                        PREFIX + "eci-spot-release-strategy",
                        "api-evict"))
                .endMetadata());
        awaitReady("web");
        PodDisruptionBudget budget = stand.client().resource(budget()).create();

        ChangeResult reclaim = stand.cloud()
                .containerGroups()
                .reclaim(stand.groups().getFirst().id());
        assertThat(reclaim).isEqualTo(ChangeResult.ACCEPTED);
        stand.await().untilAsserted(() -> assertThat(reasons("web")).contains("SpotToBeReleased", "EvictionBlocked"));
        assertThat(condition("web", "ContainerInstanceExpired").getStatus()).isEqualTo("True");
        assertThat(find("web").getMetadata().getDeletionTimestamp()).isNull();
        stand.client().resource(budget).delete();

        stand.await()
                .until(() -> stand.client()
                                .pods()
                                .inNamespace(stand.name())
                                .withName("web")
                                .get()
                        == null);
        assertThat(reasons("web")).contains("Evicting");
    }

    /** Nobody works off budgets here, so that one with no status allows nothing. */
    private PodDisruptionBudget budget() {
        return new PodDisruptionBudgetBuilder()
                .withNewMetadata()
                .withNamespace(stand.name())
                .withName("web")
                .endMetadata()
                .withNewSpec()
                .withMinAvailable(new IntOrString(1))
                .withNewSelector()
                .addToMatchLabels("app", "web")
                .endSelector()
                .endSpec()
                .build();
    }

    private static PodBuilder profiled(PodBuilder pod, String profile) {
        return pod.editSpec()
                .editFirstContainer()
                .addNewEnv()
                .withName("EMULATOR_PROFILE")
                .withValue(profile)
                .endEnv()
                .endContainer()
                .endSpec();
    }

    private void create(PodBuilder pod) {
        stand.client().resource(pod.build()).create();
    }

    private Pod find(String name) {
        return stand.client().pods().inNamespace(stand.name()).withName(name).require();
    }

    private void awaitReady(String name) {
        stand.await().untilAsserted(() -> assertThat(condition(name, "Ready").getStatus())
                .isEqualTo("True"));
    }

    private PodCondition condition(String pod, String type) {
        return find(pod).getStatus().getConditions().stream()
                .filter(condition -> condition.getType().equals(type))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no condition " + type));
    }

    /** The reasons of the events about a pod, one for each object. */
    private List<String> reasons(String pod) {
        return stand.client().v1().events().inNamespace(stand.name()).list().getItems().stream()
                .filter(event -> event.getInvolvedObject().getName().equals(pod))
                .map(Event::getReason)
                .toList();
    }

    private List<AuditLog.Write> writesOf(String pod) {
        return cluster.apiServer().audit().writes().stream()
                .filter(write ->
                        write.namespace().equals(stand.name()) && write.name().equals(pod))
                .toList();
    }
}
