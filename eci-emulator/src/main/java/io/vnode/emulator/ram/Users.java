package io.vnode.emulator.ram;

import static io.vnode.emulator.wire.ParameterType.integer;
import static io.vnode.emulator.wire.ParameterType.text;

import io.vnode.emulator.access.Account;
import io.vnode.emulator.access.AccountState;
import io.vnode.emulator.access.RandomText;
import io.vnode.emulator.wire.Action;
import io.vnode.emulator.wire.ActionCall;
import io.vnode.emulator.wire.DefinedAction;
import io.vnode.emulator.wire.ParameterSchema;
import io.vnode.emulator.wire.Parameters;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;

/** RAM users. */
final class Users {

    private final Account account;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Users(Account account, Clock clock) {
        this.account = account;
        this.clock = clock;
    }

    List<Action> actions() {
        return List.of(
                DefinedAction.of(
                        "CreateUser",
                        ParameterSchema.builder()
                                .required("UserName", Names.USER)
                                .optional("DisplayName", text(128))
                                .optional("Comments", text(128))
                                .optional("Email", text(128))
                                .optional("MobilePhone", text(64)),
                        this::create),
                DefinedAction.of("GetUser", named(), this::get),
                DefinedAction.of("DeleteUser", named(), this::delete),
                DefinedAction.of(
                        "ListUsers",
                        ParameterSchema.builder().optional("Marker", text()).optional("MaxItems", integer(1, 1000)),
                        this::list));
    }

    static ParameterSchema.Builder named() {
        return ParameterSchema.builder().required("UserName", Names.USER);
    }

    /** A user that must be there. */
    static AccountState.User existing(AccountState state, String name) {
        AccountState.User user = state.users().get(name);
        if (user == null) {
            throw Names.missing("User", name);
        }
        return user;
    }

    private Object create(ActionCall call) {
        Parameters parameters = call.parameters();
        AccountState.User user = new AccountState.User(
                parameters.text("UserName"),
                RandomText.digits(random, 18),
                parameters.textOr("DisplayName", parameters.text("UserName")),
                parameters.text("Comments"),
                parameters.text("Email"),
                parameters.text("MobilePhone"),
                Names.now(clock));
        account.change(state -> state.withUsers(users -> {
            if (users.putIfAbsent(user.name(), user) != null) {
                throw Names.taken("User", user.name());
            }
        }));
        return new Answer(call.requestId(), UserAnswer.of(user));
    }

    private Object get(ActionCall call) {
        String name = call.parameters().text("UserName");
        return new Answer(call.requestId(), UserAnswer.of(existing(account.state(), name)));
    }

    private Object delete(ActionCall call) {
        String name = call.parameters().text("UserName");
        account.change(state -> {
            existing(state, name);
            if (state.keys().values().stream().anyMatch(key -> key.user().equals(name))) {
                throw Names.inUse("User.AccessKey", "The user has access keys: %s.".formatted(name));
            }
            if (state.attachments().stream()
                    .anyMatch(each -> !each.toRole() && each.to().equals(name))) {
                throw Names.inUse("User.Policy", "The user has policies: %s.".formatted(name));
            }
            return state.withUsers(users -> users.remove(name));
        });
        return new Done(call.requestId());
    }

    private Object list(ActionCall call) {
        List<AccountState.User> all = account.state().users().values().stream()
                .sorted(Comparator.comparing(AccountState.User::name))
                .toList();
        Page<AccountState.User> page = Page.of(call.parameters(), all);
        return new Listing(
                call.requestId(),
                page.truncated(),
                page.marker(),
                new Wrapped(page.items().stream().map(UserAnswer::of).toList()));
    }

    private record Answer(String requestId, UserAnswer user) {}

    private record Listing(String requestId, boolean isTruncated, String marker, Wrapped users) {}

    private record Wrapped(List<UserAnswer> user) {}

    private record UserAnswer(
            String userId,
            String userName,
            String displayName,
            String comments,
            String email,
            String mobilePhone,
            String createDate,
            String updateDate) {

        static UserAnswer of(AccountState.User user) {
            return new UserAnswer(
                    user.id(),
                    user.name(),
                    user.displayName(),
                    user.comments(),
                    user.email(),
                    user.mobilePhone(),
                    user.created().toString(),
                    user.created().toString());
        }
    }
}
