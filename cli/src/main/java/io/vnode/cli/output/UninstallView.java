package io.vnode.cli.output;

import io.vnode.cli.operation.UninstallPlan;
import io.vnode.cli.operation.UninstallReport;
import io.vnode.cli.plan.ObjectName;
import io.vnode.cli.progress.Counted;
import java.util.ArrayList;
import java.util.List;

/** An uninstall, for people: what it would do, and what it did. */
public final class UninstallView {

    private static final int MOST_NAMES = 20;

    private UninstallView() {}

    /** Nothing of ours is there. */
    public static String nothing(UninstallPlan plan) {
        List<String> lines = new ArrayList<>();
        lines.add("nothing installed in the cluster of context '%s'".formatted(plan.context()));
        plan.foreign().forEach(name -> lines.add("  kept     %s (it belongs to somebody else)".formatted(name)));
        return String.join("\n", lines);
    }

    /** What would be done. */
    public static String plan(UninstallPlan plan) {
        List<String> lines = new ArrayList<>();
        lines.add("Target   %s".formatted(plan.context()));
        lines.add("Pods     %d on %s will be evicted"
                .formatted(plan.pods().size(), Counted.of(plan.nodes().size(), "virtual node")));
        plan.pods().stream().limit(MOST_NAMES).forEach(pod -> lines.add("  evict    " + pod));
        if (plan.pods().size() > MOST_NAMES) {
            lines.add("  ... and %d more".formatted(plan.pods().size() - MOST_NAMES));
        }
        lines.add("Groups   %s will be released"
                .formatted(Counted.of(plan.groups().size(), "container group")));
        plan.groups().stream()
                .limit(MOST_NAMES)
                .forEach(group -> lines.add("  release  %s (%s)".formatted(group.id(), group.name())));
        lines.add("Objects  %d will be removed, then the virtual nodes"
                .formatted(plan.objects().size()));
        plan.objects().forEach(object -> lines.add("  remove   " + ObjectName.of(object)));
        plan.nodes().forEach(node -> lines.add("  remove   Node " + node.name()));
        plan.foreign().forEach(name -> lines.add("  keep     %s (it belongs to somebody else)".formatted(name)));
        return String.join("\n", lines);
    }

    /** What was done. */
    public static String report(UninstallReport report) {
        List<String> lines = new ArrayList<>();
        lines.add("Uninstalled: %s evicted, %s released, %s removed."
                .formatted(
                        Counted.of(report.podsEvicted(), "pod"),
                        Counted.of(report.groupsReleased(), "container group"),
                        Counted.of(report.removed().size(), "object")));
        report.removed().forEach(name -> lines.add("  removed  " + name));
        report.kept().forEach(name -> lines.add("  kept     %s (it belongs to somebody else)".formatted(name)));
        return String.join("\n", lines);
    }
}
