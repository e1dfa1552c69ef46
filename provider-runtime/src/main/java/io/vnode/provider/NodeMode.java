package io.vnode.provider;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.vnode.addon.PodKey;
import io.vnode.addon.settings.ProviderSettings;
import io.vnode.addon.settings.Settings;
import io.vnode.eci.EciClient;
import io.vnode.provider.containergroup.ContainerGroups;
import io.vnode.provider.containergroup.LookTiming;
import io.vnode.provider.containergroup.Outage;
import io.vnode.provider.containergroup.sweep.OrphanSweeper;
import io.vnode.provider.containergroup.sweep.SweepRules;
import io.vnode.provider.diagnostics.Diagnostics;
import io.vnode.provider.http.HttpHandler;
import io.vnode.provider.http.HttpReply;
import io.vnode.provider.http.HttpServer;
import io.vnode.provider.http.Routes;
import io.vnode.provider.http.SelfSignedIdentity;
import io.vnode.provider.kubelet.CallerCheck;
import io.vnode.provider.kubelet.ContainerLogs;
import io.vnode.provider.kubelet.PodLister;
import io.vnode.provider.node.AbandonedNodes;
import io.vnode.provider.node.LeaderElection;
import io.vnode.provider.node.NodeController;
import io.vnode.provider.node.NodeDescription;
import io.vnode.provider.node.NodeEvents;
import io.vnode.provider.node.NodeOwnership;
import io.vnode.provider.node.Readiness;
import io.vnode.provider.node.ownership.HeldLease;
import io.vnode.provider.pod.PodController;
import io.vnode.provider.profile.KubeProxyIdentity;
import io.vnode.provider.profile.NextPodDefaults;
import io.vnode.provider.profile.ProfileWatcher;
import io.vnode.provider.telemetry.Health;
import io.vnode.provider.telemetry.Metrics;
import io.vnode.provider.translate.PodTranslator;
import io.vnode.provider.workqueue.WorkQueue;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A virtual node: everything that runs in one of the StatefulSet's pods. */
final class NodeMode {

    private static final Logger LOGGER = LoggerFactory.getLogger(NodeMode.class);

    private static final int MAX_BODY_BYTES = 64 * 1024;
    private static final Duration LOOK_FOR_STOP = Duration.ofMillis(100);

    /** One listing that fails is no outage; the next one comes within a second. */
    private static final Duration OUTAGE_TOLERANCE = Duration.ofSeconds(3);

    private final ProviderSettings settings;
    private final Map<String, String> environment;
    private final StopSignal stop;
    private final String nodeName;
    private final Health health = new Health();
    private final Metrics metrics = new Metrics(Version.CURRENT);
    private final AtomicReference<@Nullable String> successor = new AtomicReference<>();

    private NodeMode(Map<String, String> environment, StopSignal stop) {
        this.settings = ProviderSettings.fromEnvironment(environment);
        this.environment = environment;
        this.stop = stop;
        this.nodeName = settings.nodeName();
    }

    static void run(Map<String, String> environment, StopSignal stop) throws IOException, InterruptedException {
        new NodeMode(environment, stop).run();
    }

    /** Becomes the owner of the node before it does anything else, and gives that up last. */
    private void run() throws IOException, InterruptedException {
        LOGGER.atInfo()
                .addKeyValue("node", nodeName)
                .addKeyValue("version", Version.CURRENT)
                .addKeyValue("settings", EffectiveSettings.of(Settings.ofProvider(), environment))
                .log("virtual node starts");
        Routes routes = Probes.of(health);
        try (KubernetesClient kubernetes = KubernetesConnection.open();
                HttpServer server = HttpServer.startTls(
                        settings.kubeletPort(),
                        SelfSignedIdentity.of(nodeName, settings.nodeAddress()),
                        MAX_BODY_BYTES,
                        routes);
                HeldLease ownership = NodeOwnership.claim(
                        kubernetes, nodeName, Settings.POD_UID.read(environment), this::giveWay, health)) {
            health.readyOnlyWithout("node-owned-by-this-process", ownership::problem);
            metrics.node().ownedWhen(ownership::held);
            if (awaitOwnership(ownership)) {
                work(kubernetes, server.port(), routes, ownership);
            }
        }
        String holder = successor.get();
        if (holder != null) {
            throw new OwnershipLostException(nodeName, holder);
        }
        LOGGER.atInfo().addKeyValue("node", nodeName).log("virtual node stopped");
    }

    private void giveWay(String holder) {
        successor.set(holder);
        stop.request();
    }

    private boolean awaitOwnership(HeldLease ownership) throws InterruptedException {
        while (!ownership.awaitHeld(LOOK_FOR_STOP)) {
            if (stop.awaitFor(Duration.ZERO)) {
                return false;
            }
        }
        return true;
    }

