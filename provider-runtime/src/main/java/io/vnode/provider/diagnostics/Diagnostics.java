package io.vnode.provider.diagnostics;

import io.vnode.provider.http.HttpHandler;
import io.vnode.provider.http.HttpReply;
import io.vnode.provider.http.HttpServer;
import io.vnode.provider.http.Routes;
import io.vnode.provider.logging.LogLevels;
import io.vnode.provider.telemetry.Metrics;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The diagnostics server. It never keeps the process from starting: a port that is taken is replaced by a free one, and what
 * cannot be had at all is a warning.
 */
public final class Diagnostics implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(Diagnostics.class);

    private static final int MAX_BODY_BYTES = 4096;
    private static final String INDEX = """
            GET    /metrics              numbers for Prometheus
            GET    /debug/state          what the process is busy with
            GET    /debug/threads        what every thread does; ?format=json
            GET    /debug/heap           memory by pool and class; ?all, ?live (collects garbage first)
            GET    /debug/loglevel       log levels
            PUT    /debug/loglevel       ?level=debug [&logger=io.vnode.provider.pod] [&for=10m]
            DELETE /debug/loglevel       [?logger=...] as it was at the start
            GET    /debug/jfr            the flight recording
            PUT    /debug/jfr            starts one: [?for=1m] [&settings=default|profile]
            POST   /debug/jfr/stop       ends it
            GET    /debug/jfr/recording  fetches it
            DELETE /debug/jfr            throws it away""";

    private final @Nullable HttpServer server;
    private final LogLevels levels;
    private final @Nullable RecordingPages recordings;

    private Diagnostics(@Nullable HttpServer server, LogLevels levels, @Nullable RecordingPages recordings) {
        this.server = server;
        this.levels = levels;
        this.recordings = recordings;
    }

    /**
     * Starts serving.
     *
     * @param address where to listen; its port may be 0 for any that is free; null serves nothing
     * @param metrics the numbers of the process
     * @param state what the process is busy with, as something that can be written as JSON; without secrets
     */
    public static Diagnostics start(
            @Nullable InetSocketAddress address, Metrics metrics, Supplier<Map<String, ?>> state) {
        LogLevels levels = new LogLevels();
        if (address == null) {
            return new Diagnostics(null, levels, null);
        }
        Routes routes = new Routes()
                .on("GET", "/metrics", _ -> new HttpReply.Whole(200, Metrics.CONTENT_TYPE, metrics.text()))
                .on("GET", "/debug", _ -> HttpReply.text(200, INDEX))
                .on("GET", "/debug/state", _ -> Json.reply(200, state.get()))
                .on("GET", "/debug/threads", new ThreadDump())
                .on("GET", "/debug/heap", new HeapSummary());
        new LogLevelPage(levels).addTo(routes);
        RecordingPages recordings = recordings(routes);
        return new Diagnostics(listen(address, routes), levels, recordings);
    }

    private static @Nullable RecordingPages recordings(Routes routes) {
        if (ModuleLayer.boot().findModule("jdk.jfr").isEmpty()) {
            HttpHandler none = _ -> HttpReply.text(501, "this Java has no flight recorder");
            routes.on("GET", "/debug/jfr", none).on("PUT", "/debug/jfr", none);
            return null;
        }
        RecordingPages pages = new RecordingPages();
        pages.addTo(routes);
        return pages;
    }

    private static @Nullable HttpServer listen(InetSocketAddress address, HttpHandler handler) {
        try {
            return announced(HttpServer.startPlain(address, MAX_BODY_BYTES, handler), address);
        } catch (IOException e) {
            LOGGER.atDebug().addKeyValue("error", e.getMessage()).log("diagnostics port is taken");
        }
        try {
            InetSocketAddress anyPort = new InetSocketAddress(address.getAddress(), 0);
            return announced(HttpServer.startPlain(anyPort, MAX_BODY_BYTES, handler), address);
        } catch (IOException e) {
            LOGGER.atWarn().addKeyValue("error", e.getMessage()).log("could not serve diagnostics");
            return null;
        }
    }

    private static HttpServer announced(HttpServer server, InetSocketAddress wanted) {
        LOGGER.atInfo()
                .addKeyValue("address", wanted.getHostString())
                .addKeyValue("port", server.port())
                .log("diagnostics listen");
        if (!wanted.getAddress().isLoopbackAddress()) {
            LOGGER.atWarn()
                    .addKeyValue("address", wanted.getHostString())
                    .log("diagnostics can be read and changed by whoever reaches this address");
        }
        return server;
    }

    /** The port in use; 0 when nothing is served. */
    public int port() {
        return server == null ? 0 : server.port();
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
        if (recordings != null) {
            recordings.close();
        }
        levels.close();
    }
}
