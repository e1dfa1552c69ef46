package io.vnode.provider.pod;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.vnode.addon.PodKey;
import io.vnode.addon.settings.PodDefaults;
import io.vnode.provider.containergroup.ContainerGroups;
import io.vnode.provider.containergroup.sweep.PodPresence;
import io.vnode.provider.telemetry.PodMetrics;
import io.vnode.provider.translate.PodTranslator;
import io.vnode.provider.workqueue.WorkQueue;
import io.vnode.provider.workqueue.Workers;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches the pods bound to this node and has {@link PodReconciler} take a step whenever one of them changes. */
public final class PodController implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(PodController.class);

    private static final long PAGE = 250;
    private static final int WORKERS = 64;
    private static final Duration RESYNC = Duration.ofMinutes(5);

    private final SharedIndexInformer<Pod> informer;
    private final BoundPods pods;
    private final EventWriter eventWriter;
    private final PodQuestion question;
    private final PodReconciler reconciler;
    private final WorkQueue<PodKey> queue;
    private final PodMetrics metrics;
    private final Thread.UncaughtExceptionHandler onCrash;
    private volatile @Nullable Workers<PodKey> workers;

    /**
     * A controller that does nothing yet.
     *
     * @param kubernetes the client; stays open when this is closed
     * @param nodeName the node whose pods to look after
     * @param groups their container groups
     * @param translator says pods in the words of ECI
     * @param defaults what the next pod gets where it does not say so itself
     * @param queue where {@code groups} adds the pods whose groups change; closed with the controller
     * @param metrics counts
     * @param onCrash told when a worker dies
     */
    public PodController(
            KubernetesClient kubernetes,
            String nodeName,
            ContainerGroups groups,
            PodTranslator translator,
            Supplier<PodDefaults> defaults,
            WorkQueue<PodKey> queue,
            PodMetrics metrics,
            Thread.UncaughtExceptionHandler onCrash) {
        Clock clock = Clock.systemUTC();
        this.queue = queue;
        this.metrics = metrics;
        this.onCrash = onCrash;
        Departed departed = new Departed();
        Arrivals arrivals = new Arrivals(System::nanoTime);
        this.informer = informer(kubernetes, nodeName, queue, departed, arrivals, metrics);
        this.pods = new BoundPods(kubernetes, informer.getIndexer(), metrics);
        this.question = new PodQuestion(pods, kubernetes);
        this.eventWriter =
                new EventWriter(new EventsApi(kubernetes, nodeName), EventWriter.Pace.USUAL, metrics, onCrash);
        PodEvents events = new PodEvents(eventWriter::add, metrics, clock);
        this.reconciler = new PodReconciler(
                pods,
                events,
                new PodReporter(pods, events, new PodEvictions(kubernetes), clock),
                new PodInputsReader(kubernetes, arrivals),
                translator,
                defaults,
                groups,
                departed,
                queue::add,
                metrics,
                clock);
    }

    private static SharedIndexInformer<Pod> informer(
            KubernetesClient kubernetes,
            String nodeName,
            WorkQueue<PodKey> queue,
            Departed departed,
            Arrivals arrivals,
            PodMetrics metrics) {
        SharedIndexInformer<Pod> informer = kubernetes
                .pods()
                .inAnyNamespace()
                .withField("spec.nodeName", nodeName)
                .withLimit(PAGE)
                .runnableInformer(RESYNC.toMillis());
        informer.removeNamespaceIndex();
        informer.itemStore(new PodStore());
        informer.exceptionHandler((_, error) -> {
            metrics.watchRestarted();
            LOGGER.atWarn()
                    .addKeyValue("node", nodeName)
                    .addKeyValue("error", error.getClass().getSimpleName())
                    .log("watching pods failed, starting again");
            return true;
        });
        informer.addEventHandler(arrivals);
        informer.addEventHandler(new Enqueue(queue, departed));
        return informer;
    }

    /** Lists the pods, then starts working. The container groups must have been listed before. */
    public void start() {
        awaitSynced(informer);
        MeasuredSteps steps = new MeasuredSteps(reconciler::reconcile, metrics);
        workers = Workers.start(queue, steps, reconciler::report, WORKERS, "pod-worker", onCrash);
    }

    private static void awaitSynced(SharedIndexInformer<Pod> informer) {
        try {
            Object unused = informer.start().toCompletableFuture().get(5, TimeUnit.MINUTES);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("could not list the pods of this node", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while listing the pods of this node", e);
        }
    }

    /** The pod of that name on this node, as a key; null when there is none. */
    public @Nullable PodKey find(String namespace, String name) {
        Pod pod = pods.find(namespace, name);
        return pod == null ? null : PodFacts.key(pod);
    }

    /** The container group recorded on a pod of this node; null when none is. */
    public @Nullable String recordedGroupId(PodKey key) {
        return PodFacts.recordedGroupId(pods.find(key));
    }

    /** Whether there is a pod of this namespace, name and UID, on whichever node. */
    public PodPresence presence(PodKey key) {
        return question.ask(key);
    }

    /** How many pods of this node are in each phase. */
    public Map<String, Integer> phases() {
        Map<String, Integer> counts = new TreeMap<>(Map.of("Pending", 0, "Running", 0, "Succeeded", 0, "Failed", 0));
        for (Pod pod : informer.getStore().list()) {
            counts.merge(PodFacts.phase(pod), 1, Integer::sum);
        }
        return counts;
    }

    /** For how many pods a container group is being asked for. */
    public int creating() {
        return reconciler.creating();
    }

    /** For how many pods a container group is being asked to go. */
    public int deleting() {
        return reconciler.deleting();
    }

    private record Enqueue(WorkQueue<PodKey> queue, Departed departed) implements ResourceEventHandler<Pod> {

        @Override
        public void onAdd(Pod pod) {
            queue.add(PodFacts.key(pod));
        }

        @Override
        public void onUpdate(Pod before, Pod after) {
            if (!Objects.equals(
                    before.getMetadata().getUid(), after.getMetadata().getUid())) {
                // Deleted and created again while nobody was watching.
                leave(PodFacts.key(before));
            }
            queue.add(PodFacts.key(after));
        }

        @Override
        public void onDelete(Pod pod, boolean finalStateUnknown) {
            if (finalStateUnknown) {
                // Not seen to leave, only missing in a new list: an API server restored from nothing lists none at all.
                // The sweeper makes sure.
                queue.add(PodFacts.key(pod));
            } else {
                leave(PodFacts.key(pod));
            }
        }

        private void leave(PodKey pod) {
            departed.add(pod);
            queue.add(pod);
        }
    }

    /** Lets steps under way finish. */
    @Override
    public void close() {
        Workers<PodKey> started = workers;
        if (started != null) {
            started.close();
        }
        informer.close();
        eventWriter.close();
    }
}
