package io.vnode.provider.containergroup;

import io.vnode.eci.EciException;
import java.time.Instant;
import java.util.Objects;

/**
 * ECI cannot be asked at the moment.
 *
 * @param reason one CamelCase word for it, stable
 * @param message what happened, in ECI's words where there are any
 * @param since when the first call in a row failed
 */
public record Outage(String reason, String message, Instant since) {

    static Outage of(EciException e, Instant since) {
        return new Outage(reason(e.kind()), Objects.requireNonNullElse(e.getMessage(), e.code()), since);
    }

    private static String reason(EciException.Kind kind) {
        return switch (kind) {
            case UNREACHABLE -> "ECIUnreachable";
            case BAD_CREDENTIALS -> "ECICredentialsRejected";
            case NOT_PERMITTED -> "ECINotPermitted";
            case RETRY_LATER -> "ECIThrottledOrFailing";
            case NOT_FOUND, CONFLICT, INVALID, UNREADABLE, UNKNOWN -> "ECIAnswersWrongly";
        };
    }
}
