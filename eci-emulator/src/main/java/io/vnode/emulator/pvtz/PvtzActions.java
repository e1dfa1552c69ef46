package io.vnode.emulator.pvtz;

import io.vnode.emulator.wire.Action;
import io.vnode.emulator.wire.ActionCatalogue;
import io.vnode.emulator.wire.ParameterSchema;
import io.vnode.emulator.wire.ParameterType;
import io.vnode.emulator.wire.Parameters;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The actions of the product {@code pvtz}. */
public final class PvtzActions {

    /** How many a page has unless the call says otherwise. */
    static final int USUAL_PAGE = 20;

    /** The API's version. */
    public static final String VERSION = "2018-01-01";

    private PvtzActions() {}

    /**
     * All actions that the emulator carries out.
     *
     * @param vpcIds the VPCs that zones can be bound to
     * @param clock the callers' time
     */
    public static ActionCatalogue of(Zones zones, String regionId, Set<String> vpcIds, Clock clock) {
        List<Action> actions = Stream.of(
                        new ZoneActions(zones, clock).actions(),
                        new RecordActions(zones, clock).actions(),
                        new BindingActions(zones, regionId, vpcIds, clock).actions())
                .flatMap(List::stream)
                .toList();
        return ActionCatalogue.of(VERSION, actions);
    }

    /** What nearly all actions take. */
    static ParameterSchema.Builder schema() {
        return ParameterSchema.builder()
                .optional("Lang", ParameterType.oneOf("zh", "en"))
                .optional("UserClientIp", ParameterType.text());
    }

    /** What listings take. */
    static ParameterSchema.Builder listing() {
        return schema().optional("Keyword", ParameterType.text())
                .optional("SearchMode", ParameterType.oneOf("LIKE", "EXACT"))
                .optional("PageNumber", ParameterType.integer(1, Integer.MAX_VALUE))
                .optional("PageSize", ParameterType.integer(1, 100));
    }

    /** Whether a text fits the keyword of a call, as its search mode says; any part will do if it says nothing. */
    static boolean found(Parameters parameters, String text) {
        String keyword = parameters.find("Keyword");
        return keyword == null
                || (parameters.text("SearchMode").equals("EXACT") ? text.equals(keyword) : text.contains(keyword));
    }
}
