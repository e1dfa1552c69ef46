package io.vnode.emulator.wire;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call as it was received and answered, whether accepted or refused. Signatures, tokens and registry passwords are masked
 * in the parameters; the text form does not show values at all.
 *
 * @param time when the call came in, in real time
 * @param action what was called, empty when the call did not say
 * @param requestId the id in the answer
 * @param parameters decoded names and values
 * @param httpStatus the answer's status; 0 when the connection was closed instead
 * @param errorCode the answer's error code, null for a call that succeeded
 */
public record RecordedCall(
        Instant time,
        String action,
        String requestId,
        Map<String, String> parameters,
        int httpStatus,
        @Nullable String errorCode) {

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
