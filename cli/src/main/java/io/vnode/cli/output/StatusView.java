package io.vnode.cli.output;

import io.vnode.cli.operation.StatusReport;
import io.vnode.cli.operation.StatusReport.NodeRow;
import io.vnode.cli.operation.StatusReport.PodRow;
import io.vnode.cli.operation.StatusReport.Workload;
import io.vnode.cli.progress.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The addon's status on one screen. */
public final class StatusView {

    private static final int MOST_PODS = 30;

    private StatusView() {}

    /** As text. */
    public static String table(StatusReport report, Style style) {
        List<String> lines = new ArrayList<>();
        lines.add("Cluster  " + report.context());
        StatusReport.Addon addon = report.addon();
        if (addon != null) {
            lines.add("Addon    image %s, cluster id %s, region %s"
                    .formatted(addon.image(), addon.clusterId(), addon.region()));
            lines.add("");
            lines.addAll(workloads(report));
            lines.add("");
            lines.addAll(nodes(report));
            lines.add("");
            lines.addAll(pods(report));
            lines.add("");
            lines.add("Container groups  " + groups(report.containerGroups()));
        }
        lines.add("");
        report.findings().forEach(finding -> lines.add(style.yellow(" !  " + finding)));
        lines.add(
                switch (report.verdict()) {
                    case HEALTHY -> style.green("healthy");
                    case UNHEALTHY -> style.red("not healthy");
                    case CANNOT_TELL -> style.yellow("cannot tell");
                });
        return String.join("\n", lines);
    }

    private static List<String> workloads(StatusReport report) {
        Table table = new Table("WORKLOAD", "READY");
        table.add("StatefulSet " + report.provider().name(), ready(report.provider()));
        table.add("Deployment " + report.admission().name(), ready(report.admission()));
        table.add("Webhook vk-webhook", report.webhook() ? "yes" : "missing");
        return table.lines();
    }

    private static String ready(Workload workload) {
        return "%d/%d".formatted(workload.ready(), workload.wanted());
    }

    private static List<String> nodes(StatusReport report) {
        if (report.nodes().isEmpty()) {
            return List.of("no virtual nodes");
        }
        Table table = new Table("NODE", "STATUS", "PODS", "VERSION");
        for (NodeRow node : report.nodes()) {
            String status = (node.ready() ? "Ready" : "NotReady") + (node.schedulable() ? "" : ",SchedulingDisabled");
            table.add(node.name(), status, Long.toString(node.pods()), node.version());
        }
        return table.lines();
    }

    private static List<String> pods(StatusReport report) {
        if (report.pods().isEmpty()) {
            return List.of("no pods on virtual nodes");
        }
        Table table = new Table("NAMESPACE", "POD", "NODE", "STATUS", "IP", "CONTAINER GROUP", "GROUP STATUS");
        for (PodRow pod : report.pods().stream().limit(MOST_PODS).toList()) {
            table.add(
                    pod.namespace(),
                    pod.name(),
                    pod.node(),
                    pod.phase(),
                    orDash(pod.ip()),
                    orDash(pod.containerGroup()),
                    orDash(pod.groupStatus()));
        }
        List<String> lines = new ArrayList<>(table.lines());
        String phases = report.podPhases().entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        lines.add("%s: %s%s"
                .formatted(
                        Counted.of(report.pods().size(), "pod"),
                        phases,
                        report.pods().size() > MOST_PODS
                                ? "; the first %d are shown, -o json has all".formatted(MOST_PODS)
                                : ""));
        return lines;
    }

    private static String groups(StatusReport.Groups groups) {
        return switch (groups.listing()) {
            case "known" ->
                "%d active%s"
                        .formatted(
                                groups.active(),
                                groups.withoutPod().isEmpty()
                                        ? ""
                                        : ", without a pod: " + String.join(", ", groups.withoutPod()));
            case "unproven-empty" -> "none listed (not proven: no other group to compare with)";
            default -> "cannot tell: " + groups.why();
        };
    }

    private static String orDash(@Nullable String text) {
        return text == null || text.isEmpty() ? "-" : text;
    }
}
