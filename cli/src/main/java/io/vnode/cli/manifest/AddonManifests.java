package io.vnode.cli.manifest;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.vnode.addon.AddonObjects;
import io.vnode.addon.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The objects of the addon, stage by stage in the order in which they are applied. */
public final class AddonManifests {

    private static final String CREDENTIALS_CHECKSUM = "vnode.io/credentials-checksum";
    private static final String CERTIFICATE_CHECKSUM = "vnode.io/certificate-checksum";
    private static final int CHECKSUM_LENGTH = 16;

    private AddonManifests() {}

    /**
     * The objects as they stand in the templates, enough to know their names, in the order in which they go: the webhook
     * first, so that nothing is sent to nodes that are about to go; the access key last, because it takes it to ask ECI.
     */
    public static List<HasMetadata> inOrderOfRemoval() {
        return Stream.of(
                        "90-webhook.yaml",
                        "51-admission-service.yaml",
                        "50-admission-deployment.yaml",
                        "40-statefulset.yaml",
                        "30-eci-profile.yaml",
                        "20-rbac-admission.yaml",
                        "20-rbac-provider.yaml",
                        "31-secret.yaml")
                .flatMap(file -> Templates.read(file).reversed().stream())
                .toList();
    }

    /** The objects of one installation, as stages: each stage needs what the ones before it made. */
    public static List<ManifestStage> forInstallation(Installation installation) {
        return List.of(
                stage("rights and configuration", installation, Templates.FILES.subList(0, 3)),
                stage("credentials", installation, Templates.FILES.subList(3, 4)),
                stage("workloads", installation, Templates.FILES.subList(4, 7)),
                stage("webhook", installation, Templates.FILES.subList(7, 8)));
    }

    private static ManifestStage stage(String name, Installation installation, List<String> files) {
        return new ManifestStage(
                name,
                files.stream()
                        .map(Templates::read)
                        .flatMap(List::stream)
                        .map(object -> fitted(object, installation))
                        .toList());
    }

    private static HasMetadata fitted(HasMetadata object, Installation installation) {
        switch (object) {
            case Secret secret -> fit(secret, installation);
            case StatefulSet provider -> fit(provider, installation);
            case Deployment admission -> fit(admission, installation);
            case MutatingWebhookConfiguration webhook ->
                webhook.getWebhooks().forEach(hook -> hook.getClientConfig()
                        .setCaBundle(encoded(installation.certificate().issuer())));
            default -> {} // the same in every installation
        }
        return object;
    }

    private static void fit(Secret secret, Installation installation) {
        secret.setStringData(null);
        if (secret.getMetadata().getName().equals(AddonObjects.CREDENTIALS_SECRET)) {
            secret.getMetadata()
                    .setAnnotations(
                            InstallationFacts.of(installation.settings()).toAnnotations());
            secret.setData(Map.of(
                    AddonObjects.ACCESS_KEY_ID,
                    encoded(installation.credentials().accessKeyId()),
                    AddonObjects.ACCESS_KEY_SECRET,
                    encoded(installation.credentials().accessKeySecret())));
        } else {
            secret.setData(Map.of(
                    "ca.crt", encoded(installation.certificate().issuer()),
                    "tls.crt", encoded(installation.certificate().certificate()),
                    "tls.key", encoded(installation.certificate().privateKey())));
        }
    }

    private static void fit(StatefulSet provider, Installation installation) {
        provider.getSpec().setReplicas(installation.replicas());
        PodTemplateSpec pod = provider.getSpec().getTemplate();
        Container container = pod.getSpec().getContainers().getFirst();
        container.setImage(installation.image());
        installation.settings().providerEnvironment().forEach((name, value) -> set(container, name, value));
        // A changed access key reaches the providers by restarting them.
        annotate(
                pod,
                CREDENTIALS_CHECKSUM,
                installation.credentials().accessKeyId() + "\n"
                        + installation.credentials().accessKeySecret());
    }

    private static void fit(Deployment admission, Installation installation) {
        PodTemplateSpec pod = admission.getSpec().getTemplate();
        Container container = pod.getSpec().getContainers().getFirst();
        container.setImage(installation.image());
        int port = installation.settings().webhookPort();
        set(container, Settings.WEBHOOK_PORT.variable(), Integer.toString(port));
        container.getPorts().getFirst().setContainerPort(port);
        annotate(pod, CERTIFICATE_CHECKSUM, installation.certificate().certificate());
    }

    private static void set(Container container, String name, String value) {
        for (EnvVar variable : container.getEnv()) {
            if (variable.getName().equals(name)) {
                variable.setValue(value);
                return;
            }
        }
        container
                .getEnv()
                .add(new EnvVarBuilder().withName(name).withValue(value).build());
    }

    private static void annotate(PodTemplateSpec pod, String annotation, String content) {
        Map<String, String> annotations = new HashMap<>();
        if (pod.getMetadata().getAnnotations() != null) {
            annotations.putAll(pod.getMetadata().getAnnotations());
        }
        annotations.put(annotation, checksum(content));
        pod.getMetadata().setAnnotations(annotations);
    }

    private static String checksum(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, CHECKSUM_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
