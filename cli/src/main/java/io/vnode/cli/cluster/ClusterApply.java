package io.vnode.cli.cluster;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.StatusCause;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.vnode.addon.Labels;
import io.vnode.cli.plan.Change;
import io.vnode.cli.plan.FieldChange;
import io.vnode.cli.plan.ObjectDifference;
import io.vnode.cli.plan.ObjectName;
import io.vnode.cli.problem.Problem;
import io.vnode.cli.problem.ProblemCode;
import io.vnode.cli.problem.ProblemException;
import java.net.HttpURLConnection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Server-side apply as field manager {@value Labels#MANAGED_BY_VNODE}. It never takes a field away from somebody else, and
 * never touches an object that does not carry our label.
 */
public final class ClusterApply {

    private static final JsonMapper JSON =
            JsonMapper.builderWithJackson2Defaults().build();
    private static final KubernetesSerialization TYPED = new KubernetesSerialization(JSON, false);

    private final Cluster cluster;

    public ClusterApply(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Asks the API server what applying the object would do; changes nothing. */
    public Change preview(HasMetadata wanted) {
        HasMetadata present = read(wanted);
        if (present == null) {
            serverSideApply(wanted, true);
            return new Change.Create();
        }
        requireOurs(present);
        HasMetadata future = serverSideApply(wanted, true);
        List<FieldChange> fields = ObjectDifference.between(json(present), json(future), present instanceof Secret);
        return fields.isEmpty() ? new Change.None() : new Change.Update(fields);
    }

    /** Applies the object. */
    public void apply(HasMetadata wanted) {
        HasMetadata present = read(wanted);
        if (present != null) {
            requireOurs(present);
        }
        serverSideApply(wanted, false);
    }

    /** Whether an object carries our label. */
    public static boolean ours(HasMetadata object) {
        Map<String, String> labels = object.getMetadata().getLabels();
        return labels != null && Labels.MANAGED_BY_VNODE.equals(labels.get(Labels.MANAGED_BY));
    }

    private @Nullable HasMetadata read(HasMetadata wanted) {
        try {
            return cluster.client().resource(wanted).get();
        } catch (KubernetesClientException e) {
            throw ClusterProblems.of(cluster, "reading " + ObjectName.of(wanted), e);
        }
    }

    private static void requireOurs(HasMetadata present) {
        if (ours(present)) {
            return;
        }
        ObjectName name = ObjectName.of(present);
        String namespaceFlag = name.namespace().isEmpty() ? "" : " -n " + name.namespace();
        String kubectlName = "%s/%s".formatted(present.getSingular(), name.name());
        throw new ProblemException(new Problem(
                ProblemCode.FOREIGN_OBJECT,
                "%s belongs to somebody else".formatted(name),
                "it has no label %s=%s".formatted(Labels.MANAGED_BY, Labels.MANAGED_BY_VNODE),
                List.of(
                        "kubectl%s get %s -o yaml --show-managed-fields     shows who made it"
                                .formatted(namespaceFlag, kubectlName),
                        "kubectl%s label %s %s=%s     hands it over to vnode"
                                .formatted(namespaceFlag, kubectlName, Labels.MANAGED_BY, Labels.MANAGED_BY_VNODE))));
    }

    private HasMetadata serverSideApply(HasMetadata wanted, boolean dryRun) {
        try {
            return cluster.client()
                    .resource(wanted)
                    .dryRun(dryRun)
                    .fieldManager(Labels.MANAGED_BY_VNODE)
                    .serverSideApply();
        } catch (KubernetesClientException e) {
            if (e.getCode() == HttpURLConnection.HTTP_CONFLICT) {
                throw conflict(wanted, e);
            }
            throw ClusterProblems.of(cluster, "applying " + ObjectName.of(wanted), e);
        }
    }

    private static ProblemException conflict(HasMetadata wanted, KubernetesClientException e) {
        List<String> why = e.getStatus() != null
                        && e.getStatus().getDetails() != null
                        && e.getStatus().getDetails().getCauses() != null
                ? e.getStatus().getDetails().getCauses().stream()
                        .map(ClusterApply::sentence)
                        .toList()
                : List.of(ClusterProblems.serverSentence(e));
        ObjectName name = ObjectName.of(wanted);
        return new ProblemException(
                new Problem(
                        ProblemCode.FIELD_CONFLICT,
                        "somebody else set fields of %s to other values".formatted(name),
                        why,
                        List.of(
                                "give vnode the same values (vnode install --help), or",
                                "take them back where they were set, then run this again")),
                e);
    }

    private static String sentence(StatusCause cause) {
        return "%s: %s".formatted(cause.getField(), cause.getMessage());
    }

    private static JsonNode json(HasMetadata object) {
        return JSON.readTree(TYPED.asJson(object));
    }
}
