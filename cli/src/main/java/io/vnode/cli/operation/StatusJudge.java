package io.vnode.cli.operation;

import io.vnode.addon.AddonObjects;
import io.vnode.addon.ContainerGroupTags;
import io.vnode.cli.cloud.GroupListing;
import io.vnode.cli.cluster.BoundPod;
import io.vnode.cli.cluster.InstalledAddon;
import io.vnode.cli.cluster.InstalledWorkload;
import io.vnode.cli.cluster.VirtualNode;
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
            List<VirtualNode> nodes,
            List<BoundPod> pods,
            GroupListing listing) {
        Map<String, ContainerGroup> byUid = byUid(listing);
        List<PodRow> rows = pods.stream()
                .map(pod -> row(pod, byUid.get(pod.key().uid())))
                .sorted(Comparator.comparing(PodRow::namespace).thenComparing(PodRow::name))
                .toList();
        Workload provider = workload(AddonObjects.PROVIDER_STATEFUL_SET, installed.provider());
        Workload admission = workload(AddonObjects.ADMISSION_CONTROLLER, installed.admission());
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
            failures.addAll(failures(provider, admission, installed.webhook(), nodeRows));
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
                installed.webhook(),
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

    private static Groups groups(GroupListing listing, List<BoundPod> pods, Map<String, ContainerGroup> byUid) {
        return switch (listing) {
            case GroupListing.Known(var groups) -> {
                Set<String> uids = pods.stream().map(pod -> pod.key().uid()).collect(Collectors.toSet());
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

    private static PodRow row(BoundPod pod, @Nullable ContainerGroup group) {
        return new PodRow(
                pod.key().namespace(),
                pod.key().name(),
                pod.node(),
                pod.terminating() ? "Terminating" : pod.phase(),
                pod.ip(),
                group == null ? pod.containerGroup() : group.id(),
                group == null ? null : group.status().word());
    }

    private static NodeRow row(VirtualNode node, List<BoundPod> pods) {
        return new NodeRow(
                node.name(),
                node.ready(),
                node.schedulable(),
                node.version(),
                pods.stream().filter(pod -> node.name().equals(pod.node())).count());
    }

    private static Workload workload(String name, @Nullable InstalledWorkload workload) {
        return workload == null
                ? new Workload(name, 0, 0)
                : new Workload(name, workload.readyReplicas(), workload.replicas());
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
