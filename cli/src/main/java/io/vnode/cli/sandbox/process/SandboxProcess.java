package io.vnode.cli.sandbox.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A running process of a sandbox.
 *
 * @param name what it is, such as {@code kube-apiserver} or {@code pod kube-system/virtual-node-eci-0}
 */
public record SandboxProcess(String name, ProcessHandle handle) {

    /** The number by which the system knows it. */
    public long pid() {
        return handle.pid();
    }

    /** How much of the machine's memory it occupies, or null where the system does not tell. */
    public @Nullable Long residentBytes() {
        Path status = Path.of("/proc", Long.toString(pid()), "status");
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(null);
        } catch (IOException _) {
            return null; // it has just ended, or this system has no /proc
        }
    }
}
