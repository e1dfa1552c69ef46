package io.vnode.cli.sandbox;

import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.vnode.cli.problem.Problem;
import io.vnode.cli.problem.ProblemException;
import io.vnode.cli.sandbox.hostnode.HostNode;
import io.vnode.cli.sandbox.hostnode.HostNodeSettings;
import io.vnode.cli.sandbox.process.ProcessDeath;
import io.vnode.cli.sandbox.process.ProcessDiedException;
import io.vnode.cli.sandbox.process.ProcessMark;
import io.vnode.cli.sandbox.process.Program;
import io.vnode.cli.sandbox.process.SupervisedProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The process that a sandbox consists of: it starts the others, keeps them running, and is the host node. It ends when it
 * is asked to, and takes everything with it.
 */
public final class SandboxSupervisor {

    static final String PROCESS_NAME = "supervisor";
    static final String EMULATOR = "eci-emulator";

    private static final Duration EMULATOR_DEADLINE = Duration.ofSeconds(30);
    private static final Duration EMULATOR_STOP = Duration.ofSeconds(3);
    private static final Duration CLUSTER_DEADLINE = Duration.ofSeconds(60);
    private static final Duration STOP_DEADLINE = Duration.ofSeconds(45);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final SandboxPlan plan;
    private final SandboxFiles files;
    private final Clock clock = Clock.systemUTC();
    private SupervisorReport report = SupervisorReport.starting("", false);

    private SandboxSupervisor(SandboxPlan plan, SandboxFiles files) {
        this.plan = plan;
        this.files = files;
    }

    /**
     * Runs a sandbox whose files have been written.
     *
     * @param arguments the folder of the sandbox
     */
    public static void main(String... arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        SandboxPlan plan = SandboxPlan.read(folder.resolve("sandbox.json"));
        SandboxFiles files = SandboxFiles.in(folder, plan.sandboxName());
        endOnSignal(Thread.currentThread());
        int exitCode = new SandboxSupervisor(plan, files).run();
        Runtime.getRuntime()
                .halt(exitCode); // all is closed; System.exit would wait for the hook, which waits for this thread
    }

