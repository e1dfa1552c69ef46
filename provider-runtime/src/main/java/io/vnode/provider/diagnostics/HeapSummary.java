package io.vnode.provider.diagnostics;

import io.vnode.provider.http.HttpHandler;
import io.vnode.provider.http.HttpReply;
import io.vnode.provider.http.HttpRequest;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * {@code GET /debug/heap}: how much memory is used for what, and by which classes. Never what is in the objects: a heap dump
 * would hold access keys and the Secrets of pods.
 */
final class HeapSummary implements HttpHandler {

    private static final int CLASSES = 40;
    private static final int MOST_CLASSES = 10_000;

    @Override
    public HttpReply handle(HttpRequest request) {
        boolean live = request.parameter("live") != null;
        int classes = request.parameter("all") == null ? CLASSES : MOST_CLASSES;
        return HttpReply.text(200, pools() + buffers() + histogram(live, classes) + nativeMemory());
    }

    private static String pools() {
        return "# memory, KiB: used, committed, most\n"
                + ManagementFactory.getMemoryPoolMXBeans().stream()
                        .map(HeapSummary::line)
                        .collect(Collectors.joining());
    }

    private static String line(MemoryPoolMXBean pool) {
        MemoryUsage usage = pool.getUsage();
        return "%-36s %10d %10d %10s%n"
                .formatted(
                        pool.getName(),
                        usage.getUsed() >> 10,
                        usage.getCommitted() >> 10,
                        usage.getMax() < 0 ? "-" : Long.toString(usage.getMax() >> 10));
    }

    private static String buffers() {
        return "\n# buffers: count, KiB\n"
                + ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                        .map(pool -> "%-36s %10d %10d%n"
                                .formatted(pool.getName(), pool.getCount(), pool.getMemoryUsed() >> 10))
                        .collect(Collectors.joining());
    }

    private static String histogram(boolean live, int classes) {
        String title = live ? "\n# classes, after a collection\n" : "\n# classes, garbage included\n";
        return title
                + diagnose("gcClassHistogram", live ? new String[0] : new String[] {"-all"})
                        .lines()
                        .limit(classes)
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    /** Says something only where the JVM was started with {@code -XX:NativeMemoryTracking=summary}. */
    private static String nativeMemory() {
        String answer = diagnose("vmNativeMemory", "summary");
        return answer.toLowerCase(Locale.ROOT).contains("not enabled") ? "" : "\n# native memory\n" + answer;
    }

    /** What {@code jcmd} would say. */
    private static String diagnose(String command, String... arguments) {
        try {
            MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
            Object answer = beans.invoke(
                    new ObjectName("com.sun.management:type=DiagnosticCommand"),
                    command,
                    new Object[] {arguments},
                    new String[] {String[].class.getName()});
            return String.valueOf(answer);
        } catch (JMException e) {
            return "this JVM does not say: " + e.getMessage() + "\n";
        }
    }
}
