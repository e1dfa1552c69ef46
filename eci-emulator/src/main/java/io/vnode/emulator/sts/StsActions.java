package io.vnode.emulator.sts;

import static io.vnode.emulator.wire.ParameterType.integer;
import static io.vnode.emulator.wire.ParameterType.matching;
import static io.vnode.emulator.wire.ParameterType.text;

import io.vnode.emulator.access.Account;
import io.vnode.emulator.access.OidcProvider;
import io.vnode.emulator.wire.ActionCatalogue;
import io.vnode.emulator.wire.DefinedAction;
import io.vnode.emulator.wire.ParameterSchema;
import io.vnode.emulator.wire.ParameterType;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;

/** The actions of the product {@code Sts}. */
public final class StsActions {

    /** The API's version. */
    public static final String VERSION = "2015-04-01";

    private static final ParameterType SESSION_NAME =
            matching(Pattern.compile("[A-Za-z0-9.@_-]{2,64}"), "2 to 64 letters, digits and . @ - _");
    private static final int LONGEST_TOKEN = 20_000;

    private StsActions() {}

    /** All actions. The clock is that of the callers. */
    public static ActionCatalogue of(Account account, List<OidcProvider> providers, Clock clock) {
        RoleKeys keys = new RoleKeys(account);
        OidcTokens tokens = new OidcTokens(account.id(), providers, clock);
        return ActionCatalogue.of(
                VERSION,
                List.of(
                        DefinedAction.of("GetCallerIdentity", ParameterSchema.builder(), CallerIdentity::of),
                        DefinedAction.of("AssumeRole", role().optional("ExternalId", text()), keys::assume),
                        new DefinedAction(
                                "AssumeRoleWithOIDC",
                                role().required("OIDCProviderArn", text())
                                        .secret("OIDCToken", text(LONGEST_TOKEN))
                                        .required("OIDCToken", text(LONGEST_TOKEN))
                                        .build(),
                                false,
                                call -> keys.assumeWithToken(call, tokens))));
    }

    private static ParameterSchema.Builder role() {
        return ParameterSchema.builder()
                .required("RoleArn", text())
                .required("RoleSessionName", SESSION_NAME)
                .optional("DurationSeconds", integer(900, 43_200))
                .optional("Policy", text(2048));
    }
}
