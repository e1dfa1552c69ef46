package io.vnode.emulator.metadata;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The instance whose metadata is served.
 *
 * @param role the RAM role it has; null for none
 * @param onlyWithToken whether calls without a token are refused
 * @param keysLast how long keys last
 */
public record InstanceSettings(@Nullable String role, boolean onlyWithToken, Duration keysLast) {

    /** An instance without a role. */
    public static final InstanceSettings PLAIN = new InstanceSettings(null, false, Duration.ofHours(6));
}
