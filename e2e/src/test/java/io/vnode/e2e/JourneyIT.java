package io.vnode.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.e2e.stand.Stand;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The whole way once, as a user goes it: from an empty machine to a pod on a virtual node, and back to an empty machine. */
class JourneyIT {

    @Test
    void leadsToAPodOnAVirtualNodeAndLeavesNothingBehind() throws InterruptedException {
        try (Stand stand = Stand.withSandbox()) {
            stand.vnode("install", "--profile", "sandbox", "--yes").succeeded();
            assertThat(virtualNodes(stand)).containsExactly("virtual-node-eci-0 Ready agent");

            stand.kubectl("run", "hello", "--image=nginx", "--labels=eci=true").succeeded();
            stand.kubectl("wait", "pod/hello", "--for=jsonpath={.status.phase}=Running", "--timeout=60s")
                    .succeeded();
            JsonNode pod = stand.kubectlJson("get", "pod", "hello");
            assertThat(pod.at("/spec/nodeName").asString()).isEqualTo("virtual-node-eci-0");
            assertThat(stand.containerGroups()).singleElement().satisfies(group -> {
                assertThat(group.at("/status").asString()).isEqualTo("Running");
                assertThat(group.at("/tags/UID").asString())
                        .isEqualTo(pod.at("/metadata/uid").asString());
            });

            JsonNode status = stand.vnode("status", "--profile", "sandbox", "-o", "json")
                    .succeeded()
                    .json();
            assertThat(status.toString()).contains("virtual-node-eci-0", "hello");

            stand.vnode("uninstall", "--profile", "sandbox", "--yes").succeeded();
            assertThat(stand.containerGroups()).isEmpty();
            assertThat(virtualNodes(stand)).isEmpty();
            assertThat(objectsOfTheAddon(stand)).isEmpty();

            stand.vnode("sandbox", "down").succeeded();
            assertThat(stand.processes()).isEmpty();
            assertThat(stand.sandboxes().resolve("default")).doesNotExist();
            assertThat(Files.exists(stand.profiles().resolve("sandbox.yaml"))).isFalse();
        }
    }

    @Test
    void bringsADeletedPodsGroupDownBeforeThePodLeavesTheApi() throws InterruptedException {
        try (Stand stand = Stand.withSandbox()) {
            stand.vnode("install", "--profile", "sandbox", "--yes").succeeded();
            stand.kubectl("run", "short", "--image=nginx", "--labels=eci=true").succeeded();
            stand.kubectl("wait", "pod/short", "--for=jsonpath={.status.phase}=Running", "--timeout=60s")
                    .succeeded();

            stand.kubectl("delete", "pod", "short", "--timeout=60s").succeeded();

            // kubectl returns when the pod has left the API; the group must have gone before.
            assertThat(stand.containerGroups()).isEmpty();
        }
    }

    @Test
    void keepsPodAndGroupThroughTheDeathOfTheProvider() throws InterruptedException {
        try (Stand stand = Stand.withSandbox()) {
            stand.vnode("install", "--profile", "sandbox", "--yes").succeeded();
            stand.kubectl("run", "lasting", "--image=nginx", "--labels=eci=true")
                    .succeeded();
            stand.kubectl("wait", "pod/lasting", "--for=jsonpath={.status.phase}=Running", "--timeout=60s")
                    .succeeded();
            JsonNode before = stand.containerGroups();

            ProcessHandle provider = providers(stand).getFirst();
            provider.destroyForcibly();
            Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(providers(stand))
                    .isNotEmpty()
                    .doesNotContain(provider));
            stand.kubectl("run", "next", "--image=nginx", "--labels=eci=true").succeeded();
            stand.kubectl("wait", "pod/next", "--for=jsonpath={.status.phase}=Running", "--timeout=60s")
                    .succeeded();

            assertThat(stand.containerGroups()).hasSize(2).anySatisfy(group -> assertThat(
                            group.at("/id").asString())
                    .isEqualTo(before.get(0).at("/id").asString()));
            assertThat(stand.kubectlJson("get", "pod", "lasting")
                            .at("/status/phase")
                            .asString())
                    .isEqualTo("Running");
        }
    }

    private static List<ProcessHandle> providers(Stand stand) {
        return stand.processes().stream()
                .filter(process -> process.info().commandLine().orElse("").contains("provider-runtime.jar"))
                .filter(process -> process.info().commandLine().orElse("").endsWith(" node"))
                .toList();
    }

    private static List<String> virtualNodes(Stand stand) throws InterruptedException {
        return stand.kubectl("get", "nodes", "-l", "type=virtual-kubelet", "--no-headers")
                .succeeded()
                .out()
                .lines()
                .map(line -> String.join(" ", List.of(line.split("\\s+")).subList(0, 3)))
                .toList();
    }

    private static String objectsOfTheAddon(Stand stand) throws InterruptedException {
        String kinds = "statefulset,deployment,service,configmap,secret,serviceaccount,role,rolebinding,clusterrole,"
                + "clusterrolebinding,mutatingwebhookconfiguration";
        return stand.kubectl(
                        "get",
                        kinds,
                        "--all-namespaces",
                        "-l",
                        "app.kubernetes.io/managed-by=vnode",
                        "-o",
                        "name",
                        "--ignore-not-found")
                .succeeded()
                .out();
    }
}
