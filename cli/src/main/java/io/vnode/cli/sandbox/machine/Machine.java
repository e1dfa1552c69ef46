package io.vnode.cli.sandbox.machine;

import java.lang.management.ManagementFactory;

/** What the node says about the machine that it is. */
public final class Machine {

    private Machine() {}

    /** How much memory it has. */
    public static long memoryBytes() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : Runtime.getRuntime().maxMemory();
    }

    /** As Go, and so Kubernetes, calls it. */
    public static String architecture() {
        return switch (System.getProperty("os.arch")) {
            case "x86_64", "amd64" -> "amd64";
            case "aarch64" -> "arm64";
            case String other -> other;
        };
    }
}
