package io.vnode.emulator.wire;

import io.vnode.emulator.fault.CloudFaults;
import io.vnode.emulator.fault.Fault;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** A call that meets a fault. */
record FaultyCall(Action action, ActionCall call, CloudFaults cloud) {

    private static final String VSWITCHES = "VSwitchId";
    private static final String GROUP = "ContainerGroupId";
    private static final int OK = 200;
    private static final String JSON = HttpBody.JSON;

    HttpReply meet(Fault fault) {
        return switch (fault) {
            case Fault.Refusal(int status, String code, String message) ->
                throw new ApiException(status, code, message);
            case Fault.HangBeforeWork(var delay) -> new HttpReply.Later(delay, () -> json(work()));
            case Fault.LateAnswer(var delay) -> {
                HttpReply reply = json(work());
                yield new HttpReply.Later(delay, () -> reply);
            }
            case Fault.CloseBeforeWork() -> new HttpReply.Hangup();
            case Fault.CloseAfterWork() -> {
                action.answer(call);
                yield new HttpReply.Hangup();
            }
            case Fault.TruncatedAnswer() -> json(BrokenAnswer.truncated(work()));
            case Fault.SlowBody(var pause) -> new HttpReply.Trickle(work(), pause);
            case Fault.WrongContentType(String type) -> new HttpReply.Content(OK, type, work());
            case Fault.HtmlAnswer() -> {
                action.answer(call);
                yield new HttpReply.Content(OK, "text/html;charset=utf-8", BrokenAnswer.html());
            }
            case Fault.EmptyBody() -> {
                action.answer(call);
                yield new HttpReply.Content(OK, JSON, new byte[0]);
            }
            case Fault.EndlessBody(long bytes) ->
                new HttpReply.Endless(BrokenAnswer.unended(work()), (byte) 'x', bytes);
            case Fault.RepeatedToken() -> repeatedToken();
            case Fault.DeepNesting(int depth) -> json(BrokenAnswer.nested(work(), depth));
            case Fault.EmptyList() -> json(BrokenAnswer.emptied(JsonText.tree(action.answer(call))));
            case Fault.GroupVanishes(var id) -> vanishing(id == null ? "" : id);
            case Fault.StockOut(String zone) -> withoutZone(zone);
            case Fault.ClockSkew _ -> json(work()); // the time stamp was good enough all the same
        };
    }

    private byte[] work() {
        return JsonText.answer(action.answer(call));
    }

    private static HttpReply json(byte[] body) {
        return new HttpReply.Json(OK, body);
    }

    private HttpReply repeatedToken() {
        String sent = call.parameters().text(BrokenAnswer.NEXT_TOKEN);
        ActionCall first = sent.equals(BrokenAnswer.ENDLESS_TOKEN) ? with(BrokenAnswer.NEXT_TOKEN, "") : call;
        return json(BrokenAnswer.repeatingToken(JsonText.tree(action.answer(first)), sent));
    }

    /** The groups that are named go before the work, the one that comes of it afterwards. */
    private HttpReply vanishing(String id) {
        if (!id.isEmpty()) {
            cloud.vanish(id);
            return json(work());
        }
        named().forEach(cloud::vanish);
        JsonNode answer = JsonText.tree(action.answer(call));
        String created = answer.path(GROUP).asString("");
        if (!created.isEmpty()) {
            cloud.vanish(created);
        }
        return json(JsonText.answer(answer));
    }

    private List<String> named() {
        String one = call.parameters().text(GROUP);
        if (!one.isEmpty()) {
            return List.of(one);
        }
        String[] words = call.parameters().text("ContainerGroupIds").split("[^A-Za-z0-9-]+", -1);
        return Arrays.stream(words).filter(word -> !word.isEmpty()).toList();
    }

    private HttpReply withoutZone(String zone) {
        List<String> wished = Arrays.stream(call.parameters().text(VSWITCHES).split(",", -1))
                .map(String::strip)
                .toList();
        List<String> left = cloud.outsideZone(wished, zone);
        if (left.isEmpty() || call.parameters().text("ZoneId").equals(zone)) {
            return meet(Fault.outOfStock());
        }
        return json(JsonText.answer(action.answer(with(VSWITCHES, String.join(",", left)))));
    }

    private ActionCall with(String name, String value) {
        NavigableMap<String, String> changed = new TreeMap<>(call.values());
        changed.put(name, value);
        return call.with(changed);
    }
}
