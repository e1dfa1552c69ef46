package io.vnode.emulator;

import io.vnode.emulator.fault.FaultPlan;
import io.vnode.emulator.fault.FaultRule;
import io.vnode.emulator.wire.HttpCall;
import io.vnode.emulator.wire.HttpReply;
import io.vnode.emulator.wire.HttpResource;
import java.util.List;
import java.util.Map;

/** {@code /admin/faults}: what goes wrong with the next calls, told over HTTP. */
final class AdminFaults implements HttpResource {

    static final String PATH = "/admin/faults";

    private final FaultPlan faults;

    AdminFaults(FaultPlan faults) {
        this.faults = faults;
    }

    @Override
    public HttpReply answer(HttpCall call) {
        String rest = call.path().substring(PATH.length());
        if (rest.isEmpty()) {
            return switch (call.method()) {
                case "GET" -> HttpResource.json(200, planned());
                case "POST" -> add(call.body());
                case "DELETE" -> {
                    faults.clear();
                    yield HttpResource.json(200, planned());
                }
                default -> HttpResource.error(405, PATH + " takes GET, POST and DELETE");
            };
        }
        return remove(call.method(), rest.substring(1));
    }

    private HttpReply add(String body) {
        try {
            List<FaultRule> rules = FaultRules.read(ConfigObject.objects(ConfigFile.json(body)));
            rules.forEach(faults::add);
            return HttpResource.json(201, planned());
        } catch (InvalidConfigException e) {
            return HttpResource.error(400, String.valueOf(e.getMessage()));
        }
    }

    private HttpReply remove(String method, String id) {
        if (!method.equals("DELETE")) {
            return HttpResource.error(405, "a single fault takes DELETE");
        }
        boolean removed = id.matches("\\d{1,9}") && faults.remove(Integer.parseInt(id));
        return removed
                ? HttpResource.json(200, planned())
                : HttpResource.error(404, "no fault has the id '%s' (any more)".formatted(id));
    }

    private Map<String, Object> planned() {
        return Map.of("faults", faults.planned().stream().map(FaultRules::write).toList());
    }
}
