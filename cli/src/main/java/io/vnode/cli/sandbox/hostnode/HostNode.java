package io.vnode.cli.sandbox.hostnode;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.vnode.cli.sandbox.machine.FreePorts;
import io.vnode.cli.sandbox.machine.PrivateFiles;
import io.vnode.cli.sandbox.process.SandboxProcess;
import io.vnode.cli.sandbox.process.SandboxProcesses;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A node of the cluster that runs the addon's pods as processes of this machine. */
public final class HostNode implements AutoCloseable {

    private static final Predicate<SandboxProcess> IS_POD =
            process -> process.name().startsWith("pod ");

    private final KubernetesClient kubernetes;
    private final HostNodeSettings settings;
    private final Clock clock;
    private final PodWriter writer;
    private final PortBook ports = new PortBook(new FreePorts(new Random()));
    private final Map<String, PodWorker> workers = new ConcurrentHashMap<>();
    private final List<AutoCloseable> parts = new ArrayList<>();

    private HostNode(KubernetesClient kubernetes, HostNodeSettings settings, Clock clock) {
        this.kubernetes = kubernetes;
        this.settings = settings;
        this.clock = clock;
        this.writer = new PodWriter(kubernetes, settings.nodeName(), clock);
    }

    /**
     * Starts the node; on return it is Ready.
     *
     * @param kubernetes a client with the node's own identity; the caller closes it after the node
     */
    public static HostNode start(KubernetesClient kubernetes, HostNodeSettings settings, Clock clock)
            throws IOException, InterruptedException {
        HostNode node = new HostNode(kubernetes, settings, clock);
        try {
            node.startParts();
            return node;
        } catch (Throwable e) {
            node.close();
            throw e;
        }
    }

    /** Ends all pods' processes, gracefully and side by side; the pods stay in the API server. */
    @Override
    public void close() {
        for (AutoCloseable part : parts.reversed()) {
            try {
                part.close();
            } catch (Exception e) {
                System.err.println("while stopping the host node: " + e);
            }
        }
        List<Thread> stopping = workers.values().stream()
                .map(worker -> Thread.ofVirtual().start(() -> shutDown(worker)))
                .toList();
        try {
            for (Thread stop : stopping) {
                stop.join();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void startParts() throws IOException, InterruptedException {
        removeLeftovers();
        PrivateFiles.createFolder(settings.pods());
        parts.add(LogServer.start(settings, this::log));
        parts.add(NodeRegistration.start(kubernetes, settings, clock));
        SharedIndexInformer<Pod> informer = kubernetes
                .pods()
                .inAnyNamespace()
                .withField("spec.nodeName", settings.nodeName())
                .inform(handler());
        parts.add(informer::stop);
    }

    /** Processes of a node that ran here before and was killed are no longer anybody's. */
    private void removeLeftovers() throws IOException, InterruptedException {
        new SandboxProcesses(settings.sandbox()).end(IS_POD, Duration.ofSeconds(5));
        PrivateFiles.deleteTree(settings.pods());
    }

    private ResourceEventHandler<Pod> handler() {
        return new ResourceEventHandler<>() {
            @Override
            public void onAdd(Pod pod) {
                take(pod);
            }

            @Override
            public void onUpdate(Pod before, Pod pod) {
                take(pod);
            }

            @Override
            public void onDelete(Pod pod, boolean unknownState) {
                PodWorker worker = workers.remove(pod.getMetadata().getUid());
                if (worker != null) {
                    worker.forget();
                }
            }
        };
    }

    private void take(Pod pod) {
        workers.compute(pod.getMetadata().getUid(), (_, worker) -> {
            if (worker != null) {
                worker.update(pod);
                return worker;
            }
            return finished(pod) ? null : begin(pod);
        });
    }

    private PodWorker begin(Pod pod) {
        PodWorker worker = new PodWorker(pod, settings, writer, new ClusterInputs(kubernetes, pod), ports, clock);
        worker.start();
        return worker;
    }

    /** A pod that ended under an earlier node process is not run a second time; one that is to be removed is. */
    private static boolean finished(Pod pod) {
        String phase = pod.getStatus() == null ? null : pod.getStatus().getPhase();
        boolean ended = "Succeeded".equals(phase) || "Failed".equals(phase);
        return ended && pod.getMetadata().getDeletionTimestamp() == null;
    }

    private @Nullable Path log(String namespace, String pod, String container, boolean previous) {
        return workers.values().stream()
                .filter(worker -> worker.pod().getMetadata().getNamespace().equals(namespace))
                .filter(worker -> worker.pod().getMetadata().getName().equals(pod))
                .findFirst()
                .map(worker -> worker.log(container, previous))
                .orElse(null);
    }

    private static void shutDown(PodWorker worker) {
        try {
            worker.shutDown();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
