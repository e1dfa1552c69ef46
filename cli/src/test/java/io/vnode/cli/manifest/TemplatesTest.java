package io.vnode.cli.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhook;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.MutatingWebhookConfiguration;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.vnode.addon.AddonObjects;
import io.vnode.addon.Labels;
import io.vnode.addon.settings.Settings;
import io.vnode.cli.Golden;
import io.vnode.cli.certificate.WebhookCertificate;
import io.vnode.eci.credentials.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TemplatesTest {

    private static final AddonSettings SETTINGS = new AddonSettings(
            "c-1", "rg-1", "cn-hangzhou", List.of("vsw-a", "vsw-b"), "sg-a", "http://127.0.0.1:1", false, 9443);
    private static final Installation INSTALLATION = new Installation(
            SETTINGS,
            "registry.example/vnode:1",
            3,
            Credentials.of("id", "secret"),
            new WebhookCertificate("issuer", "certificate", "PRIVATE KEY"));

    @Test
    void everyFileInTheFolderIsApplied() throws IOException {
        try (Stream<Path> files = Files.list(Golden.repository("templates"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".yaml")))
                    .containsExactlyInAnyOrderElementsOf(Templates.FILES);
        }
    }

    @Test
    void everyObjectIsRemovedThatIsApplied() {
        assertThat(names(AddonManifests.inOrderOfRemoval()))
                .containsExactlyInAnyOrderElementsOf(names(Templates.FILES.stream()
                        .flatMap(file -> Templates.read(file).stream())
                        .toList()));
    }

    @Test
    void theAccessKeyIsTheLastToGoAndTheWebhookTheFirst() {
        List<HasMetadata> order = AddonManifests.inOrderOfRemoval();

        assertThat(order.getFirst()).isInstanceOf(MutatingWebhookConfiguration.class);
        assertThat(order.getLast().getMetadata().getName()).isEqualTo(AddonObjects.CREDENTIALS_SECRET);
    }

    @Test
    void everyObjectCarriesOurLabel() {
        assertThat(AddonManifests.inOrderOfRemoval())
                .allSatisfy(object -> assertThat(object.getMetadata().getLabels())
                        .containsEntry(Labels.MANAGED_BY, Labels.MANAGED_BY_VNODE)
                        .containsEntry(Labels.PART_OF, Labels.PART_OF_ADDON));
    }

    @Test
    void theProviderIsToldEverySettingThatItNeeds() {
        List<String> variables = Templates.read("40-statefulset.yaml").stream()
                .filter(StatefulSet.class::isInstance)
                .map(StatefulSet.class::cast)
                .flatMap(set -> set.getSpec().getTemplate().getSpec().getContainers().getFirst().getEnv().stream())
                .map(variable -> variable.getName())
                .toList();

        assertThat(variables)
                .containsAll(Settings.ofProvider().stream()
                        .filter(setting -> setting.required())
                        .map(setting -> setting.variable())
                        .toList());
        assertThat(Settings.ofProvider().stream().map(setting -> setting.variable()))
                .containsAll(variables);
    }

    @Test
    void onlyOptedInPodsOutsideTheSystemNamespacesEverReachTheWebhook() {
        MutatingWebhookConfiguration configuration =
                (MutatingWebhookConfiguration) Templates.read("90-webhook.yaml").getFirst();

        assertThat(configuration.getWebhooks()).allSatisfy(webhook -> {
            assertThat(webhook.getFailurePolicy()).isEqualTo("Ignore");
            assertThat(webhook.getSideEffects()).isEqualTo("None");
            assertThat(webhook.getTimeoutSeconds()).isEqualTo(3);
            assertThat(webhook.getNamespaceSelector().getMatchExpressions()).anySatisfy(expression -> {
                assertThat(expression.getKey()).isEqualTo("kubernetes.io/metadata.name");
                assertThat(expression.getOperator()).isEqualTo("NotIn");
                assertThat(expression.getValues()).contains("kube-system");
            });
            assertThat(optsIn(webhook)).isTrue();
        });
    }

    @Test
    void noRoleHasWildcardsOrWritesSecrets() {
        List<PolicyRule> rules = AddonManifests.inOrderOfRemoval().stream()
                .filter(ClusterRole.class::isInstance)
                .map(ClusterRole.class::cast)
                .flatMap(role -> role.getRules().stream())
                .toList();

        assertThat(rules).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.getApiGroups()).doesNotContain("*");
            assertThat(rule.getResources()).doesNotContain("*");
            assertThat(rule.getVerbs()).doesNotContain("*");
            if (rule.getResources().contains("secrets")) {
                assertThat(rule.getVerbs()).containsExactly("get");
            }
        });
    }

    @Test
    void theRamPolicyAllowsTheFifteenDocumentedActionsAndNoMore() throws IOException {
        JsonNode policy = new JsonMapper().readTree(Files.readString(Golden.repository("templates/ram-policy.json")));

        JsonNode statement = policy.path("Statement").get(0);
        assertThat(policy.path("Statement").size()).isEqualTo(1);
        assertThat(statement.path("Effect").asString()).isEqualTo("Allow");
        assertThat(statement.path("Action").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder(
                        "eci:CreateContainerGroup",
                        "eci:DeleteContainerGroup",
                        "eci:DescribeContainerGroups",
                        "eci:DescribeContainerLog",
                        "eci:UpdateContainerGroup",
                        "eci:UpdateContainerGroupByTemplate",
                        "eci:CreateContainerGroupFromTemplate",
                        "eci:RestartContainerGroup",
                        "eci:ExportContainerGroupTemplate",
                        "eci:DescribeContainerGroupMetric",
                        "eci:DescribeMultiContainerGroupMetric",
                        "eci:ExecContainerCommand",
                        "eci:CreateImageCache",
                        "eci:DescribeImageCaches",
                        "eci:DeleteImageCache");
    }

    @Test
    void anInstallationSetsWhatDiffers() {
        List<HasMetadata> objects = AddonManifests.forInstallation(INSTALLATION).stream()
                .flatMap(stage -> stage.objects().stream())
                .toList();

        StatefulSet provider = only(objects, StatefulSet.class);
        Map<String, String> environment =
                provider.getSpec().getTemplate().getSpec().getContainers().getFirst().getEnv().stream()
                        .filter(variable -> variable.getValue() != null)
                        .collect(Collectors.toMap(variable -> variable.getName(), variable -> variable.getValue()));
        assertThat(provider.getSpec().getReplicas()).isEqualTo(3);
        assertThat(environment)
                .containsEntry("ALIYUN_CLUSTERID", "c-1")
                .containsEntry("ECI_VSWITCH", "vsw-a,vsw-b")
                .containsEntry("ECI_KUBE_PROXY", "false")
                .containsEntry("ECI_ENDPOINT", "http://127.0.0.1:1");
        Deployment admission = only(objects, Deployment.class);
        assertThat(admission
                        .getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers()
                        .getFirst()
                        .getPorts()
                        .getFirst()
                        .getContainerPort())
                .isEqualTo(9443);
        assertThat(objects.stream().filter(Secret.class::isInstance).map(Secret.class::cast))
                .hasSize(2)
                .allSatisfy(secret -> {
                    assertThat(secret.getStringData()).isNullOrEmpty();
                    assertThat(secret.getData().toString()).doesNotContain("ZXhhbXBsZQ");
                });
    }

    @Test
    void theWebhookIsAppliedLast() {
        List<ManifestStage> stages = AddonManifests.forInstallation(INSTALLATION);

        assertThat(stages.getLast().objects()).singleElement().isInstanceOf(MutatingWebhookConfiguration.class);
    }

    @Test
    void aChangedAccessKeyRestartsTheProviders() {
        Installation other = new Installation(
                SETTINGS, INSTALLATION.image(), 3, Credentials.of("id", "another"), INSTALLATION.certificate());

        assertThat(annotations(other)).isNotEqualTo(annotations(INSTALLATION));
        assertThat(annotations(other).toString()).doesNotContain("another");
    }

    private static Map<String, String> annotations(Installation installation) {
        List<HasMetadata> objects = AddonManifests.forInstallation(installation).stream()
                .flatMap(stage -> stage.objects().stream())
                .toList();
        return only(objects, StatefulSet.class)
                .getSpec()
                .getTemplate()
                .getMetadata()
                .getAnnotations();
    }

    private static boolean optsIn(MutatingWebhook webhook) {
        boolean byPod = webhook.getObjectSelector() != null
                && webhook.getObjectSelector().getMatchLabels() != null
                && !webhook.getObjectSelector().getMatchLabels().isEmpty();
        boolean byNamespace = webhook.getNamespaceSelector().getMatchExpressions().stream()
                .anyMatch(expression -> expression.getOperator().equals("In"));
        boolean byCondition = webhook.getMatchConditions() != null
                && !webhook.getMatchConditions().isEmpty();
        return byPod || byNamespace || byCondition;
    }

    private static List<String> names(List<HasMetadata> objects) {
        return objects.stream()
                .map(object -> object.getKind() + "/" + object.getMetadata().getName())
                .toList();
    }

    private static <T> T only(List<HasMetadata> objects, Class<T> type) {
        return objects.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }
}
