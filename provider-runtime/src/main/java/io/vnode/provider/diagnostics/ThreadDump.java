package io.vnode.provider.diagnostics;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import io.vnode.provider.http.HttpHandler;
import io.vnode.provider.http.HttpReply;
import io.vnode.provider.http.HttpRequest;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code GET /debug/threads}: what every thread does now, virtual ones included; {@code ?format=json} for programs. */
final class ThreadDump implements HttpHandler {

    @Override
    public HttpReply handle(HttpRequest request) {
        boolean json = "json".equals(request.parameter("format"));
        try {
            byte[] dump = dump(json ? ThreadDumpFormat.JSON : ThreadDumpFormat.TEXT_PLAIN);
            return new HttpReply.Whole(200, json ? "application/json" : "text/plain; charset=utf-8", dump);
        } catch (IOException e) {
            return HttpReply.text(507, "could not write a thread dump to the temporary folder: " + e.getMessage());
        }
    }

    /** The JVM writes dumps to new files only. */
    private static byte[] dump(ThreadDumpFormat format) throws IOException {
        Path folder = Files.createTempDirectory("vnode-threads");
        Path file = folder.resolve("dump");
        try {
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpThreads(file.toAbsolutePath().toString(), format);
            return Files.readAllBytes(file);
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }
}
