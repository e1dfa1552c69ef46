package io.vnode.cli.output;

import io.vnode.cli.operation.InstallPlan;
import io.vnode.cli.operation.InstallReport;
import io.vnode.cli.plan.Change;
import io.vnode.cli.plan.FieldChange;
import io.vnode.cli.plan.ObjectName;
import io.vnode.cli.plan.Stage;
import io.vnode.cli.plan.Step;
import io.vnode.cli.progress.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An installation, for people: what it would do, and what it did. */
public final class InstallView {

    private static final int LONGEST_VALUE = 60;

    private InstallView() {}

    /** What would be done. */
    public static String plan(InstallPlan plan, Style style) {
        List<String> lines = new ArrayList<>();
        lines.add("Target   %s (%s)".formatted(plan.context(), plan.server()));
        lines.add("Addon    cluster id %s, %s, %s, image %s"
                .formatted(
                        plan.clusterId(), plan.regionId(), Counted.of(plan.replicas(), "virtual node"), plan.image()));
        lines.add("Plan     + %d create   ~ %d change   = %d unchanged"
                .formatted(
                        plan.plan().creations(),
                        plan.plan().updates(),
                        plan.plan().unchanged()));
        for (Stage stage : plan.plan().stages()) {
            for (Step step : stage.steps()) {
                lines.addAll(lines(step, style));
            }
        }
        if (plan.plan().empty()) {
            lines.add("no changes");
        }
        return String.join("\n", lines);
    }

    private static List<String> lines(Step step, Style style) {
        ObjectName name = ObjectName.of(step.object());
        return switch (step.change()) {
            case Change.Create() -> List.of(style.green("  + create     " + name));
            case Change.None() -> List.of(style.dim("  = unchanged  " + name));
            case Change.Update(var fields) -> {
                List<String> lines = new ArrayList<>();
                lines.add(style.yellow("  ~ change     " + name));
                fields.forEach(field -> lines.add(line(field)));
                yield lines;
            }
        };
    }

    private static String line(FieldChange field) {
        return "                 %s: %s -> %s".formatted(field.path(), shown(field.before()), shown(field.after()));
    }

    private static String shown(String value) {
        if (value.isEmpty()) {
            return "(none)";
        }
        String line = value.replace("\n", "\\n");
        return line.length() <= LONGEST_VALUE ? line : line.substring(0, LONGEST_VALUE) + "...";
    }

    /** What was done. */
    public static String report(InstallReport report) {
        String took = String.format(Locale.ROOT, "%.1fs", report.took().toMillis() / 1000.0);
        String nodes = Counted.of(report.virtualNodes(), "virtual node") + " ready";
        if (report.nothingChanged()) {
            return "no changes; %s.".formatted(nodes);
        }
        return "Installed in %s: %d created, %d changed, %d unchanged; %s.%nNext: vnode status"
                .formatted(took, report.created(), report.changed(), report.unchanged(), nodes);
    }
}
