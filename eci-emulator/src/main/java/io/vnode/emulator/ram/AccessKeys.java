package io.vnode.emulator.ram;

import static io.vnode.emulator.wire.ParameterType.oneOf;
import static io.vnode.emulator.wire.ParameterType.text;

import io.vnode.emulator.access.Account;
import io.vnode.emulator.access.AccountState;
import io.vnode.emulator.access.RandomText;
import io.vnode.emulator.wire.Action;
import io.vnode.emulator.wire.ActionCall;
import io.vnode.emulator.wire.Caller;
import io.vnode.emulator.wire.DefinedAction;
import io.vnode.emulator.wire.ParameterSchema;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Access keys. A secret is told once, when the key is made. */
final class AccessKeys {

    private static final int PER_USER = 2;

    private final Account account;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    AccessKeys(Account account, Clock clock) {
        this.account = account;
        this.clock = clock;
    }

    List<Action> actions() {
        return List.of(
                DefinedAction.of("CreateAccessKey", maybeNamed(), this::create),
                DefinedAction.of("ListAccessKeys", maybeNamed(), this::list),
                DefinedAction.of(
                        "UpdateAccessKey",
                        maybeNamed()
                                .required("UserAccessKeyId", text())
                                .required("Status", oneOf("Active", "Inactive")),
                        this::update),
                DefinedAction.of("DeleteAccessKey", maybeNamed().required("UserAccessKeyId", text()), this::delete));
    }

    private static ParameterSchema.Builder maybeNamed() {
        return ParameterSchema.builder().optional("UserName", Names.USER);
    }

    /** The user that is named, else the caller; empty for the account itself. */
    private static String user(AccountState state, ActionCall call) {
        String named = call.parameters().find("UserName");
        if (named != null) {
            return Users.existing(state, named).name();
        }
        return call.caller().type() == Caller.Type.USER ? call.caller().name() : "";
    }

    private Object create(ActionCall call) {
        String id = "LTAI5t" + RandomText.of(random, 18);
        String secret = RandomText.of(random, 30);
        account.change(state -> {
            String user = user(state, call);
            if (of(state, user).size() >= PER_USER) {
                throw Names.full("User.AccessKey", PER_USER);
            }
            AccountState.Key key = new AccountState.Key(id, secret, user, true, Names.now(clock));
            return state.withKeys(keys -> keys.put(id, key));
        });
        return new Answer(call.requestId(), KeyAnswer.of(account.state().keys().get(id), secret));
    }

    private Object list(ActionCall call) {
        AccountState state = account.state();
        return new Listing(
                call.requestId(),
                new Wrapped(of(state, user(state, call)).stream()
                        .map(key -> KeyAnswer.of(key, null))
                        .toList()));
    }

    private Object update(ActionCall call) {
        boolean active = call.parameters().text("Status").equals("Active");
        account.change(state -> {
            AccountState.Key key = existing(state, call);
            return state.withKeys(keys -> keys.put(
                    key.id(), new AccountState.Key(key.id(), key.secret(), key.user(), active, key.created())));
        });
        return new Done(call.requestId());
    }

    private Object delete(ActionCall call) {
        account.change(state -> {
            AccountState.Key key = existing(state, call);
            return state.withKeys(keys -> keys.remove(key.id()));
        });
        return new Done(call.requestId());
    }

    private static AccountState.Key existing(AccountState state, ActionCall call) {
        String id = call.parameters().text("UserAccessKeyId");
        AccountState.Key key = state.keys().get(id);
        if (key == null || !key.user().equals(user(state, call))) {
            throw Names.missing("User.AccessKey", id);
        }
        return key;
    }

    private static List<AccountState.Key> of(AccountState state, String user) {
        return state.keys().values().stream()
                .filter(key -> key.user().equals(user))
                .sorted(Comparator.comparing(AccountState.Key::created).thenComparing(AccountState.Key::id))
                .toList();
    }

    private record Answer(String requestId, KeyAnswer accessKey) {}

    private record Listing(String requestId, Wrapped accessKeys) {}

    private record Wrapped(List<KeyAnswer> accessKey) {}

    private record KeyAnswer(String accessKeyId, @Nullable String accessKeySecret, String status, String createDate) {

        static KeyAnswer of(AccountState.@Nullable Key key, @Nullable String secret) {
            if (key == null) {
                throw Names.missing("User.AccessKey", "deleted meanwhile");
            }
            return new KeyAnswer(
                    key.id(),
                    secret,
                    key.active() ? "Active" : "Inactive",
                    key.created().toString());
        }
    }
}
