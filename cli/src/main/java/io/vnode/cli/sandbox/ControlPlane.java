package io.vnode.cli.sandbox;

import io.vnode.cli.problem.ProblemException;
import io.vnode.cli.sandbox.machine.FreePorts;
import io.vnode.cli.sandbox.machine.MachineAddress;
import io.vnode.cli.sandbox.machine.PrivateFiles;
import io.vnode.cli.sandbox.process.ProcessDeath;
import io.vnode.cli.sandbox.process.ProcessDiedException;
import io.vnode.cli.sandbox.process.Program;
import io.vnode.cli.sandbox.process.SupervisedProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.function.Consumer;

/**
 * A real Kubernetes control plane in child processes of this one: etcd, kube-apiserver and, when asked for,
 * kube-controller-manager and kube-scheduler. Closing it ends them.
 */
public final class ControlPlane implements AutoCloseable {

    private static final Duration ETCD_DEADLINE = Duration.ofSeconds(30);
    private static final Duration API_DEADLINE = Duration.ofSeconds(90);
    private static final Duration STOP = Duration.ofSeconds(8);

    private final ControlPlaneSettings settings;
    private final ControlPlaneCommands commands;
    /** The last started comes first: that is the order of ending. */
    private final Deque<SupervisedProcess> processes = new ArrayDeque<>();

    private ControlPlane(ControlPlaneSettings settings) {
        this.settings = settings;
        this.commands = new ControlPlaneCommands(settings);
    }

    /**
     * An API server with its etcd, ready to answer; nothing acts on what is written to it.
     *
     * @param folder an empty folder for all files; the caller removes it after closing
     */
    public static ControlPlane startApiServer(Path folder) throws InterruptedException {
        return start(folder, false);
    }

    /**
     * A whole control plane, ready to answer.
     *
     * @param folder an empty folder for all files; the caller removes it after closing
     */
    public static ControlPlane start(Path folder) throws InterruptedException {
        return start(folder, true);
    }

    private static ControlPlane start(Path folder, boolean withControllers) throws InterruptedException {
        String address = MachineAddress.find();
        FreePorts ports = new FreePorts(new Random());
        ControlPlaneSettings settings = new ControlPlaneSettings(
                KubernetesBinaries.find(_ -> {}),
                new ControlPlaneFiles(folder.toAbsolutePath()),
                ControlPlanePorts.pick(ports),
                "vnode-test",
                address == null ? "192.0.2.1" : address, // it is only told, never called
                "test-host");
        try {
            ControlPlaneCredentials.write(settings, Clock.systemUTC());
            ControlPlane started = launch(settings, _ -> {});
            if (withControllers) {
                started.startControllers();
            }
            return started;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (ProcessDiedException e) {
            throw new ProblemException(SandboxProblems.died(e.death()), e);
        }
    }

    /**
     * Starts etcd and the API server, whose credentials have been written.
     *
     * @param step is told what is being waited for
     */
    static ControlPlane launch(ControlPlaneSettings settings, Consumer<String> step)
            throws IOException, InterruptedException, ProcessDiedException {
        ControlPlane plane = new ControlPlane(settings);
        try {
            plane.startApi(step);
            return plane;
        } catch (Throwable e) {
            plane.close();
            throw e;
        }
    }

    /** For clients: {@code kubectl --kubeconfig}, or the fabric8 client. Its user may do everything. */
    public Path kubeconfig() {
        return settings.files().kubeconfig();
    }

    /** The folder with the programs, {@code kubectl} among them. */
    public Path binaries() {
        return settings.binaries();
    }

    /** The address of the API server. */
    public String url() {
        return settings.url();
    }

    void startControllers() throws ProcessDiedException {
        start(commands.controllerManager());
        start(commands.scheduler());
    }

    /** Fails if one of the processes has ended. */
    void requireAlive() throws ProcessDiedException {
        for (SupervisedProcess process : processes) {
            process.requireAlive();
        }
    }

    /** From now on a process that ends is started again. */
    void keepRunning(Consumer<ProcessDeath> onDeath) {
        processes.forEach(process -> process.keepRunning(onDeath));
    }

    @Override
    public void close() {
        while (!processes.isEmpty()) {
            processes.pop().close();
        }
    }

    private void startApi(Consumer<String> step) throws IOException, InterruptedException, ProcessDiedException {
        PrivateFiles.createFolder(settings.files().logs());
        PrivateFiles.createFolder(settings.files().data());
        step.accept("etcd");
        SupervisedProcess etcd = start(commands.etcd());
        Endpoints.awaitListening(settings.ports().etcdClient(), ETCD_DEADLINE, etcd);
        step.accept("kube-apiserver");
        SupervisedProcess apiServer = start(commands.apiServer());
        Endpoints.awaitReady(settings.url() + "/readyz", settings.files().pki("ca.crt"), API_DEADLINE, apiServer, etcd);
    }

    private SupervisedProcess start(Program program) throws ProcessDiedException {
        SupervisedProcess process = SupervisedProcess.start(program, STOP);
        processes.push(process);
        return process;
    }
}
