package io.vnode.emulator;

import io.vnode.emulator.fault.Fault;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** The kinds of faults as the configuration and the admin API name them, each with the keys that it takes. */
final class FaultKinds {

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final long ENDLESS = 1L << 50;
    private static final int DEEP = 100_000;
    private static final int DEEPEST = 10_000_000;

    private static final Map<String, Kind> KINDS = new TreeMap<>();

    static {
        kind("throttled", _ -> Fault.throttled());
        kind("unavailable", _ -> Fault.unavailable());
        kind("internalError", _ -> Fault.internalError());
        kind("notPermitted", _ -> Fault.notPermitted());
        kind("credentialsRevoked", _ -> Fault.credentialsRevoked());
        kind("refusal", FaultKinds::refusal, "status", "code", "message");
        kind("outOfStock", FaultKinds::outOfStock, "zone");
        kind("hang", FaultKinds::hang, "for", "when");
        kind("close", FaultKinds::close, "when");
        kind("truncated", _ -> new Fault.TruncatedAnswer());
        kind("slowBody", json -> new Fault.SlowBody(json.durationOr("pause", PAUSE)), "pause");
        kind("contentType", json -> new Fault.WrongContentType(json.textOr("type", "")), "type");
        kind("html", _ -> new Fault.HtmlAnswer());
        kind("emptyBody", _ -> new Fault.EmptyBody());
        kind("endlessBody", json -> new Fault.EndlessBody(json.numberOr("bytes", ENDLESS, 1, ENDLESS)), "bytes");
        kind("repeatedToken", _ -> new Fault.RepeatedToken());
        kind("deepNesting", json -> new Fault.DeepNesting((int) json.numberOr("depth", DEEP, 1, DEEPEST)), "depth");
        kind("emptyList", _ -> new Fault.EmptyList());
        kind("groupVanishes", json -> new Fault.GroupVanishes(json.findText("id")), "id");
        kind("clockSkew", json -> new Fault.ClockSkew(json.signedDuration("by")), "by");
    }

    private FaultKinds() {}

    private static void kind(String name, Function<ConfigObject, Fault> reader, String... keys) {
        KINDS.put(name, new Kind(Set.of(keys), reader));
    }

    /** The fault that an object describes, next to other keys. */
    static Fault read(ConfigObject json, Set<String> otherKeys) {
        String name = json.text("fault");
        Kind kind = KINDS.get(name);
        if (kind == null) {
            throw InvalidConfigException.value(
                    json.path("fault"), name, "must be one of " + String.join(", ", KINDS.keySet()));
        }
        Set<String> keys = new TreeSet<>(otherKeys);
        keys.addAll(kind.keys());
        json.refuseKeysOtherThan(keys.toArray(String[]::new));
        return kind.reader().apply(json);
    }

    private static Fault refusal(ConfigObject json) {
        int status = (int) json.numberOr("status", 400, 400, 599);
        return new Fault.Refusal(status, json.text("code"), json.textOr("message", "Refused on demand."));
    }

    private static Fault outOfStock(ConfigObject json) {
        return json.find("zone") == null ? Fault.outOfStock() : new Fault.StockOut(json.text("zone"));
    }

    private static Fault hang(ConfigObject json) {
        Duration delay = json.durationOr("for", Duration.ofHours(1));
        return beforeWork(json) ? new Fault.HangBeforeWork(delay) : new Fault.LateAnswer(delay);
    }

    private static Fault close(ConfigObject json) {
        return beforeWork(json) ? new Fault.CloseBeforeWork() : new Fault.CloseAfterWork();
    }

    private static boolean beforeWork(ConfigObject json) {
        String when = json.textOr("when", "after");
        if (!when.equals("before") && !when.equals("after")) {
            throw InvalidConfigException.value(
                    json.path("when"), when, "must be before or after (the work is done), after if left out");
        }
        return when.equals("before");
    }

    /** The same fault as an object. */
    static Map<String, Object> write(Fault fault) {
        return switch (fault) {
            case Fault.Refusal(int status, String code, String message) ->
                named("refusal", "status", status, "code", code, "message", message);
            case Fault.HangBeforeWork(var delay) -> named("hang", "for", delay.toString(), "when", "before");
            case Fault.LateAnswer(var delay) -> named("hang", "for", delay.toString(), "when", "after");
            case Fault.CloseBeforeWork() -> named("close", "when", "before");
            case Fault.CloseAfterWork() -> named("close", "when", "after");
            case Fault.TruncatedAnswer() -> named("truncated");
            case Fault.SlowBody(var pause) -> named("slowBody", "pause", pause.toString());
            case Fault.WrongContentType(String type) -> named("contentType", "type", type);
            case Fault.HtmlAnswer() -> named("html");
            case Fault.EmptyBody() -> named("emptyBody");
            case Fault.EndlessBody(long bytes) -> named("endlessBody", "bytes", bytes);
            case Fault.RepeatedToken() -> named("repeatedToken");
            case Fault.DeepNesting(int depth) -> named("deepNesting", "depth", depth);
            case Fault.EmptyList() -> named("emptyList");
            case Fault.GroupVanishes(var id) -> id == null ? named("groupVanishes") : named("groupVanishes", "id", id);
            case Fault.StockOut(String zone) -> named("outOfStock", "zone", zone);
            case Fault.ClockSkew(var ahead) -> named("clockSkew", "by", ahead.toString());
        };
    }

    private static Map<String, Object> named(String kind, Object... namesAndValues) {
        Map<String, Object> fault = new LinkedHashMap<>(Map.of("fault", kind));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fault.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fault;
    }

    private record Kind(Set<String> keys, Function<ConfigObject, Fault> reader) {}
}
