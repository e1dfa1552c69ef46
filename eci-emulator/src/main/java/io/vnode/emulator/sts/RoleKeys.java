package io.vnode.emulator.sts;

import io.vnode.emulator.access.Account;
import io.vnode.emulator.access.AccountState;
import io.vnode.emulator.access.InvalidPolicyException;
import io.vnode.emulator.access.PolicyDocument;
import io.vnode.emulator.access.Sessions;
import io.vnode.emulator.access.Trust;
import io.vnode.emulator.wire.ActionCall;
import io.vnode.emulator.wire.ApiException;
import io.vnode.emulator.wire.Caller;
import io.vnode.emulator.wire.Parameters;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Gives out temporary keys for roles. */
final class RoleKeys {

    private static final int DEFAULT_DURATION = 3600;

    private final Account account;

    RoleKeys(Account account) {
        this.account = account;
    }

    Object assume(ActionCall call) {
        Caller caller = call.caller();
        if (caller.type() == Caller.Type.ACCOUNT) {
            throw noPermission("Roles may not be assumed by root accounts.");
        }
        AccountState.Role role = role(call.parameters());
        if (!Trust.parse(role.trust()).includes(account.id(), caller.arn())) {
            throw noPermission("No permission perform sts:AssumeRole on this Role. Its trust policy does not name %s."
                    .formatted(caller.arn()));
        }
        return answer(call, role, null);
    }

    Object assumeWithToken(ActionCall call, OidcTokens tokens) {
        Parameters parameters = call.parameters();
        AccountState.Role role = role(parameters);
        String providerArn = parameters.text("OIDCProviderArn");
        OidcTokens.Claims claims = tokens.check(providerArn, parameters.text("OIDCToken"));
        if (!Trust.parse(role.trust()).includesFederated(providerArn, claims.forConditions())) {
            throw new ApiException(
                    401, "AuthenticationFail.NoPermission", "This operation is not permitted by the role.");
        }
        return answer(call, role, claims);
    }

    private AccountState.Role role(Parameters parameters) {
        String arn = parameters.text("RoleArn");
        String prefix = "acs:ram::%s:role/".formatted(account.id());
        if (!arn.matches("acs:ram::\\d+:role/[\\w.@-]+")) {
            throw new ApiException(400, "InvalidParameter.RoleArn", "The parameter RoleArn is wrongly formed.");
        }
        AccountState.Role role =
                arn.startsWith(prefix) ? account.state().roles().get(arn.substring(prefix.length())) : null;
        if (role == null) {
            throw new ApiException(404, "EntityNotExist.Role", "The role not exists: %s.".formatted(arn));
        }
        return role;
    }

    private Answer answer(ActionCall call, AccountState.Role role, OidcTokens.@Nullable Claims claims) {
        Parameters parameters = call.parameters();
        int seconds = parameters.integerOr("DurationSeconds", Math.min(DEFAULT_DURATION, role.longestSession()));
        if (seconds > role.longestSession()) {
            throw new ApiException(
                    400,
                    "InvalidParameter.DurationSeconds",
                    "The Min/Max value of DurationSeconds is 15min/%dmin.".formatted(role.longestSession() / 60));
        }
        String name = parameters.text("RoleSessionName");
        Sessions.Session session =
                account.sessions().open(role, name, Duration.ofSeconds(seconds), policy(parameters.find("Policy")));
        return new Answer(
                call.requestId(),
                new AssumedRoleUser(
                        "acs:ram::%s:role/%s/%s".formatted(account.id(), role.name(), name), role.id() + ":" + name),
                new Credentials(
                        session.caller().accessKeyId(),
                        session.secret(),
                        session.token(),
                        session.expires().truncatedTo(ChronoUnit.SECONDS).toString()),
                claims);
    }

    private static @Nullable PolicyDocument policy(@Nullable String json) {
        try {
            return json == null ? null : PolicyDocument.parse(json);
        } catch (InvalidPolicyException e) {
            throw new ApiException(
                    400,
                    "InvalidParameter.PolicyGrammar",
                    "The parameter Policy has not passed grammar check: %s.".formatted(e.getMessage()));
        }
    }

    private static ApiException noPermission(String message) {
        return new ApiException(403, "NoPermission", message);
    }

    private record Answer(
            String requestId,
            AssumedRoleUser assumedRoleUser,
            Credentials credentials,
            OidcTokens.@Nullable Claims oIDCTokenInfo) {}

    private record AssumedRoleUser(String arn, String assumedRoleId) {}

    private record Credentials(String accessKeyId, String accessKeySecret, String securityToken, String expiration) {}
}
