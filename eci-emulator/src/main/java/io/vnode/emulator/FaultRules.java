package io.vnode.emulator;

import io.vnode.emulator.fault.Fault;
import io.vnode.emulator.fault.FaultRule;
import io.vnode.emulator.fault.PlannedFault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Fault rules as objects of the configuration and of the admin API. */
final class FaultRules {

    private static final Set<String> KEYS = Set.of("action", "calls", "from", "share", "seed", "fault");
    private static final Pattern ACTION = Pattern.compile("([a-z]+:)?(\\*|[A-Z][A-Za-z]*)");

    private FaultRules() {}

    static List<FaultRule> read(List<ConfigObject> rules) {
        return rules.stream().map(FaultRules::read).toList();
    }

    static FaultRule read(ConfigObject json) {
        Fault fault = FaultKinds.read(json, KEYS);
        String action = json.text("action");
        if (!ACTION.matcher(action).matches()) {
            throw InvalidConfigException.value(
                    json.path("action"),
                    action,
                    "must be an action such as CreateContainerGroup, * for all, or one with its product as in ram:GetUser");
        }
        Integer calls = json.find("calls") == null ? null : (int) json.numberOr("calls", 1, 1, Integer.MAX_VALUE);
        return new FaultRule(
                action,
                calls,
                (int) json.numberOr("from", 1, 1, Integer.MAX_VALUE),
                json.shareOr("share", 1),
                json.numberOr("seed", 0, Long.MIN_VALUE, Long.MAX_VALUE),
                fault);
    }

    static Map<String, Object> write(PlannedFault planned) {
        Map<String, Object> json = new LinkedHashMap<>();
        FaultRule rule = planned.rule();
        json.put("id", planned.id());
        json.put("action", rule.action());
        if (rule.calls() != null) {
            json.put("calls", rule.calls());
        }
        json.put("from", rule.from());
        json.put("share", rule.share());
        json.put("seed", rule.seed());
        json.putAll(FaultKinds.write(rule.fault()));
        json.put("seen", planned.seen());
        json.put("met", planned.met());
        return json;
    }
}
