package io.vnode.cli.sandbox.hostnode;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.vnode.cli.sandbox.machine.PrivateFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Takes one pod from "bound to this node" to "gone", on a thread of its own. Others only tell it that something may have
 * changed; it looks for itself what that is.
 */
final class PodWorker {

    private static final Duration REFRESH = Duration.ofSeconds(30);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration LONGEST_SHUTDOWN = Duration.ofSeconds(10);

    private final PodFolder folder;
    private final PodWriter writer;
    private final PodVolumes volumes;
    private final String address;
    private final Clock clock;
    private final Instant startTime;
    private final PodAdmission.@Nullable Refusal refusal;
    private final List<ContainerRunner> containers;
    private final Semaphore changed = new Semaphore(1);
    private final Thread thread;
    private volatile Pod pod;
    private volatile boolean gone;
    private @Nullable PodStatus written;

    PodWorker(Pod pod, HostNodeSettings settings, PodWriter writer, ClusterInputs inputs, PortBook ports, Clock clock) {
        this.pod = pod;
        this.folder = new PodFolder(settings.pods().resolve(pod.getMetadata().getUid()));
        this.writer = writer;
        this.address = settings.address();
        this.clock = clock;
        this.startTime = clock.instant();
        this.refusal = PodAdmission.refusal(pod);
        PodFields fields = new PodFields(pod, address, settings.nodeName());
        this.volumes = new PodVolumes(pod, folder, inputs, fields, clock);
        LaunchPlanner planner = new LaunchPlanner(settings, pod, folder, inputs);
        this.containers = pod.getSpec().getContainers().stream()
                .map(container -> runner(pod, container, ports, planner))
                .toList();
        this.thread =
                Thread.ofVirtual().name("pod-" + pod.getMetadata().getName()).unstarted(this::work);
    }

    void start() {
        thread.start();
    }

    /** The API server has another version of the pod. */
    void update(Pod latest) {
        pod = latest;
        changed.release();
    }

    /** The API server no longer has the pod. */
    void forget() {
        gone = true;
        changed.release();
    }

    boolean finished() {
        return !thread.isAlive();
    }

    Pod pod() {
        return pod;
    }

    /** The file with what the container wrote, or null when there is no such container. */
    @Nullable
    Path log(String container, boolean previous) {
        for (int i = 0; i < containers.size(); i++) {
            if (pod.getSpec().getContainers().get(i).getName().equals(container)) {
                return containers.get(i).log(previous);
            }
        }
        return null;
    }

    /** Ends the processes and leaves the pod as it is in the API server, which is about to end too. */
    void shutDown() throws InterruptedException {
        thread.interrupt();
        thread.join();
        Duration grace = ContainerRunner.graceOf(pod);
        stopContainers(grace.compareTo(LONGEST_SHUTDOWN) > 0 ? LONGEST_SHUTDOWN : grace);
    }

    private ContainerRunner runner(Pod bound, Container container, PortBook ports, LaunchPlanner planner) {
        return new ContainerRunner(
                bound,
                container,
                folder,
                ports,
                actual -> {
                    volumes.write();
                    return planner.plan(container, actual);
                },
                address,
                changed::release,
                clock);
    }

    private void work() {
        try {
            if (refusal == null) {
                containers.forEach(ContainerRunner::start);
            } else {
                retrying(() -> writer.warn(pod, refusal.reason(), refusal.message()));
            }
            long refreshed = System.nanoTime();
            while (!gone && pod.getMetadata().getDeletionTimestamp() == null) {
                retrying(this::writeStatus);
                if (System.nanoTime() - refreshed > REFRESH.toNanos() && refusal == null) {
                    refreshVolumes();
                    refreshed = System.nanoTime();
                }
                if (changed.tryAcquire(REFRESH.toMillis(), TimeUnit.MILLISECONDS)) {
                    changed.drainPermits();
                }
            }
            end();
        } catch (InterruptedException _) {
            // the node is going down; it ends the containers
        }
    }

    private void end() throws InterruptedException {
        Long seconds = pod.getMetadata().getDeletionGracePeriodSeconds();
        stopContainers(seconds == null || gone ? ContainerRunner.graceOf(pod) : Duration.ofSeconds(seconds));
        if (!gone) {
            retrying(this::writeStatus);
            retrying(() -> writer.remove(pod));
        }
        try {
            PrivateFiles.deleteTree(folder.root());
        } catch (IOException e) {
            System.err.println("cannot remove " + folder.root() + ": " + e.getMessage());
        }
    }

    private void stopContainers(Duration patience) throws InterruptedException {
        for (ContainerRunner container : containers) {
            container.stop(patience);
        }
    }

    private void refreshVolumes() {
        try {
            volumes.write();
        } catch (UnrunnableException e) {
            System.err.printf(
                    "pod %s keeps the volumes that it has: %s%n",
                    pod.getMetadata().getName(), e.sentence());
        }
    }

    private void writeStatus() {
        PodStatus status = PodStatuses.of(pod, snapshots(), address, startTime, clock.instant());
        if (!status.equals(written)) {
            writer.writeStatus(pod, status);
            written = status;
        }
    }

    private List<ContainerSnapshot> snapshots() {
        if (refusal == null) {
            return containers.stream().map(ContainerRunner::snapshot).toList();
        }
        return pod.getSpec().getContainers().stream()
                .map(it -> ContainerSnapshot.waiting(it.getName(), it.getImage(), refusal.reason(), refusal.message()))
                .toList();
    }

    /** Until it works or the pod is gone: an API server that is away for a while comes back, or everything ends. */
    private void retrying(Runnable call) throws InterruptedException {
        while (!gone) {
            try {
                call.run();
                return;
            } catch (KubernetesClientException e) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                System.err.printf(
                        "pod %s: HTTP %d from the API server, trying again%n",
                        pod.getMetadata().getName(), e.getCode());
                Thread.sleep(RETRY);
            }
        }
    }
}
