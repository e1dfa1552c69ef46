package io.vnode.cli.cluster;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.vnode.addon.AddonObjects;
import io.vnode.addon.settings.Settings;
import io.vnode.cli.certificate.WebhookCertificate;
import io.vnode.cli.manifest.InstallationFacts;
import io.vnode.eci.credentials.Credentials;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a cluster has of the addon at one moment.
 *
 * @param provider the StatefulSet, if there is one
 * @param admission the Deployment, if there is one
 * @param credentialsSecret the Secret with the access key, if there is one
 * @param certificateSecret the Secret with the webhook's certificate, if there is one
 */
public record InstalledAddon(
        @Nullable StatefulSet provider,
        @Nullable Deployment admission,
        @Nullable Secret credentialsSecret,
        @Nullable Secret certificateSecret) {

    /** Reads it, all parts at once. */
    public static InstalledAddon read(Cluster cluster) {
        KubernetesClient client = cluster.client();
        String namespace = AddonObjects.NAMESPACE;
        List<Supplier<@Nullable Object>> questions = List.of(
                () -> client.apps()
                        .statefulSets()
                        .inNamespace(namespace)
                        .withName(AddonObjects.PROVIDER_STATEFUL_SET)
                        .get(),
                () -> client.apps()
                        .deployments()
                        .inNamespace(namespace)
                        .withName(AddonObjects.ADMISSION_CONTROLLER)
                        .get(),
                () -> client.secrets()
                        .inNamespace(namespace)
                        .withName(AddonObjects.CREDENTIALS_SECRET)
                        .get(),
                () -> client.secrets()
                        .inNamespace(namespace)
                        .withName(AddonObjects.ADMISSION_CERTIFICATE_SECRET)
                        .get());
        try {
            List<@Nullable Object> answers = Concurrently.map(questions, Supplier::get);
            return new InstalledAddon(
                    (StatefulSet) answers.get(0), (Deployment) answers.get(1), (Secret) answers.get(2), (Secret)
                            answers.get(3));
        } catch (KubernetesClientException e) {
            throw ClusterProblems.of(cluster, "reading the addon's objects in " + namespace, e);
        }
    }

    /** The variables of the provider's container; empty when there is none. */
    public Map<String, String> providerEnvironment() {
        Container container = provider == null ? null : containers(provider).getFirst();
        return container == null ? Map.of() : variables(container);
    }

    /** The image of the provider; empty when there is none. */
    public String image() {
        return provider == null ? "" : containers(provider).getFirst().getImage();
    }

    /** The port of the webhook's container; empty when there is none. */
    public String webhookPort() {
        if (admission == null) {
            return "";
        }
        Container container =
                admission.getSpec().getTemplate().getSpec().getContainers().getFirst();
        return variables(container).getOrDefault(Settings.WEBHOOK_PORT.variable(), "");
    }

    /** The number of virtual nodes; 0 when there is no StatefulSet. */
    public int replicas() {
        return provider == null || provider.getSpec().getReplicas() == null
                ? 0
                : provider.getSpec().getReplicas();
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
        return credentialsSecret == null
                ? null
                : InstallationFacts.from(credentialsSecret.getMetadata().getAnnotations());
    }

    private static List<Container> containers(StatefulSet set) {
        return set.getSpec().getTemplate().getSpec().getContainers();
    }

    private static Map<String, String> variables(Container container) {
        Map<String, String> variables = new HashMap<>();
        for (EnvVar variable : container.getEnv()) {
            if (variable.getValue() != null) {
                variables.put(variable.getName(), variable.getValue());
            }
        }
        return variables;
    }

    private static String value(@Nullable Secret secret, String key) {
        if (secret == null || secret.getData() == null) {
            return "";
        }
        String encoded = secret.getData().getOrDefault(key, "");
        return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    }
}
