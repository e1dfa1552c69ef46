package io.vnode.cli.cluster;

import io.vnode.addon.AddonObjects;
import io.vnode.addon.settings.Settings;
import io.vnode.cli.certificate.WebhookCertificate;
import io.vnode.cli.manifest.InstallationFacts;
import io.vnode.eci.credentials.Credentials;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a cluster has of the addon at one moment.
 *
 * @param provider the StatefulSet, if there is one
 * @param admission the Deployment, if there is one
 * @param credentialsSecret the Secret with the access key, if there is one
 * @param certificateSecret the Secret with the webhook's certificate, if there is one
 * @param webhook whether the webhook configuration is there
 */
public record InstalledAddon(
        @Nullable InstalledWorkload provider,
        @Nullable InstalledWorkload admission,
        @Nullable InstalledSecret credentialsSecret,
        @Nullable InstalledSecret certificateSecret,
        boolean webhook) {

    private static final String APPS = "/apis/apps/v1/namespaces/" + AddonObjects.NAMESPACE;
    private static final String CORE = "/api/v1/namespaces/" + AddonObjects.NAMESPACE;
    private static final List<String> PATHS = List.of(
            APPS + "/statefulsets/" + AddonObjects.PROVIDER_STATEFUL_SET,
            APPS + "/deployments/" + AddonObjects.ADMISSION_CONTROLLER,
            CORE + "/secrets/" + AddonObjects.CREDENTIALS_SECRET,
            CORE + "/secrets/" + AddonObjects.ADMISSION_CERTIFICATE_SECRET,
            "/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations/"
                    + AddonObjects.WEBHOOK_CONFIGURATION);

    /** Nothing of it. */
    public static final InstalledAddon NONE = new InstalledAddon(null, null, null, null, false);

    /** Reads it, all parts at once. */
    public static InstalledAddon read(Cluster cluster) {
        ApiReader reader = new ApiReader(cluster);
        List<@Nullable JsonNode> answers = Concurrently.<String, @Nullable JsonNode>map(PATHS, reader::find);
        JsonNode provider = answers.get(0);
        JsonNode admission = answers.get(1);
        JsonNode credentials = answers.get(2);
        JsonNode certificate = answers.get(3);
        return new InstalledAddon(
                provider == null ? null : InstalledWorkload.of(provider),
                admission == null ? null : InstalledWorkload.of(admission),
                credentials == null ? null : InstalledSecret.of(credentials),
                certificate == null ? null : InstalledSecret.of(certificate),
                answers.get(4) != null);
    }

    /** The variables of the provider's container; empty when there is none. */
    public Map<String, String> providerEnvironment() {
        return provider == null ? Map.of() : provider.environment();
    }

    /** The image of the provider; empty when there is none. */
    public String image() {
        return provider == null ? "" : provider.image();
    }

    /** The port of the webhook's container; empty when there is none. */
    public String webhookPort() {
        return admission == null ? "" : admission.environment().getOrDefault(Settings.WEBHOOK_PORT.variable(), "");
    }

    /** The number of virtual nodes; 0 when there is no StatefulSet. */
    public int replicas() {
        return provider == null ? 0 : provider.replicas();
    }

    /** The access key; null when the Secret is not there or lacks it. */
    public @Nullable Credentials credentials() {
        String id = value(credentialsSecret, AddonObjects.ACCESS_KEY_ID);
        String secret = value(credentialsSecret, AddonObjects.ACCESS_KEY_SECRET);
        return id.isBlank() || secret.isBlank() ? null : Credentials.of(id.strip(), secret.strip());
    }

    /** The webhook's certificate; null when the Secret is not there. */
    public @Nullable WebhookCertificate certificate() {
        return certificateSecret == null
                ? null
                : new WebhookCertificate(
                        value(certificateSecret, "ca.crt"),
                        value(certificateSecret, "tls.crt"),
                        value(certificateSecret, "tls.key"));
    }

    /** Where to ask for this installation's container groups; null when nothing says so. */
    public @Nullable InstallationFacts facts() {
        Map<String, String> environment = providerEnvironment();
        String clusterId = environment.getOrDefault(Settings.CLUSTER_ID.variable(), "");
        String region = environment.getOrDefault(Settings.REGION_ID.variable(), "");
        if (!clusterId.isEmpty() && !region.isEmpty()) {
            return new InstallationFacts(clusterId, region, environment.getOrDefault(Settings.ENDPOINT.variable(), ""));
        }
        return credentialsSecret == null ? null : InstallationFacts.from(credentialsSecret.annotations());
    }

    private static String value(@Nullable InstalledSecret secret, String key) {
        return secret == null ? "" : secret.content().getOrDefault(key, "");
    }
}
