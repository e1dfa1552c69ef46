package io.vnode.emulator.console;

import io.vnode.emulator.state.GroupStatus;
import io.vnode.emulator.wire.PageRequest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants to see.
 *
 * @param status only groups in this one; null for all
 * @param page which part of a long list, counted from 1
 */
record ConsoleQuery(@Nullable GroupStatus status, int page) {

    /** Anything that makes no sense counts as not said: addresses are typed and kept by people. */
    static ConsoleQuery of(PageRequest request) {
        String state = request.text("state");
        String page = request.text("page");
        return new ConsoleQuery(
                Arrays.stream(GroupStatus.values())
                        .filter(each -> each.wireName().equalsIgnoreCase(state))
                        .findFirst()
                        .orElse(null),
                page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1);
    }

    /** The same view as the query of an address. */
    String address(@Nullable GroupStatus changed, int toPage) {
        String state = changed == null ? "" : "state=" + changed.wireName();
        String page = toPage == 1 ? "" : "page=" + toPage;
        return "/console?" + state + (state.isEmpty() || page.isEmpty() ? "" : "&") + page;
    }
}