    /** A signal interrupts the main thread, which then closes everything; the JVM waits for that. */
    private static void endOnSignal(Thread main) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            main.interrupt();
                            try {
                                main.join(STOP_DEADLINE);
                            } catch (InterruptedException _) {
                                Thread.currentThread().interrupt();
                            }
                        },
                        "end-on-signal"));
    }

    private int run() {
        try {
            runUntilAsked();
        } catch (InterruptedException _) {
            log("ended as asked");
            return 0;
        } catch (ProcessDiedException e) {
            fail(SandboxProblems.died(e.death()));
        } catch (StartTimeoutException e) {
            fail(SandboxProblems.tooSlow(plan.sandboxName(), String.valueOf(e.getMessage())));
        } catch (ProblemException e) {
            fail(e.problem());
        } catch (IOException | RuntimeException e) {
            e.printStackTrace(System.err); // into the supervisor's log, whose end 'up' shows
        }
        return 1;
    }

    private void runUntilAsked() throws IOException, InterruptedException, ProcessDiedException {
        // Started from top to bottom, closed from bottom to top.
        try (ControlPlane plane = ControlPlane.launch(plan.controlPlane(files), this::starting);
                SupervisedProcess emulator = startEmulator(plane);
                KubernetesClient admin = client(files.kubeconfig());
                KubernetesClient node = client(new ControlPlaneFiles(files.folder()).kubeconfig("host-node"))) {
            letApiServerCallKubelets(admin);
            try (HostNode _ = HostNode.start(node, hostNode(), clock)) {
                awaitCluster(admin, plane, emulator);
                plane.keepRunning(this::recordDeath);
                emulator.keepRunning(this::recordDeath);
                say(SupervisorReport.ready());
                log("ready");
                try {
                    Thread.sleep(Duration.ofDays(Integer.MAX_VALUE));
                } finally {
                    sayStopping();
                }
            }
        }
    }

    private SupervisedProcess startEmulator(ControlPlane plane)
            throws IOException, InterruptedException, ProcessDiedException {
        say(SupervisorReport.starting("controllers and emulator", true));
        plane.startControllers();
        List<String> commandLine = new ArrayList<>(List.of(
                Installation.java(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-Xmx256m"));
        commandLine.addAll(ProcessMark.forJava(files.folder(), EMULATOR));
        commandLine.addAll(List.of(
                "-cp",
                plan.installation().emulator().toString(),
                "io.vnode.emulator.EmulatorMain",
                "--config",
                files.emulatorConfig().toString(),
                "--state", // so that container groups outlive an emulator that is started again
                files.emulatorState().toString()));
        SupervisedProcess emulator =
                SupervisedProcess.start(new Program(EMULATOR, commandLine, files.log(EMULATOR)), EMULATOR_STOP);
        try {
            Endpoints.awaitListening(plan.emulatorPort(), EMULATOR_DEADLINE, emulator);
            return emulator;
        } catch (Throwable e) {
            emulator.close();
            throw e;
        }
    }

    /** Kubernetes has a role for it and no binding; each installer makes its own. */
    private static void letApiServerCallKubelets(KubernetesClient admin) {
        admin.resource(new ClusterRoleBindingBuilder()
                        .withNewMetadata()
                        .withName("vnode-sandbox:kube-apiserver-kubelet-client")
                        .endMetadata()
                        .withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", "system:kubelet-api-admin")
                        .addNewSubject(
                                "rbac.authorization.k8s.io", "User", ControlPlaneCredentials.KUBELET_CLIENT, null)
                        .build())
                .create();
    }

    private HostNodeSettings hostNode() {
        return new HostNodeSettings(
                plan.sandboxName().hostNode(),
                plan.address(),
                plan.kubeletPort(),
                "127.0.0.1",
                plan.ports().api(),
                files.pki(),
                ControlPlaneCredentials.KUBELET_CLIENT,
                files.folder(),
                files.pods(),
                Installation.java(),
                plan.installation().provider());
    }

    /** Until pods can be created and scheduled: the node takes them, and their service account exists. */
    private void awaitCluster(KubernetesClient admin, ControlPlane plane, SupervisedProcess emulator)
            throws IOException, InterruptedException, ProcessDiedException {
        starting("node " + plan.sandboxName().hostNode());
        long deadline = System.nanoTime() + CLUSTER_DEADLINE.toNanos();
        while (!acceptsPods(admin)) {
            plane.requireAlive();
            emulator.requireAlive();
            if (System.nanoTime() > deadline) {
                throw new StartTimeoutException("node " + plan.sandboxName().hostNode(), CLUSTER_DEADLINE);
            }
            Thread.sleep(LOOK_AGAIN);
        }
    }

    private boolean acceptsPods(KubernetesClient admin) {
        try {
            var node = admin.nodes().withName(plan.sandboxName().hostNode()).get();
            return node != null
                    && node.getSpec().getTaints().isEmpty()
                    && serviceAccount(admin, "default")
                    && serviceAccount(admin, "kube-system");
        } catch (KubernetesClientException _) {
            return false;
        }
    }

    private static boolean serviceAccount(KubernetesClient admin, String namespace) {
        return admin.serviceAccounts()
                        .inNamespace(namespace)
                        .withName("default")
                        .get()
                != null;
    }

    private static KubernetesClient client(Path kubeconfig) {
        Config config = Config.fromKubeconfig(kubeconfig.toFile());
        config.setOnlyHttpWatches(true);
        config.setMaxConcurrentRequestsPerHost(64);
        config.setRequestRetryBackoffLimit(2);
        return new KubernetesClientBuilder().withConfig(config).build();
    }

    private void starting(String what) {
        say(SupervisorReport.starting(what, report.apiReady()));
    }

    private synchronized void recordDeath(ProcessDeath death) {
        log("%s ended with exit code %d, starting it again".formatted(death.program(), death.exitCode()));
        say(report.withDeath(
                "%s %s ended with exit code %d".formatted(clock.instant(), death.program(), death.exitCode())));
    }

    private synchronized void sayStopping() {
        say(report.stopping());
    }

    private void fail(Problem problem) {
        say(SupervisorReport.failed(problem));
        log(problem.what());
    }

    private synchronized void say(SupervisorReport next) {
        report = next;
        try {
            next.write(files.report());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void log(String line) {
        System.out.println(clock.instant() + " " + line);
    }
}
