package io.vnode.emulator.wire;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call as it was received and answered, whether accepted or refused. Signatures, tokens and registry passwords are masked
 * in the parameters; the text form does not show values at all.
 *
 * @param time when the call came in, in real time
 * @param product what was called, such as {@code eci}
 * @param action what was called, empty when the call did not say
 * @param accessKeyId who signed, empty when nobody did
 * @param requestId the id in the answer
 * @param parameters decoded names and values; empty for an old call whose values have become too many to keep
 * @param httpStatus the answer's status; 0 when the connection was closed instead, or there is no answer yet
 * @param errorCode the answer's error code, null for a call that succeeded
 * @param fault the fault that the call met, null for none
 * @param duration how long the answer took, without sending it
 */
public record RecordedCall(
        Instant time,
        String product,
        String action,
        String accessKeyId,
        String requestId,
        Map<String, String> parameters,
        int httpStatus,
        @Nullable String errorCode,
        @Nullable String fault,
        Duration duration) {

    RecordedCall withoutParameters() {
        return new RecordedCall(
                time, product, action, accessKeyId, requestId, Map.of(), httpStatus, errorCode, fault, duration);
    }

    @Override
    public String toString() {
        return "%s %s %s parameters=%s -> %d%s"
                .formatted(
                        time,
                        action,
                        requestId,
                        parameters.keySet(),
                        httpStatus,
                        errorCode == null ? "" : " " + errorCode);
    }
}
