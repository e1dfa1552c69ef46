package io.vnode.cli.command;

import io.vnode.cli.sandbox.SandboxStatus;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Sandboxes as text for people. */
final class SandboxScreen {

    private static final double MIB = 1024 * 1024;

    private SandboxScreen() {}

    static String of(List<SandboxStatus> sandboxes) {
        if (sandboxes.isEmpty()) {
            return "There is no sandbox. Start one with: vnode sandbox up\n";
        }
        StringBuilder text = new StringBuilder();
        for (SandboxStatus sandbox : sandboxes) {
            text.append(text.isEmpty() ? "" : "\n");
            append(text, sandbox);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, SandboxStatus sandbox) {
        line(text, "Sandbox", sandbox.name());
        line(text, "State", sandbox.state());
        sandbox.detail().forEach(detail -> line(text, "", detail));
        if (sandbox.apiUrl() != null) {
            line(text, "API server", sandbox.apiUrl());
            line(text, "Kubeconfig", sandbox.kubeconfig() + "   (context " + sandbox.context() + ")");
            line(text, "Profile", sandbox.profile());
            line(text, "Emulator", String.valueOf(sandbox.emulatorUrl()));
            line(text, "Logs", sandbox.logs());
        }
        sandbox.deaths().forEach(death -> line(text, "Restarted", death));
        if (!sandbox.processes().isEmpty()) {
            int width = sandbox.processes().stream()
                    .mapToInt(process -> process.name().length())
                    .max()
                    .orElse(0);
            text.append("\n%s  %8s  %8s%n".formatted(padded("PROCESS", width), "PID", "MEMORY"));
            for (SandboxStatus.Process process : sandbox.processes()) {
                text.append("%s  %8d  %8s%n"
                        .formatted(padded(process.name(), width), process.pid(), memory(process.residentBytes())));
            }
        }
    }

    private static void line(StringBuilder text, String label, String value) {
        text.append("%-11s %s%n".formatted(label, value));
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String memory(@Nullable Long bytes) {
        return bytes == null ? "-" : String.format(Locale.ROOT, "%.0f MiB", bytes / MIB);
    }
}
