package io.vnode.emulator;

import io.vnode.emulator.state.ChangeResult;
import io.vnode.emulator.state.ContainerGroups;
import io.vnode.emulator.wire.HttpCall;
import io.vnode.emulator.wire.HttpReply;
import io.vnode.emulator.wire.HttpResource;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /admin/container-groups}: all of them, seen past the API, and what can befall one. */
final class AdminGroups implements HttpResource {

    static final String PATH = "/admin/container-groups";

    private static final Set<String> DEEDS = Set.of("vanish", "reclaim");
    private static final Pattern DEED = Pattern.compile(PATH + "/([^/]+)/([^/]+)");

    private final ContainerGroups groups;

    AdminGroups(ContainerGroups groups) {
        this.groups = groups;
    }

    @Override
    public HttpReply answer(HttpCall call) {
        if (call.path().equals(PATH)) {
            return call.method().equals("GET")
                    ? HttpResource.json(200, AdminPages.containerGroups(groups))
                    : HttpResource.error(405, PATH + " is read with GET");
        }
        Matcher deed = DEED.matcher(call.path());
        if (!deed.matches() || !DEEDS.contains(deed.group(2))) {
            return HttpResource.error(404, "nothing is served at " + call.path());
        }
        if (!call.method().equals("POST")) {
            return HttpResource.error(405, call.path() + " takes POST");
        }
        String id = deed.group(1);
        ChangeResult result = deed.group(2).equals("reclaim")
                ? groups.reclaim(id)
                : groups.vanish(id) ? ChangeResult.ACCEPTED : ChangeResult.UNKNOWN;
        return switch (result) {
            case ACCEPTED, NOTHING_NEW -> HttpResource.json(200, Map.of("id", id));
            case UNKNOWN -> HttpResource.error(404, "there is no container group '%s'".formatted(id));
            case WRONG_STATUS, TOKEN_MISMATCH ->
                HttpResource.error(409, "container group '%s' is not on the spot market".formatted(id));
        };
    }
}
