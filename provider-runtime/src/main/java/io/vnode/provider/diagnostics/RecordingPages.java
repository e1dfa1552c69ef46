package io.vnode.provider.diagnostics;

import io.vnode.provider.http.HttpReply;
import io.vnode.provider.http.HttpRequest;
import io.vnode.provider.http.Routes;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Flight recordings: {@code PUT /debug/jfr} starts one, {@code GET} tells of it, {@code POST /debug/jfr/stop} ends it,
 * {@code GET /debug/jfr/recording} fetches it, {@code DELETE} throws it away.
 */
final class RecordingPages implements AutoCloseable {

    private static final String PATH = "/debug/jfr";
    private static final Set<String> SETTINGS = Set.of("default", "profile");

    private final FlightRecorder recorder = new FlightRecorder();

    void addTo(Routes routes) {
        routes.on("GET", PATH, _ -> status(200))
                .on("PUT", PATH, this::start)
                .on("DELETE", PATH, _ -> discard())
                .on("POST", PATH + "/stop", _ -> stop())
                .on("GET", PATH + "/recording", _ -> recording());
    }

    private HttpReply start(HttpRequest request) {
        Duration time = Times.parse(request.parameter("for"), Duration.ofMinutes(1));
        String settings = Objects.requireNonNullElse(request.parameter("settings"), "default");
        if (time == null || time.compareTo(FlightRecorder.LONGEST) > 0) {
            return HttpReply.text(400, "'for' is a time such as 90s or 5m, at most 10m");
        }
        if (!SETTINGS.contains(settings)) {
            return HttpReply.text(400, "'settings' is default or profile");
        }
        try {
            return recorder.start(time, settings)
                    ? status(201)
                    : HttpReply.text(409, "a recording is running; end it with POST %s/stop".formatted(PATH));
        } catch (IOException | IllegalStateException e) {
            return HttpReply.text(507, "could not start a recording: " + e.getMessage());
        }
    }

    private HttpReply stop() {
        return recorder.stop() ? status(200) : HttpReply.text(409, "no recording is running");
    }

    private HttpReply discard() {
        recorder.discard();
        return status(200);
    }

    private HttpReply recording() {
        try {
            byte[] content = recorder.content();
            return content == null
                    ? HttpReply.text(404, "there is no recording; start one with PUT " + PATH)
                    : new HttpReply.Whole(200, "application/octet-stream", content);
        } catch (IOException e) {
            return HttpReply.text(507, "could not write the recording to the temporary folder: " + e.getMessage());
        }
    }

    private HttpReply status(int code) {
        FlightRecorder.Status status = recorder.status();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("state", status.state());
        shown.put("bytes", status.bytes());
        if (status.startedAt() != null) {
            shown.put("startedAt", status.startedAt());
        }
        if (status.endsAt() != null) {
            shown.put("endsAt", status.endsAt());
        }
        return Json.reply(code, shown);
    }

    @Override
    public void close() {
        recorder.discard();
    }
}
