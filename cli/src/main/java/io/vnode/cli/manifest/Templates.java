package io.vnode.cli.manifest;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The files of {@code templates/}, in the order in which they are applied. */
final class Templates {

    /** Every file that holds objects of the cluster. */
    static final List<String> FILES = List.of(
            "20-rbac-provider.yaml",
            "20-rbac-admission.yaml",
            "30-eci-profile.yaml",
            "31-secret.yaml",
            "40-statefulset.yaml",
            "50-admission-deployment.yaml",
            "51-admission-service.yaml",
            "90-webhook.yaml");

    private static final Map<String, Class<? extends HasMetadata>> KINDS = Map.ofEntries(
            Map.entry("ServiceAccount", ServiceAccount.class),
            Map.entry("ClusterRole", ClusterRole.class),
            Map.entry("ClusterRoleBinding", ClusterRoleBinding.class),
            Map.entry("Role", Role.class),
            Map.entry("RoleBinding", RoleBinding.class),
            Map.entry("ConfigMap", ConfigMap.class),
            Map.entry("Secret", Secret.class),
            Map.entry("Service", Service.class),
            Map.entry("StatefulSet", StatefulSet.class),
            Map.entry("Deployment", Deployment.class),
            Map.entry("MutatingWebhookConfiguration", MutatingWebhookConfiguration.class));

    private static final KubernetesSerialization TYPED =
            new KubernetesSerialization(JsonMapper.builderWithJackson2Defaults().build(), false);

    private Templates() {}

    /** Reads one file afresh, so whoever gets the objects may change them. */
    static List<HasMetadata> read(String file) {
        YAMLMapper yaml = new YAMLMapper();
        List<HasMetadata> objects = new ArrayList<>();
        try (InputStream stream =
                        Objects.requireNonNull(Templates.class.getResourceAsStream("/templates/" + file), file);
                MappingIterator<JsonNode> documents =
                        yaml.readerFor(JsonNode.class).readValues(stream)) {
            while (documents.hasNextValue()) {
                JsonNode document = documents.nextValue();
                String kind = document.path("kind").asString();
                objects.add(TYPED.convertValue(document, Objects.requireNonNull(KINDS.get(kind), kind)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return objects;
    }
}
