package io.vnode.emulator;

import io.vnode.emulator.wire.HttpCall;
import io.vnode.emulator.wire.HttpReply;
import io.vnode.emulator.wire.HttpResource;
import java.time.Clock;
import java.time.Duration;

/** {@code /admin/clock}: the time by which container groups live, and a hand on it where it does not go by itself. */
final class AdminClock implements HttpResource {

    static final String PATH = "/admin/clock";

    private final Clock clock;

    AdminClock(Clock clock) {
        this.clock = clock;
    }

    @Override
    public HttpReply answer(HttpCall call) {
        if (!call.path().equals(PATH)) {
            return HttpResource.error(404, "nothing is served at " + call.path());
        }
        return switch (call.method()) {
            case "GET" -> now();
            case "POST" -> advance(call.body());
            default -> HttpResource.error(405, PATH + " takes GET and POST");
        };
    }

    private HttpReply now() {
        return HttpResource.json(200, new Time(clock.instant().toString(), clock instanceof ManualClock));
    }

    private HttpReply advance(String body) {
        if (!(clock instanceof ManualClock manual)) {
            return HttpResource.error(
                    409, "this clock goes by itself; start the emulator with \"clock\": \"manual\" to drive it");
        }
        try {
            ConfigObject json = ConfigObject.root(ConfigFile.json(body));
            json.refuseKeysOtherThan("advance");
            json.text("advance");
            manual.advance(json.durationOr("advance", Duration.ZERO));
            return now();
        } catch (InvalidConfigException e) {
            return HttpResource.error(400, String.valueOf(e.getMessage()));
        }
    }

    /** The time now, and whether it has to be driven. */
    record Time(String now, boolean manual) {}
}
