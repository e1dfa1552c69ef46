package io.vnode.emulator;

import io.vnode.emulator.wire.CallLog;
import io.vnode.emulator.wire.HttpCall;
import io.vnode.emulator.wire.HttpReply;
import io.vnode.emulator.wire.HttpResource;
import io.vnode.emulator.wire.RecordedCall;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** {@code /admin/calls}: what was called, read over HTTP. */
final class AdminCalls implements HttpResource {

    static final String PATH = "/admin/calls";

    private static final Set<String> KEYS = Set.of("action", "product", "limit");
    private static final int DEFAULT_LIMIT = 100;
    private static final double NANOS_PER_MILLI = 1e6;

    private final CallLog log;

    AdminCalls(CallLog log) {
        this.log = log;
    }

    @Override
    public HttpReply answer(HttpCall call) {
        if (!call.path().equals(PATH)) {
            return HttpResource.error(404, "nothing is served at " + call.path());
        }
        return switch (call.method()) {
            case "GET" -> list(call.query());
            case "DELETE" -> {
                log.clear();
                yield HttpResource.json(200, new Listing(Map.of(), List.of()));
            }
            default -> HttpResource.error(405, PATH + " takes GET and DELETE");
        };
    }

    private HttpReply list(Map<String, String> query) {
        Set<String> unknown = new TreeSet<>(query.keySet());
        unknown.removeAll(KEYS);
        String limit = query.getOrDefault("limit", String.valueOf(DEFAULT_LIMIT));
        if (!unknown.isEmpty()) {
            return HttpResource.error(
                    400, "%s is no key of the query; these are: action, limit, product".formatted(unknown));
        }
        if (!limit.matches("\\d{1,5}")) {
            return HttpResource.error(400, "limit is '%s'; it must be a whole number up to 99999".formatted(limit));
        }
        List<RecordedCall> calls = log.all().stream()
                .filter(call -> query.getOrDefault("action", call.action()).equals(call.action()))
                .filter(call -> query.getOrDefault("product", call.product()).equals(call.product()))
                .toList();
        int skipped = Math.max(0, calls.size() - Integer.parseInt(limit));
        return HttpResource.json(
                200,
                new Listing(
                        log.counts(), calls.stream().skip(skipped).map(Line::of).toList()));
    }

    /**
     * What was called.
     *
     * @param counts how often each action was called since the start, or since it was cleared
     * @param calls the newest calls, oldest of them first
     */
    record Listing(Map<String, Long> counts, List<Line> calls) {}

    /** One call. */
    record Line(
            String time,
            String product,
            String action,
            String accessKeyId,
            String requestId,
            int status,
            @Nullable String code,
            @Nullable String fault,
            double milliseconds,
            Map<String, String> parameters) {

        static Line of(RecordedCall call) {
            return new Line(
                    call.time().toString(),
                    call.product(),
                    call.action(),
                    call.accessKeyId(),
                    call.requestId(),
                    call.httpStatus(),
                    call.errorCode(),
                    call.fault(),
                    call.duration().toNanos() / NANOS_PER_MILLI,
                    call.parameters());
        }
    }
}
