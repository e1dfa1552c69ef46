package io.vnode.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.vnode.cli.cluster.Cluster;
import io.vnode.cli.cluster.ClusterConnector;
import io.vnode.cli.command.CapturedConsole;
import io.vnode.cli.sandbox.ControlPlane;
import io.vnode.emulator.EciEmulator;
import io.vnode.emulator.EmulatorConfig;
import io.vnode.emulator.wire.AccessKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The command against a real API server and the emulator. Nothing runs the pods, so no installation gets past its workloads. */
class InstallAndUninstallIT {

    private static final String NAMESPACE = "kube-system";

    @TempDir
    static Path folder;

    private static ControlPlane plane;
    private static EciEmulator emulator;
    private static Cluster cluster;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        plane = ControlPlane.startApiServer(Files.createDirectory(folder.resolve("plane")));
        emulator = EciEmulator.start(EmulatorConfig.loopback(new AccessKey("it-key", "it-secret")));
        cluster = new ClusterConnector(Map.of()).connect(plane.kubeconfig().toString(), null);
    }

    @AfterAll
    static void stop() {
        cluster.close();
        emulator.close();
        plane.close();
    }

    @AfterEach
    void removeEverything() {
        client().configMaps().inNamespace(NAMESPACE).withName("eci-profile").delete();
        Run uninstall = vnode(Map.of(), "uninstall", "--yes", "--trust-empty-listing");
        assertThat(uninstall.exit()).as(uninstall.err()).isZero();
    }

    @TestFactory
    Stream<DynamicTest> everyTemplateIsTakenByTheApiServerAsItStands() throws IOException {
        try (Stream<Path> files = Files.list(Golden.repository("templates"))) {
            List<Path> templates = files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
            return templates.stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                        Run apply = kubectl("apply", "--dry-run=server", "--validate=strict", "-f", file.toString());

                        assertThat(apply.exit()).as(apply.err()).isZero();
                    }));
        }
    }

    @Test
    void aDryRunShowsEveryObjectAndWritesNone() {
        Run run = install("--dry-run");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("+ create     StatefulSet kube-system/virtual-node-eci")
                .contains("+ create     MutatingWebhookConfiguration vk-webhook")
                .doesNotContain("it-secret");
        assertThat(providerSet()).isNull();
    }

    @Test
    void aRunThatWasCutShortIsContinuedAndTheWebhookWaitsForItsServer() {
        Run first = install("--yes", "--timeout", "1s");
        Run second = install("--dry-run");

        assertThat(first.exit()).as(first.err()).isEqualTo(5);
        assertThat(first.err()).contains("VN1102").contains("StatefulSet virtual-node-eci");
        assertThat(second.out())
                .containsPattern("\\+ 1 create +~ 0 change +=? ?24 unchanged")
                .contains("+ create     MutatingWebhookConfiguration vk-webhook");
    }

    @Test
    void whatIsNotSaidStaysAsItIsInstalled() {
        install("--yes", "--timeout", "1s", "--replicas", "2");

        Run run = vnode(Map.of(), "install", "--dry-run");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("2 virtual nodes").contains("~ 0 change");
    }

    @Test
    void aChangedSettingIsShownFieldByField() {
        install("--yes", "--timeout", "1s");

        Run run = install("--dry-run", "--vswitch", "vsw-sandboxb");

        assertThat(run.out())
                .contains("~ change     StatefulSet kube-system/virtual-node-eci")
                .contains("env[ECI_VSWITCH].value: vsw-sandboxa -> vsw-sandboxb");
    }

    @Test
    void anotherClusterIdIsRefusedWhileTheAddonIsInstalled() {
        install("--yes", "--timeout", "1s");

        Run run = install("--yes", "--cluster-id", "c-other");

        assertThat(run.exit()).isEqualTo(7);
        assertThat(run.err()).contains("VN4007").contains("'c-it'");
    }

    @Test
    void anObjectOfSomebodyElseIsRefusedByNameBeforeAnythingIsWritten() {
        client().resource(foreignProfile()).create();

        Run run = install("--yes");

        assertThat(run.exit()).isEqualTo(7);
        assertThat(run.err()).contains("VN4001 ConfigMap kube-system/eci-profile belongs to somebody else");
        assertThat(providerSet()).isNull();
    }

    @Test
    void aFieldThatSomebodyElseSetIsNamedWithItsManager() {
        install("--yes", "--timeout", "1s");
        client().apps()
                .statefulSets()
                .inNamespace(NAMESPACE)
                .withName("virtual-node-eci")
                .patch(
                        new PatchContext.Builder()
                                .withPatchType(PatchType.STRATEGIC_MERGE)
                                .withFieldManager("somebody")
                                .build(),
                        """
                        {"spec":{"template":{"spec":{"containers":[{"name":"provider",
                         "env":[{"name":"ECI_SECURITY_GROUP","value":"sg-other"}]}]}}}}""");

        Run run = install("--yes");

        assertThat(run.exit()).isEqualTo(7);
        assertThat(run.err())
                .contains("VN4002")
                .contains("StatefulSet kube-system/virtual-node-eci")
                .contains("ECI_SECURITY_GROUP")
                .contains("somebody");
    }

    @Test
    void aWrongAccessKeyIsFoundBeforeAnythingIsWritten() {
        Map<String, String> wrong =
                Map.of("ALIBABA_CLOUD_ACCESS_KEY_ID", "it-key", "ALIBABA_CLOUD_ACCESS_KEY_SECRET", "planted-wrong");

        Run run = vnode(wrong, withSettings("--yes"));

        assertThat(run.exit()).isEqualTo(9);
        assertThat(run.err()).contains("VN5003").doesNotContain("planted-wrong").doesNotContain("string to sign");
        assertThat(providerSet()).isNull();
    }

    @Test
    void anUnknownVSwitchIsFoundBeforeAnythingIsWritten() {
        Run run = install("--yes", "--vswitch", "vsw-nowhere");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("VN5005").contains("vsw-nowhere");
        assertThat(providerSet()).isNull();
    }

    @Test
    void everyWrongSettingIsNamedWithItsPlaceAndRule() {
        Run run = install("--yes", "--security-group", "group", "--replicas", "none");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .contains("--security-group is 'group'; it must be the id of a security group")
                .contains("--replicas is 'none'; it must be a whole number");
    }

    @Test
    void withoutATerminalOnlyYesWillDo() {
        Run run = install();

        assertThat(run.exit()).isEqualTo(7);
        assertThat(run.err()).contains("VN4003").contains("--yes");
        assertThat(providerSet()).isNull();
    }

    @Test
    void anEmptyListingThatNothingProvesTakesNothingDown() {
        install("--yes", "--timeout", "1s");

        Run run = vnode(Map.of(), "uninstall", "--yes");

        assertThat(run.exit()).isEqualTo(9);
        assertThat(run.err()).contains("VN5002");
        assertThat(providerSet()).isNotNull();
    }

    @Test
    void anUninstallKeepsWhatBelongsToSomebodyElse() {
        install("--yes", "--timeout", "1s");
        client().configMaps().inNamespace(NAMESPACE).withName("eci-profile").delete();
        client().resource(foreignProfile()).create();

        Run run = vnode(Map.of(), "uninstall", "--yes", "--trust-empty-listing");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out()).contains("kept     ConfigMap kube-system/eci-profile");
        assertThat(client().configMaps()
                        .inNamespace(NAMESPACE)
                        .withName("eci-profile")
                        .get())
                .isNotNull();
        assertThat(providerSet()).isNull();
    }

    @Test
    void whereNothingIsInstalledThereIsNothingToUninstall() {
        Run run = vnode(Map.of(), "uninstall");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).startsWith("nothing installed");
    }

    @Test
    void theStatusOfAnAddonWhosePodsDoNotRunIsNotHealthy() {
        install("--yes", "--timeout", "1s");

        Run run = vnode(Map.of(), "status", "-o", "json");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).contains("\"verdict\" : \"UNHEALTHY\"").doesNotContain("it-secret");
    }

    private static Run install(String... more) {
        return vnode(
                Map.of("ALIBABA_CLOUD_ACCESS_KEY_ID", "it-key", "ALIBABA_CLOUD_ACCESS_KEY_SECRET", "it-secret"),
                withSettings(more));
    }

    /** What is said again later on the command line replaces the variables. */
    private static String[] withSettings(String... more) {
        List<String> arguments = new ArrayList<>(List.of("install"));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    private static Run vnode(Map<String, String> more, String... arguments) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("HOME", folder.toString());
        environment.put("KUBECONFIG", plane.kubeconfig().toString());
        if (arguments[0].equals("install") && !more.isEmpty()) {
            environment.put("VNODE_CLUSTER_ID", "c-it");
            environment.put("VNODE_REGION", "cn-hangzhou");
            environment.put("VNODE_VSWITCHES", "vsw-sandboxa");
            environment.put("VNODE_SECURITY_GROUP", "sg-sandbox");
            environment.put("VNODE_ENDPOINT", emulator.endpoint().toString());
        }
        CapturedConsole console = new CapturedConsole(environment);
        int exit = console.run(arguments);
        return new Run(exit, console.out(), console.err());
    }

    private static Run kubectl(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                plane.binaries().resolve("kubectl").toString(),
                "--kubeconfig",
                plane.kubeconfig().toString()));
        command.addAll(List.of(arguments));
        Path err = Files.createTempFile(folder, "kubectl", ".err");
        Process process =
                new ProcessBuilder(command).redirectError(err.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), out, Files.readString(err));
    }

    private static KubernetesClient client() {
        return cluster.client();
    }

    private static @org.jspecify.annotations.Nullable StatefulSet providerSet() {
        return client().apps()
                .statefulSets()
                .inNamespace(NAMESPACE)
                .withName("virtual-node-eci")
                .get();
    }

    private static ConfigMap foreignProfile() {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace(NAMESPACE)
                .withName("eci-profile")
                .endMetadata()
                .addToData("theirs", "yes")
                .build();
    }

    private record Run(int exit, String out, String err) {}
}
