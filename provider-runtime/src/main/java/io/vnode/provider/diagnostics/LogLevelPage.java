package io.vnode.provider.diagnostics;

import io.vnode.provider.http.HttpReply;
import io.vnode.provider.http.HttpRequest;
import io.vnode.provider.http.Routes;
import io.vnode.provider.logging.LogLevels;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code /debug/loglevel}: GET tells the levels, PUT changes one, DELETE takes the change back. */
final class LogLevelPage {

    private static final String PATH = "/debug/loglevel";

    private final LogLevels levels;

    LogLevelPage(LogLevels levels) {
        this.levels = levels;
    }

    void addTo(Routes routes) {
        routes.on("GET", PATH, _ -> Json.reply(200, levels.levels()))
                .on("PUT", PATH, this::change)
                .on("DELETE", PATH, this::takeBack);
    }

    private HttpReply change(HttpRequest request) {
        String level = request.parameter("level");
        if (level == null) {
            return HttpReply.text(400, "'level' is missing");
        }
        @Nullable Duration time = null;
        if (request.parameter("for") != null) {
            time = Times.parse(request.parameter("for"), Duration.ZERO);
            if (time == null) {
                return HttpReply.text(400, "'for' is a time such as 90s or 10m");
            }
        }
        try {
            levels.set(logger(request), level, time);
            return Json.reply(200, levels.levels());
        } catch (IllegalArgumentException e) {
            return HttpReply.text(400, Objects.requireNonNullElse(e.getMessage(), "bad request"));
        }
    }

    private HttpReply takeBack(HttpRequest request) {
        try {
            levels.reset(logger(request));
            return Json.reply(200, levels.levels());
        } catch (IllegalArgumentException e) {
            return HttpReply.text(400, Objects.requireNonNullElse(e.getMessage(), "bad request"));
        }
    }

    private static String logger(HttpRequest request) {
        return Objects.requireNonNullElse(request.parameter("logger"), LogLevels.OURS);
    }
}
