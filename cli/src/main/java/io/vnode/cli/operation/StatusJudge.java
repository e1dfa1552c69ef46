package io.vnode.cli.operation;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeCondition;
import io.fabric8.kubernetes.api.model.Pod;
import io.vnode.addon.AddonObjects;
import io.vnode.addon.Annotations;
import io.vnode.addon.ContainerGroupTags;
import io.vnode.cli.cloud.GroupListing;
import io.vnode.cli.cluster.InstalledAddon;
import io.vnode.cli.manifest.InstallationFacts;
import io.vnode.cli.operation.StatusReport.Groups;
import io.vnode.cli.operation.StatusReport.NodeRow;
import io.vnode.cli.operation.StatusReport.PodRow;
import io.vnode.cli.operation.StatusReport.Verdict;
import io.vnode.cli.operation.StatusReport.Workload;
import io.vnode.eci.model.ContainerGroup;
import io.vnode.eci.model.ContainerGroupStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a report of what was seen. It asks nobody: pods and container groups are joined by UID, never by name. */
final class StatusJudge {

    private StatusJudge() {}

    static StatusReport judge(
            String context,
            InstalledAddon installed,
            boolean webhook,
            List<Node> nodes,
            List<Pod> pods,
            GroupListing listing) {
        Map<String, ContainerGroup> byUid = byUid(listing);
        List<PodRow> rows = pods.stream()
                .map(pod -> row(pod, byUid.get(pod.getMetadata().getUid())))
                .sorted(Comparator.comparing(PodRow::namespace).thenComparing(PodRow::name))
                .toList();
        Workload provider = provider(installed);
        Workload admission = admission(installed);
        List<NodeRow> nodeRows = nodes.stream()
                .map(node -> row(node, pods))
                .sorted(Comparator.comparing(NodeRow::name))
                .toList();
        Groups groups = groups(listing, pods, byUid);

        List<String> failures = new ArrayList<>();
        if (installed.provider() == null) {
            failures.add("the addon is not installed: there is no StatefulSet %s/%s"
                    .formatted(AddonObjects.NAMESPACE, AddonObjects.PROVIDER_STATEFUL_SET));
        } else {
            failures.addAll(failures(provider, admission, webhook, nodeRows));
        }
        List<String> unknown = new ArrayList<>();
        judgeGroups(listing, installed, rows, groups, failures, unknown);

        Verdict verdict =
                !failures.isEmpty() ? Verdict.UNHEALTHY : unknown.isEmpty() ? Verdict.HEALTHY : Verdict.CANNOT_TELL;
        List<String> findings = new ArrayList<>(failures);
        findings.addAll(unknown);
        return new StatusReport(
                "vnode.cli/v1",
                context,
                verdict,
                findings,
                addon(installed),
                provider,
                admission,
                webhook,
                nodeRows,
                phases(rows),
                rows,
                groups);
    }

    private static List<String> failures(Workload provider, Workload admission, boolean webhook, List<NodeRow> nodes) {
        List<String> failures = new ArrayList<>();
        if (provider.ready() < provider.wanted()) {
            failures.add(
                    "StatefulSet %s: %d of %d ready".formatted(provider.name(), provider.ready(), provider.wanted()));
        }
        if (admission.ready() < Math.max(1, admission.wanted())) {
            failures.add(
                    "Deployment %s: %d of %d ready".formatted(admission.name(), admission.ready(), admission.wanted()));
        }
        if (!webhook) {
            failures.add("MutatingWebhookConfiguration %s is missing: labelled pods are not sent to virtual nodes"
                    .formatted(AddonObjects.WEBHOOK_CONFIGURATION));
        }
        Set<String> present = nodes.stream().map(NodeRow::name).collect(Collectors.toSet());
        for (int ordinal = 0; ordinal < provider.wanted(); ordinal++) {
            if (!present.contains(AddonObjects.nodeName(ordinal))) {
                failures.add("Node %s is not registered".formatted(AddonObjects.nodeName(ordinal)));
            }
        }
        nodes.stream()
                .filter(node -> !node.ready())
                .forEach(node -> failures.add("Node %s is not Ready".formatted(node.name())));
        return failures;
    }

    private static void judgeGroups(
            GroupListing listing,
            InstalledAddon installed,
            List<PodRow> rows,
            Groups groups,
            List<String> failures,
            List<String> unknown) {
        List<PodRow> expecting = rows.stream()
                .filter(row -> row.containerGroup() != null)
                .filter(row -> row.phase().equals("Running") || row.phase().equals("Pending"))
                .toList();
        switch (listing) {
            case GroupListing.Known _ -> {
                expecting.stream()
                        .filter(row -> row.groupStatus() == null)
                        .forEach(row -> failures.add("pod %s/%s is %s, but ECI does not know its container group %s"
                                .formatted(row.namespace(), row.name(), row.phase(), row.containerGroup())));
                groups.withoutPod()
                        .forEach(id -> failures.add(
                                "container group %s runs and is billed, but its pod does not exist".formatted(id)));
            }
            case GroupListing.UnprovenEmpty _ -> {
                if (!expecting.isEmpty()) {
                    unknown.add("ECI answers an empty list, and %d pods say otherwise: the RAM user may not list"
                            .formatted(expecting.size()));
                }
            }
            case GroupListing.Unknown(var why) -> {
                if (installed.provider() != null) {
                    unknown.add("cannot tell which container groups run: " + why);
                }
            }
        }
    }

