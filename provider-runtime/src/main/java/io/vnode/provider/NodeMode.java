package io.vnode.provider;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.vnode.addon.PodKey;
import io.vnode.addon.settings.PodDefaults;
import io.vnode.addon.settings.ProviderSettings;
import io.vnode.addon.settings.Settings;
import io.vnode.eci.CallObserver;
import io.vnode.eci.EciClient;
import io.vnode.eci.EciClientOptions;
import io.vnode.eci.EciEndpoint;
import io.vnode.eci.EciTimeouts;
import io.vnode.eci.RateLimits;
import io.vnode.eci.credentials.Credentials;
import io.vnode.eci.credentials.CredentialsProvider;
import io.vnode.eci.sdk.SdkEciClient;
import io.vnode.provider.containergroup.ContainerGroups;
import io.vnode.provider.containergroup.LookTiming;
import io.vnode.provider.containergroup.Outage;
import io.vnode.provider.diagnostics.Diagnostics;
import io.vnode.provider.http.HttpHandler;
import io.vnode.provider.http.HttpReply;
import io.vnode.provider.http.HttpServer;
import io.vnode.provider.http.Routes;
import io.vnode.provider.http.SelfSignedIdentity;
import io.vnode.provider.kubelet.CallerCheck;
import io.vnode.provider.kubelet.ContainerLogs;
import io.vnode.provider.kubelet.PodLister;
import io.vnode.provider.node.NodeController;
import io.vnode.provider.node.NodeDescription;
import io.vnode.provider.node.Readiness;
import io.vnode.provider.pod.PodController;
import io.vnode.provider.telemetry.Health;
import io.vnode.provider.telemetry.Metrics;
import io.vnode.provider.translate.PodTranslator;
import io.vnode.provider.workqueue.WorkQueue;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
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

    private static final EciTimeouts ECI_TIMEOUTS =
            new EciTimeouts(Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ofSeconds(20));

    private NodeMode() {}

    static void run(Map<String, String> environment, StopSignal stop) throws IOException, InterruptedException {
        ProviderSettings settings = ProviderSettings.fromEnvironment(environment);
        String nodeName = settings.nodeName();
        PodDefaults defaults = new PodDefaults(settings.placement(), settings.kubeProxy());
        LOGGER.atInfo()
                .addKeyValue("node", nodeName)
                .addKeyValue("version", Version.CURRENT)
                .addKeyValue("settings", EffectiveSettings.of(Settings.ofProvider(), environment))
                .log("virtual node starts");
        Health health = new Health();
        Metrics metrics = new Metrics(Version.CURRENT);
        AtomicBoolean working = new AtomicBoolean();
        health.readyOnlyWhen("container-groups-listed-and-pods-known", working::get);
        WorkQueue<PodKey> queue = new WorkQueue<>();
        Readings.take(metrics, queue);

        // Started from top to bottom, closed from bottom to top: the node says NotReady first.
        try (KubernetesClient kubernetes = KubernetesConnection.open();
                EciClient eci = eciClient(settings, environment, metrics);
                ContainerGroups groups = ContainerGroups.start(
                        eci, settings.clusterId(), nodeName, LookTiming.DEFAULT, queue::add, health);
                PodController pods = new PodController(
                        kubernetes, nodeName, groups, translator(settings), () -> defaults, queue, health);
                HttpServer server = HttpServer.startTls(
                        settings.kubeletPort(),
                        SelfSignedIdentity.of(nodeName, settings.nodeAddress()),
                        MAX_BODY_BYTES,
                        routes(health, metrics, new CallerCheck(kubernetes, nodeName), logs(eci, groups, pods)));
                Diagnostics _ = Diagnostics.start(
                        DiagnosticsAddress.from(environment),
                        metrics,
                        new NodeState(environment, health, queue, groups, Instant.now())::now);
                NodeController node = NodeController.start(
                        kubernetes,
                        description(settings, server.port(), kubernetes),
                        () -> readiness(groups, health),
                        health)) {
            if (awaitFirstListing(groups, node, stop)) {
                pods.start();
                working.set(true);
                node.markReady();
                LOGGER.atInfo()
                        .addKeyValue("node", nodeName)
                        .addKeyValue("kubeletPort", server.port())
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

    private static Routes routes(Health health, Metrics metrics, CallerCheck check, HttpHandler logs) {
        return Probes.of(health)
                .on(
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

    private static EciClient eciClient(ProviderSettings settings, Map<String, String> environment, Metrics metrics) {
        CallObserver observer = attempt ->
                metrics.eciCalls().ended(attempt.action(), attempt.code(), attempt.latency(), attempt.throttled());
        return SdkEciClient.create(
                EciEndpoint.of(settings.placement().regionId(), settings.endpoint()),
                CredentialsProvider.fixed(
                        Credentials.of(Settings.ACCESS_KEY.read(environment), Settings.SECRET_KEY.read(environment))),
                EciClientOptions.DEFAULT
                        .withTimeouts(ECI_TIMEOUTS)
                        .withObserver(observer)
                        .withRateLimits(rateLimits(Settings.RATE_LIMITS.read(environment))));
    }

    private static RateLimits rateLimits(String setting) {
        return "none".equals(setting) ? RateLimits.NONE : RateLimits.PUBLISHED;
    }

    private static PodTranslator translator(ProviderSettings settings) {
        return new PodTranslator(settings.clusterId(), settings.nodeName());
    }

    private static NodeDescription description(ProviderSettings settings, int port, KubernetesClient kubernetes) {
        String server = kubernetes.getKubernetesVersion().getGitVersion();
        return new NodeDescription(
                settings.nodeName(),
                settings.placement().regionId(),
                settings.nodeAddress(),
                port,
                settings.capacity(),
                "%s-vnode-%s".formatted(server.replaceFirst("[-+].*$", ""), Version.CURRENT));
    }
}
