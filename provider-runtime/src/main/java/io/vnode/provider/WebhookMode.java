package io.vnode.provider;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.vnode.addon.settings.ProviderSettings;
import io.vnode.addon.settings.Settings;
import io.vnode.provider.diagnostics.Diagnostics;
import io.vnode.provider.http.CertificateFiles;
import io.vnode.provider.http.HttpServer;
import io.vnode.provider.http.Routes;
import io.vnode.provider.telemetry.Health;
import io.vnode.provider.telemetry.Metrics;
import io.vnode.provider.webhook.AdmissionHandler;
import io.vnode.provider.webhook.NamespaceLabels;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The admission webhook: everything that runs in the Deployment's pods. */
final class WebhookMode {

    private static final Logger LOGGER = LoggerFactory.getLogger(WebhookMode.class);

    /** The API server takes objects of at most 3 MiB or so; a review carries one of them. */
    private static final int MAX_BODY_BYTES = 4 * 1024 * 1024;

    private static final Duration LOOK_AT_CERTIFICATE = Duration.ofSeconds(5);

    private WebhookMode() {}

    private static Routes routes(Health health, NamespaceLabels namespaces) {
        health.readyOnlyWhen("namespaces-known", namespaces::synced);
        return Probes.of(health).on("POST", "/mutate", AdmissionHandler.knowing(namespaces));
    }

    static void run(Map<String, String> environment, StopSignal stop) throws IOException, InterruptedException {
        ProviderSettings.check(Settings.ofWebhook(), environment);
        Path certificates = Path.of(Settings.WEBHOOK_CERTIFICATE_DIRECTORY.read(environment));
        LOGGER.atInfo()
                .addKeyValue("version", Version.CURRENT)
                .addKeyValue("settings", EffectiveSettings.of(Settings.ofWebhook(), environment))
                .log("admission webhook starts");
        Metrics metrics = new Metrics(Version.CURRENT);
        Health health = new Health();

        // Started from top to bottom, closed from bottom to top.
        try (KubernetesClient kubernetes = KubernetesConnection.open();
                CertificateFiles identity = CertificateFiles.watching(certificates, LOOK_AT_CERTIFICATE, health);
                NamespaceLabels namespaces = NamespaceLabels.start(kubernetes);
                HttpServer server = HttpServer.startTls(
                        Settings.WEBHOOK_PORT.read(environment), identity, MAX_BODY_BYTES, routes(health, namespaces));
                Diagnostics _ = Diagnostics.start(
                        DiagnosticsAddress.from(environment),
                        metrics,
                        () -> Map.of("settings", EffectiveSettings.of(Settings.ofWebhook(), environment)))) {
            LOGGER.atInfo().addKeyValue("port", server.port()).log("admission webhook listens");
            stop.await();
            LOGGER.atInfo().log("admission webhook stops");
        }
    }
}