    /** Started from top to bottom, closed from bottom to top: the node says NotReady first. */
    private void work(KubernetesClient kubernetes, int port, Routes routes, HeldLease ownership)
            throws IOException, InterruptedException {
        AtomicBoolean working = new AtomicBoolean();
        health.readyOnlyWhen("container-groups-listed-and-pods-known", working::get);
        WorkQueue<PodKey> queue = new WorkQueue<>();
        Readings.take(metrics, queue);

        try (EciClient eci = EciConnection.open(settings, environment, ownership::held, metrics.eciCalls());
                ContainerGroups groups = ContainerGroups.start(
                        eci, settings.clusterId(), nodeName, LookTiming.DEFAULT, queue::add, health);
                ProfileWatcher profile = ProfileWatcher.start(kubernetes, nodeName, metrics.profile());
                PodController pods = new PodController(
                        kubernetes,
                        nodeName,
                        groups,
                        translator(settings),
                        new NextPodDefaults(settings, profile, KubeProxyIdentity.of(kubernetes, environment)),
                        queue,
                        metrics.pods(),
                        health);
                QuietCollection _ = QuietCollection.start(() -> queue.depth() == 0, health);
                Diagnostics _ = Diagnostics.start(
                        DiagnosticsAddress.from(environment),
                        metrics,
                        new NodeState(environment, health, queue, groups, Instant.now())::now);
                LeaderElection leader = Settings.LEADER_ELECTION.read(environment)
                        ? LeaderElection.join(kubernetes, Settings.POD_UID.read(environment), health)
                        : LeaderElection.none();
                OrphanSweeper sweeper = sweeper(kubernetes, eci, groups, pods, leader);
                NodeController node = NodeController.start(
                        kubernetes,
                        description(settings, port, kubernetes),
                        () -> readiness(groups, health),
                        ownership::held,
                        health);
                NodeZones _ = NodeZones.find(
                        EciConnection.openVpc(settings, environment),
                        settings.placement().vSwitchIds(),
                        node::locate)) {
            metrics.node().leadingWhen(leader::leading);
            metrics.node().readyWhen(node::ready);
            Readings.take(metrics, groups, pods);
            serve(routes, new CallerCheck(kubernetes, nodeName), logs(eci, groups, pods));
            if (awaitFirstListing(groups, node, stop)) {
                pods.start();
                sweeper.start();
                working.set(true);
                node.markReady();
                LOGGER.atInfo()
                        .addKeyValue("node", nodeName)
                        .addKeyValue("kubeletPort", port)
                        .log("virtual node works");
                stop.await();
            }
            LOGGER.atInfo().addKeyValue("node", nodeName).log("virtual node stops");
        }
    }

    /** Nothing may be created or removed before it is known what there is. */
    private static boolean awaitFirstListing(ContainerGroups groups, NodeController node, StopSignal stop)
            throws InterruptedException {
        while (!groups.awaitFirstListing(LOOK_FOR_STOP)) {
            Outage outage = groups.outage();
            if (outage != null) {
                node.explain(Readiness.no(outage.reason(), outage.message()));
            }
            if (stop.awaitFor(Duration.ZERO)) {
                return false;
            }
        }
        return true;
    }

    private static Readiness readiness(ContainerGroups groups, Health health) {
        String crash = health.crash();
        if (crash != null) {
            return Readiness.no("ProviderBroken", crash);
        }
        Outage outage = groups.outage();
        if (outage == null || Instant.now().isBefore(outage.since().plus(OUTAGE_TOLERANCE))) {
            return Readiness.yes();
        }
        return Readiness.no(outage.reason(), outage.message());
    }

    private void serve(Routes routes, CallerCheck check, HttpHandler logs) {
        routes.on(
                        "GET",
                        "/metrics",
                        check.guarding("metrics", _ -> new HttpReply.Whole(200, Metrics.CONTENT_TYPE, metrics.text())))
                .on("GET", ContainerLogs.PATH, check.guarding(logs));
    }

    private static HttpHandler logs(EciClient eci, ContainerGroups groups, PodController pods) {
        PodLister lister = new PodLister() {
            @Override
            public @Nullable PodKey find(String namespace, String name) {
                return pods.find(namespace, name);
            }

            @Override
            public @Nullable String recordedGroupId(PodKey pod) {
                return pods.recordedGroupId(pod);
            }
        };
        return new ContainerLogs(eci, groups, lister);
    }

    private OrphanSweeper sweeper(
            KubernetesClient kubernetes,
            EciClient eci,
            ContainerGroups groups,
            PodController pods,
            LeaderElection leader) {
        SweepRules rules = SweepRules.withGrace(Duration.ofSeconds(Settings.ORPHAN_GRACE.read(environment)));
        AbandonedNodes others = AbandonedNodes.in(kubernetes, rules.grace());
        return new OrphanSweeper(
                eci,
                groups,
                new OrphanSweeper.Scope(settings.clusterId(), nodeName, leader::leading, others::abandoned),
                pods::presence,
                rules,
                new SweepEvents(new NodeEvents(kubernetes, nodeName)),
                metrics.containerGroups(),
                health);
    }

    private static PodTranslator translator(ProviderSettings settings) {
        return new PodTranslator(settings.clusterId(), settings.nodeName());
    }

    private static NodeDescription description(ProviderSettings settings, int port, KubernetesClient kubernetes) {
        String server = kubernetes.getKubernetesVersion().getGitVersion();
        return new NodeDescription(
                settings.nodeName(),
                settings.placement().regionId(),
                Set.of(),
                settings.nodeAddress(),
                port,
                settings.capacity(),
                settings.taint(),
                "%s-vnode-%s".formatted(server.replaceFirst("[-+].*$", ""), Version.CURRENT),
                Version.CURRENT);
    }
}
