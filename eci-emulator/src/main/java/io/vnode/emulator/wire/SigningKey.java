package io.vnode.emulator.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a call can be signed with.
 *
 * @param caller whose it is
 * @param secret never sent
 * @param active whether it is accepted at present
 * @param securityToken must be sent along with temporary keys; null for lasting ones
 * @param expires when temporary keys stop to work; null for lasting ones
 */
public record SigningKey(
        Caller caller,
        String secret,
        boolean active,
        @Nullable String securityToken,
        @Nullable Instant expires) {

    /** A lasting key. */
    public static SigningKey lasting(Caller caller, String secret, boolean active) {
        return new SigningKey(caller, secret, active, null, null);
    }

    @Override
    public String toString() {
        return "SigningKey[%s, secret=***]".formatted(caller);
    }
}
