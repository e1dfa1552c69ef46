package io.vnode.cli.check;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.VersionInfo;
import io.vnode.cli.cloud.CloudProblems;
import io.vnode.cli.cluster.Cluster;
import io.vnode.cli.cluster.ClusterConnector;
import io.vnode.cli.cluster.Rights;
import io.vnode.cli.manifest.AddonSettings;
import io.vnode.cli.problem.Problem;
import io.vnode.cli.problem.ProblemCode;
import io.vnode.cli.problem.ProblemException;
import io.vnode.cli.progress.Progress;
import io.vnode.eci.CheckOutcome;
import io.vnode.eci.CreateOutcome;
import io.vnode.eci.EciClient;
import io.vnode.eci.EciException;
import io.vnode.eci.model.ContainerSpec;
import io.vnode.eci.model.CreateContainerGroupRequest;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What must hold before an installation is worth starting. Each failure ends it by a problem; nothing is changed. */
public final class Preflight {

    /** The first Kubernetes whose webhooks have match conditions switched on. */
    private static final int OLDEST_MINOR = 28;

    private Preflight() {}

    /** The API server answers, and is new enough. */
    public static String cluster(Cluster cluster) {
        VersionInfo version;
        try {
            version = cluster.client().getKubernetesVersion();
        } catch (KubernetesClientException e) {
            throw ClusterConnector.failed(cluster, "asking for the version", e);
        }
        String minor = version.getMinor().replaceAll("\\D", "");
        if (version.getMajor().equals("1") && !minor.isEmpty() && Integer.parseInt(minor) < OLDEST_MINOR) {
            throw new ProblemException(new Problem(
                    ProblemCode.CLUSTER_VERSION_UNSUPPORTED,
                    "this Kubernetes is too old for the addon",
                    "%s runs %s; the webhook's match conditions need 1.%d"
                            .formatted(cluster.server(), version.getGitVersion(), OLDEST_MINOR),
                    List.of("upgrade the cluster")));
        }
        return version.getGitVersion();
    }

    /** We may apply what we are about to apply. */
    public static void rights(Cluster cluster, Collection<HasMetadata> objects) {
        List<String> missing = new Rights(cluster).missingToApply(objects);
        if (!missing.isEmpty()) {
            throw new ProblemException(new Problem(
                    ProblemCode.CLUSTER_FORBIDDEN,
                    "the user of context '%s' lacks %d rights that this takes"
                            .formatted(cluster.context(), missing.size()),
                    missing,
                    List.of("ask for these rights, or use another --context")));
        }
    }

    /** ECI knows the access key, lets it create, and accepts vSwitches and security group: asked by a create that is only checked. */
    public static void cloud(EciClient eci, AddonSettings settings, Progress progress) {
        try {
            CheckOutcome outcome = eci.checkContainerGroup(probe(settings));
            switch (outcome) {
                case CheckOutcome.Passed _ -> {}
                case CreateOutcome.OutOfStock shortage ->
                    progress.note(" !  ECI is short of room for new pods at present: %s: %s"
                            .formatted(shortage.code(), shortage.detail()));
                case CreateOutcome.Rejected(var code, var detail, var requestId) ->
                    throw rejected(code, detail, requestId);
            }
        } catch (EciException e) {
            throw CloudProblems.of(e);
        }
    }

    private static ProblemException rejected(String code, String detail, String requestId) {
        String evidence = "%s: %s (request %s)".formatted(code, detail, requestId);
        if (code.endsWith("NotFound")) {
            return new ProblemException(new Problem(
                    ProblemCode.CLOUD_RESOURCE_UNKNOWN,
                    "ECI does not know something that the settings name",
                    evidence,
                    List.of("correct --vswitch, --security-group or --resource-group")));
        }
        return new ProblemException(CloudProblems.rejected(evidence));
    }

    private static CreateContainerGroupRequest probe(AddonSettings settings) {
        return CreateContainerGroupRequest.builder(
                        "vnode-preflight", UUID.randomUUID().toString())
                .vSwitchIds(settings.vSwitchIds())
                .securityGroupId(settings.securityGroupId())
                .resourceGroupId(settings.resourceGroupId().isEmpty() ? null : settings.resourceGroupId())
                .containers(List.of(ContainerSpec.builder("preflight", "busybox")
                        .cpu(BigDecimal.ONE)
                        .memory(BigDecimal.TWO)
                        .build()))
                .build();
    }
}
