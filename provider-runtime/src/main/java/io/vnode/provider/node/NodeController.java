package io.vnode.provider.node;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.NodeStatus;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.vnode.provider.node.ownership.TimeLimit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the Node object and its Lease.
 *
 * <p>The node says Ready only after {@link #markReady}, and says NotReady before this is closed.
 */
public final class NodeController implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(NodeController.class);

    /** How often the facts are looked at; a node whose cloud fails should say so at once. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    /** How often the Node object is read, so that a deleted one comes back. */
    private static final Duration CHECK_EVERY = Duration.ofSeconds(5);

    /** How often an unchanged status is written; the Lease is the heartbeat. */
    private static final Duration REPORT_EVERY = Duration.ofMinutes(5);

    private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(4);

    private final KubernetesClient kubernetes;
    private volatile NodeDescription description;
    private final Supplier<Readiness> facts;
    private final BooleanSupplier owner;
    private final Clock clock;
    private final NodeLease lease;
    private final Thread loop;
    private final Semaphore wake = new Semaphore(0);
    private final ReentrantLock writing = new ReentrantLock();
    private volatile boolean mayBeReady;
    private volatile Readiness starting = Readiness.STARTING;
    private volatile boolean closing;
    private volatile @Nullable Readiness reported;
    private Instant reportedAt = Instant.EPOCH;
    private Instant checkedAt = Instant.EPOCH;
    private Instant renewedAt = Instant.EPOCH;

    private NodeController(
            KubernetesClient kubernetes,
            NodeDescription description,
            Supplier<Readiness> facts,
            BooleanSupplier owner,
            Clock clock,
            Thread.UncaughtExceptionHandler onCrash) {
        this.kubernetes = kubernetes;
        this.description = description;
        this.facts = facts;
        this.owner = owner;
        this.clock = clock;
        this.lease = new NodeLease(kubernetes, clock);
        this.loop = Thread.ofVirtual()
                .name("node-controller")
                .uncaughtExceptionHandler(onCrash)
                .unstarted(this::run);
    }

    /**
     * Registers the node, not yet ready, and starts keeping it.
     *
     * @param kubernetes the client; stays open when this is closed
     * @param description what the node looks like
     * @param facts asked again and again whether the node's pods can be looked after
     * @param owner whether this process is the one that keeps the node; while it is not, nothing is written
     * @param onCrash told when the loop dies
     */
    public static NodeController start(
            KubernetesClient kubernetes,
            NodeDescription description,
            Supplier<Readiness> facts,
            BooleanSupplier owner,
            Thread.UncaughtExceptionHandler onCrash) {
        NodeController controller =
                new NodeController(kubernetes, description, facts, owner, Clock.systemUTC(), onCrash);
        controller.loop.start();
        return controller;
    }

    /** Lets the node say Ready, if the facts allow it: everything else has started. */
    public void markReady() {
        mayBeReady = true;
        wake.release();
    }

    /** Says why the node is not ready yet. */
    public void explain(Readiness why) {
        starting = why;
    }

    /** Whether the node says Ready. */
    public boolean ready() {
        Readiness said = reported;
        return said != null && said.ready();
    }

    /** Says in which zones the node's pods run, once that is known. */
    public void locate(Set<String> zoneIds) {
        description = description.inZones(zoneIds);
        wake.release();
    }

    private void run() {
        try {
            while (!closing) {
                tryOnce();
                if (wake.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                    wake.drainPermits();
                }
            }
        } catch (InterruptedException _) {
            LOGGER.atDebug().addKeyValue("node", description.name()).log("node controller stopped");
        }
    }

    private void tryOnce() {
        writing.lock();
        try {
            if (!closing && owner.getAsBoolean()) {
                look(mayBeReady ? facts.get() : starting);
            }
        } catch (KubernetesClientException e) {
            LOGGER.atWarn()
                    .addKeyValue("node", description.name())
                    .addKeyValue("status", e.getCode())
                    .log("could not keep the node object, trying again");
        } finally {
            writing.unlock();
        }
    }

    private void look(Readiness readiness) {
        Instant now = clock.instant();
        boolean news = isNews(readiness);
        boolean renewal = !now.isBefore(renewedAt.plus(NodeLease.RENEWED_EVERY));
        boolean check = !now.isBefore(checkedAt.plus(CHECK_EVERY));
        if (!news && !renewal && !check) {
            return;
        }
        Node node = present();
        checkedAt = now;
        if (news || !now.isBefore(reportedAt.plus(REPORT_EVERY)) || unreported(node)) {
            report(node, readiness, now);
        }
        if (renewal) {
            lease.renew(node);
            renewedAt = now;
        }
    }

    /** The node as it is in the API, registered or put right if need be. */
    private Node present() {
        Node node = kubernetes.nodes().withName(description.name()).get();
        if (node == null) {
            Node made = kubernetes
                    .nodes()
                    .resource(NodeObject.registered(description))
                    .create();
            LOGGER.atInfo().addKeyValue("node", description.name()).log("node registered");
            renewedAt = Instant.EPOCH;
            return made;
        }
        Node corrected = NodeObject.corrected(node, description);
        return corrected == null ? node : kubernetes.nodes().resource(corrected).update();
    }

    /** Whether the object lacks our status, as one does that was just made. */
    private static boolean unreported(Node node) {
        return node.getStatus() == null
                || node.getStatus().getConditions().stream()
                        .noneMatch(condition -> "Ready".equals(condition.getType()));
    }

    private void report(Node node, Readiness readiness, Instant now) {
        NodeStatus status = NodeObject.status(description, node.getStatus(), readiness, now);
        Node change = new NodeBuilder()
                .withNewMetadata()
                .withName(description.name())
                .withUid(node.getMetadata().getUid())
                .endMetadata()
                .withStatus(status)
                .build();
        Object unused = kubernetes
                .nodes()
                .withName(description.name())
                .subresource("status")
                .patch(PatchContext.of(PatchType.STRATEGIC_MERGE), change);
        if (isNews(readiness)) {
            LOGGER.atInfo()
                    .addKeyValue("node", description.name())
                    .addKeyValue("ready", readiness.ready())
                    .addKeyValue("reason", readiness.reason())
                    .log("node status changed");
        }
        reported = readiness;
        reportedAt = now;
    }

    /** A message alone is no news: it may carry a request id that is another one each time. */
    private boolean isNews(Readiness readiness) {
        return reported == null
                || readiness.ready() != reported.ready()
                || !readiness.reason().equals(reported.reason());
    }

    /** Says NotReady, then stops keeping the node. The Node object stays: its pods go on running in ECI. */
    @Override
    public void close() {
        boolean mine = false;
        try {
            mine = writing.tryLock(PATIENCE_AT_CLOSE.toMillis(), TimeUnit.MILLISECONDS);
            closing = true;
            if (mine && owner.getAsBoolean()) {
                TimeLimit.within(PATIENCE_AT_CLOSE, "node-stopping", () -> {
                    sayStopping();
                    return closing;
                });
            }
        } catch (TimeoutException _) {
            LOGGER.atWarn()
                    .addKeyValue("node", description.name())
                    .log("the API server does not take that the node is stopping");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            closing = true;
            if (mine) {
                writing.unlock();
            }
            loop.interrupt();
        }
    }

    private void sayStopping() {
        try {
            Node node = kubernetes.nodes().withName(description.name()).get();
            if (node != null) {
                report(node, Readiness.STOPPING, clock.instant());
            }
        } catch (KubernetesClientException e) {
            LOGGER.atWarn()
                    .addKeyValue("node", description.name())
                    .addKeyValue("status", e.getCode())
                    .log("could not say that the node is stopping");
        }
    }
}
