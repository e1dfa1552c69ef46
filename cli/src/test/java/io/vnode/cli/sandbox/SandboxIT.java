package io.vnode.cli.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.vnode.cli.problem.ProblemCode;
import io.vnode.cli.problem.ProblemException;
import io.vnode.cli.progress.Progress;
import io.vnode.cli.sandbox.machine.FreePorts;
import io.vnode.cli.sandbox.process.SandboxProcess;
import io.vnode.cli.sandbox.process.SandboxProcesses;
import io.vnode.cli.settings.UserDirectories;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final SandboxName NAME = new SandboxName("it");

    @TempDir
    private Path folder;

    private Map<String, String> environment = Map.of();
    private SandboxFolders folders = new SandboxFolders(Path.of("/"), Path.of("/"));

    @BeforeEach
    void install() throws IOException {
        System.setProperty(
                "vnode.home", TestInstallation.in(folder.resolve("home")).toString());
        environment = Map.of(
                "XDG_STATE_HOME", folder.resolve("state").toString(),
                "XDG_CONFIG_HOME", folder.resolve("config").toString(),
                "PATH", System.getenv("PATH"));
        folders = SandboxFolders.of(new UserDirectories(environment));
    }

    @AfterEach
    void remove() throws IOException, InterruptedException {
        System.clearProperty("vnode.kubernetes.dir");
        new SandboxDown(folders, Progress.SILENT).run(NAME);
    }

    @Test
    void runsThePodsOfTheAddonAndLeavesNothingBehind() throws IOException, InterruptedException {
        UpReport report = up(null);
        try (KubernetesClient kubernetes = client(report)) {
            kubernetes.resource(addonPod()).create();
            kubernetes.resource(foreignPod()).create();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(ready(kubernetes, "addon")).isTrue());

            assertThat(kubernetes
                            .pods()
                            .inNamespace("default")
                            .withName("addon")
                            .getLog())
                    .contains("started with node " + folders.files(NAME).pods());
            assertThat(names()).contains("pod default/addon", "supervisor", "etcd", "eci-emulator");
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(waitingReason(kubernetes, "foreign"))
                    .isEqualTo("ErrImageNeverPull"));

            kubernetes.pods().inNamespace("default").withName("foreign").delete();
            kubernetes.pods().inNamespace("default").withName("addon").delete();
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                            kubernetes.pods().inNamespace("default").list().getItems())
                    .isEmpty());
            assertThat(names()).doesNotContain("pod default/addon");
        }

        SandboxDown.Outcome first = new SandboxDown(folders, Progress.SILENT).run(NAME);
        SandboxDown.Outcome second = new SandboxDown(folders, Progress.SILENT).run(NAME);

        assertThat(first).isEqualTo(SandboxDown.Outcome.REMOVED);
        assertThat(second).isEqualTo(SandboxDown.Outcome.ABSENT);
        assertThat(names()).isEmpty();
        assertThat(FreePorts.isFree(URI.create(report.apiUrl()).getPort())).isTrue();
        assertThat(FreePorts.isFree(URI.create(report.emulatorUrl()).getPort())).isTrue();
        assertThat(filesOf("state")).isEmpty();
        assertThat(filesOf("config")).isEmpty();
    }

    @Test
    void startsAfreshAfterItsSupervisorWasKilled() throws IOException, InterruptedException {
        UpReport before = up(null);
        SandboxProcesses processes = new SandboxProcesses(folders.files(NAME).folder());
        processes.kill(process -> process.name().equals("supervisor"));
        String broken = SandboxStatus.of(folders.files(NAME)).state();
        List<Long> orphans =
                processes.running().stream().map(SandboxProcess::pid).toList();

        UpReport after = up(null);
        UpReport again = up(null);

        assertThat(broken).isEqualTo("broken");
        assertThat(before.wasRunning()).isFalse();
        assertThat(after.wasRunning()).isFalse();
        assertThat(again.wasRunning()).isTrue();
        assertThat(orphans).isNotEmpty();
        assertThat(processes.running().stream().map(SandboxProcess::pid)).doesNotContainAnyElementsOf(orphans);
    }

    @Test
    void refusesAPortThatIsTakenAndLeavesNothing() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ProblemException e = catchThrowableOfType(ProblemException.class, () -> up(taken.getLocalPort()));

            assertThat(e.problem().code()).isEqualTo(ProblemCode.SANDBOX_PORT_TAKEN);
            assertThat(filesOf("state")).isEmpty();
        }
    }

    @Test
    void showsTheLogOfAProcessThatEndsEarlyAndLeavesNothing() throws IOException {
        Path programs = Files.createDirectories(folder.resolve("programs"));
        Path etcd = Files.writeString(programs.resolve("etcd"), "#!/bin/sh\necho cannot do anything today\nexit 7\n");
        Files.setPosixFilePermissions(etcd, PosixFilePermissions.fromString("rwx------"));
        System.setProperty("vnode.kubernetes.dir", programs.toString());

        ProblemException e = catchThrowableOfType(ProblemException.class, () -> up(null));

        assertThat(e.problem().code()).isEqualTo(ProblemCode.SANDBOX_PROCESS_DIED);
        assertThat(e.problem().what()).contains("etcd ended with exit code 7");
        assertThat(e.problem().why()).anySatisfy(line -> assertThat(line).contains("cannot do anything today"));
        assertThat(filesOf("state")).isEmpty();
        assertThat(names()).isEmpty();
    }

    private UpReport up(@Nullable Integer port) throws InterruptedException {
        return new SandboxUp(environment, Progress.SILENT).run(NAME, port);
    }

    private List<String> names() {
        return new SandboxProcesses(folders.files(NAME).folder())
                .running().stream().map(SandboxProcess::name).toList();
    }

    private List<Path> filesOf(String part) throws IOException {
        Path root = folder.resolve(part);
        if (!Files.exists(root)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(path -> !path.equals(root)).toList();
        }
    }

    private static KubernetesClient client(UpReport report) {
        return new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(Path.of(report.kubeconfig()).toFile()))
                .build();
    }

    private static boolean ready(KubernetesClient kubernetes, String pod) {
        return kubernetes.pods().inNamespace("default").withName(pod).isReady();
    }

    private static String waitingReason(KubernetesClient kubernetes, String pod) {
        return kubernetes
                .pods()
                .inNamespace("default")
                .withName(pod)
                .get()
                .getStatus()
                .getContainerStatuses()
                .getFirst()
                .getState()
                .getWaiting()
                .getReason();
    }

    private static Pod addonPod() {
        return new PodBuilder()
                .withNewMetadata()
                .withName("addon")
                .withNamespace("default")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("provider")
                .withImage("vnode/runtime:test")
                .withArgs("node", "/etc/config/file")
                .addNewEnv()
                .withName("KUBELET_PORT")
                .withValue("10250")
                .endEnv()
                .addNewPort()
                .withName("kubelet")
                .withContainerPort(10250)
                .endPort()
                .withNewReadinessProbe()
                .withNewHttpGet()
                .withPath("/healthz")
                .withPort(new IntOrString("kubelet"))
                .endHttpGet()
                .endReadinessProbe()
                .addNewVolumeMount()
                .withName("config")
                .withMountPath("/etc/config")
                .endVolumeMount()
                .endContainer()
                .addNewVolume()
                .withName("config")
                .withNewEmptyDir()
                .endEmptyDir()
                .endVolume()
                .endSpec()
                .build();
    }

    private static Pod foreignPod() {
        return new PodBuilder()
                .withNewMetadata()
                .withName("foreign")
                .withNamespace("default")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("web")
                .withImage("nginx")
                .endContainer()
                .endSpec()
                .build();
    }
}
