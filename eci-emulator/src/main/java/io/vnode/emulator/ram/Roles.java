package io.vnode.emulator.ram;

import static io.vnode.emulator.wire.ParameterType.integer;
import static io.vnode.emulator.wire.ParameterType.text;

import io.vnode.emulator.access.Account;
import io.vnode.emulator.access.AccountState;
import io.vnode.emulator.access.AccountState.Role;
import io.vnode.emulator.access.InvalidPolicyException;
import io.vnode.emulator.access.RandomText;
import io.vnode.emulator.access.Trust;
import io.vnode.emulator.wire.Action;
import io.vnode.emulator.wire.ActionCall;
import io.vnode.emulator.wire.ApiException;
import io.vnode.emulator.wire.DefinedAction;
import io.vnode.emulator.wire.ParameterSchema;
import io.vnode.emulator.wire.Parameters;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;

/** RAM roles. */
final class Roles {

    private static final int DEFAULT_SESSION = 3600;

    private final Account account;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Roles(Account account, Clock clock) {
        this.account = account;
        this.clock = clock;
    }

    List<Action> actions() {
        return List.of(
                DefinedAction.of(
                        "CreateRole",
                        named().required("AssumeRolePolicyDocument", text(4096))
                                .optional("Description", text(1024))
                                .optional("MaxSessionDuration", integer(3600, 43_200)),
                        this::create),
                DefinedAction.of("GetRole", named(), this::get),
                DefinedAction.of("DeleteRole", named(), this::delete),
                DefinedAction.of(
                        "ListRoles",
                        ParameterSchema.builder().optional("Marker", text()).optional("MaxItems", integer(1, 1000)),
                        this::list));
    }

    static ParameterSchema.Builder named() {
        return ParameterSchema.builder().required("RoleName", Names.ROLE);
    }

    /** A role that must be there. */
    static Role existing(AccountState state, String name) {
        Role role = state.roles().get(name);
        if (role == null) {
            throw Names.missing("Role", name);
        }
        return role;
    }

    private Object create(ActionCall call) {
        Parameters parameters = call.parameters();
        Role role = new Role(
                parameters.text("RoleName"),
                RandomText.digits(random, 18),
                trust(parameters.text("AssumeRolePolicyDocument")),
                parameters.text("Description"),
                parameters.integerOr("MaxSessionDuration", DEFAULT_SESSION),
                Names.now(clock));
        account.change(state -> state.withRoles(roles -> {
            if (roles.putIfAbsent(role.name(), role) != null) {
                throw Names.taken("Role", role.name());
            }
        }));
        return new Answer(call.requestId(), answer(role));
    }

    private static String trust(String document) {
        try {
            Trust.parse(document);
            return document;
        } catch (InvalidPolicyException e) {
            throw new ApiException(
                    400,
                    "MalformedPolicyDocument",
                    "The specified policy document is malformed: %s.".formatted(e.getMessage()));
        }
    }

    private Object get(ActionCall call) {
        return new Answer(
                call.requestId(),
                answer(existing(account.state(), call.parameters().text("RoleName"))));
    }

    private Object delete(ActionCall call) {
        String name = call.parameters().text("RoleName");
        account.change(state -> {
            existing(state, name);
            if (state.attachments().stream()
                    .anyMatch(each -> each.toRole() && each.to().equals(name))) {
                throw Names.inUse("Role.Policy", "The role has policies: %s.".formatted(name));
            }
            return state.withRoles(roles -> roles.remove(name));
        });
        return new Done(call.requestId());
    }

    private Object list(ActionCall call) {
        List<Role> all = account.state().roles().values().stream()
                .sorted(Comparator.comparing(Role::name))
                .toList();
        Page<Role> page = Page.of(call.parameters(), all);
        return new Listing(
                call.requestId(),
                page.truncated(),
                page.marker(),
                new Wrapped(page.items().stream().map(this::answer).toList()));
    }

    private RoleAnswer answer(Role role) {
        return new RoleAnswer(
                role.id(),
                role.name(),
                "acs:ram::%s:role/%s".formatted(account.id(), role.name()),
                role.description(),
                role.trust(),
                role.longestSession(),
                role.created().toString());
    }

    private record Answer(String requestId, RoleAnswer role) {}

    private record Listing(String requestId, boolean isTruncated, String marker, Wrapped roles) {}

    private record Wrapped(List<RoleAnswer> role) {}

    private record RoleAnswer(
            String roleId,
            String roleName,
            String arn,
            String description,
            String assumeRolePolicyDocument,
            int maxSessionDuration,
            String createDate) {}
}
