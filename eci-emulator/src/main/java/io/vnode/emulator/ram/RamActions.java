package io.vnode.emulator.ram;

import io.vnode.emulator.access.Account;
import io.vnode.emulator.wire.Action;
import io.vnode.emulator.wire.ActionCatalogue;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** The actions of the product {@code Ram}. */
public final class RamActions {

    /** The API's version. */
    public static final String VERSION = "2015-05-01";

    private RamActions() {}

    /** All actions that the emulator carries out. The clock is that of the callers. */
    public static ActionCatalogue of(Account account, Clock clock) {
        List<Action> actions = Stream.of(
                        new Users(account, clock).actions(),
                        new AccessKeys(account, clock).actions(),
                        new Policies(account, clock).actions(),
                        new PolicyVersions(account, clock).actions(),
                        new Attachments(account).actions(),
                        new Roles(account, clock).actions())
                .flatMap(List::stream)
                .toList();
        return ActionCatalogue.of(VERSION, actions);
    }
}
