package io.vnode.emulator.ram;

import io.vnode.emulator.wire.ApiException;
import io.vnode.emulator.wire.ParameterType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** What names look like, and what is said about names that are not there or there already. */
final class Names {

    static final ParameterType USER =
            ParameterType.matching(Pattern.compile("[A-Za-z0-9._-]{1,64}"), "1 to 64 letters, digits and . - _");
    static final ParameterType ROLE =
            ParameterType.matching(Pattern.compile("[A-Za-z0-9.-]{1,64}"), "1 to 64 letters, digits, . and -");
    static final ParameterType POLICY =
            ParameterType.matching(Pattern.compile("[A-Za-z0-9-]{1,128}"), "1 to 128 letters, digits and -");

    private Names() {}

    static ApiException missing(String kind, String name) {
        return new ApiException(404, "EntityNotExist." + kind, "The %s does not exist: %s.".formatted(kind, name));
    }

    static ApiException taken(String kind, String name) {
        return new ApiException(
                409, "EntityAlreadyExists." + kind, "The %s does already exist: %s.".formatted(kind, name));
    }

    static ApiException full(String kind, int limit) {
        return new ApiException(
                409, "LimitExceeded." + kind, "The count of %s beyond the current limits: %d.".formatted(kind, limit));
    }

    static ApiException inUse(String kind, String message) {
        return new ApiException(409, "DeleteConflict." + kind, message);
    }

    static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