    private static Map<String, ContainerGroup> byUid(GroupListing listing) {
        Map<String, ContainerGroup> byUid = new HashMap<>();
        if (listing instanceof GroupListing.Known(var groups)) {
            for (ContainerGroup group : groups) {
                ContainerGroupTags tags = ContainerGroupTags.from(group.tags());
                if (tags != null) {
                    byUid.merge(tags.pod().uid(), group, (a, b) -> a.status().active() ? a : b);
                }
            }
        }
        return byUid;
    }

    private static Groups groups(GroupListing listing, List<Pod> pods, Map<String, ContainerGroup> byUid) {
        return switch (listing) {
            case GroupListing.Known(var groups) -> {
                Set<String> uids =
                        pods.stream().map(pod -> pod.getMetadata().getUid()).collect(Collectors.toSet());
                List<String> withoutPod = byUid.entrySet().stream()
                        .filter(entry -> !uids.contains(entry.getKey()))
                        .map(Map.Entry::getValue)
                        .filter(group -> group.status().active() && group.status() != ContainerGroupStatus.TERMINATING)
                        .map(ContainerGroup::id)
                        .sorted()
                        .toList();
                long active =
                        groups.stream().filter(group -> group.status().active()).count();
                yield new Groups("known", (int) active, withoutPod, null);
            }
            case GroupListing.UnprovenEmpty _ ->
                new Groups(
                        "unproven-empty",
                        0,
                        List.of(),
                        "ECI answers an empty list, and answers the same to an identity that may not list");
            case GroupListing.Unknown(var why) -> new Groups("cannot-tell", 0, List.of(), why);
        };
    }

    private static PodRow row(Pod pod, @Nullable ContainerGroup group) {
        Map<String, String> annotations =
                Objects.requireNonNullElse(pod.getMetadata().getAnnotations(), Map.of());
        String id = group != null ? group.id() : annotations.get(Annotations.INSTANCE_ID);
        String phase = pod.getMetadata().getDeletionTimestamp() != null
                ? "Terminating"
                : pod.getStatus() == null || pod.getStatus().getPhase() == null
                        ? "Pending"
                        : pod.getStatus().getPhase();
        return new PodRow(
                pod.getMetadata().getNamespace(),
                pod.getMetadata().getName(),
                pod.getSpec().getNodeName(),
                phase,
                pod.getStatus() == null ? null : pod.getStatus().getPodIP(),
                id,
                group == null ? null : group.status().word());
    }

    private static NodeRow row(Node node, List<Pod> pods) {
        String name = node.getMetadata().getName();
        List<NodeCondition> conditions =
                node.getStatus() == null || node.getStatus().getConditions() == null
                        ? List.of()
                        : node.getStatus().getConditions();
        boolean ready = conditions.stream()
                .anyMatch(condition -> condition.getType().equals("Ready")
                        && condition.getStatus().equals("True"));
        String version = node.getStatus() == null || node.getStatus().getNodeInfo() == null
                ? ""
                : Objects.requireNonNullElse(node.getStatus().getNodeInfo().getKubeletVersion(), "");
        return new NodeRow(
                name,
                ready,
                !Boolean.TRUE.equals(node.getSpec().getUnschedulable()),
                version,
                pods.stream()
                        .filter(pod -> name.equals(pod.getSpec().getNodeName()))
                        .count());
    }

    private static Workload provider(InstalledAddon installed) {
        var set = installed.provider();
        int ready = set == null || set.getStatus() == null
                ? 0
                : Objects.requireNonNullElse(set.getStatus().getReadyReplicas(), 0);
        return new Workload(AddonObjects.PROVIDER_STATEFUL_SET, ready, installed.replicas());
    }

    private static Workload admission(InstalledAddon installed) {
        var deployment = installed.admission();
        int ready = deployment == null || deployment.getStatus() == null
                ? 0
                : Objects.requireNonNullElse(deployment.getStatus().getReadyReplicas(), 0);
        int wanted = deployment == null
                ? 0
                : Objects.requireNonNullElse(deployment.getSpec().getReplicas(), 1);
        return new Workload(AddonObjects.ADMISSION_CONTROLLER, ready, wanted);
    }

    private static StatusReport.@Nullable Addon addon(InstalledAddon installed) {
        InstallationFacts facts = installed.facts();
        return installed.provider() == null || facts == null
                ? null
                : new StatusReport.Addon(installed.image(), facts.clusterId(), facts.regionId());
    }

    private static Map<String, Integer> phases(List<PodRow> rows) {
        Map<String, Integer> phases = new TreeMap<>();
        rows.forEach(row -> phases.merge(row.phase(), 1, Integer::sum));
        return phases;
    }
}
