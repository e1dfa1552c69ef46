package io.vnode.emulator.exec;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How a command ended.
 *
 * @param exitCode its exit code; 137 when it was ended from outside
 * @param reason one word for an end from outside, null for an end of its own
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExecStatus(
        @JsonProperty("ExitCode") int exitCode,
        @JsonProperty("Reason") @Nullable String reason) {

    private static final int KILLED = 137;

    static ExecStatus ended(int exitCode) {
        return new ExecStatus(exitCode, null);
    }

    /** The container has ended or was started again, or its group is gone. */
    static ExecStatus containerEnded() {
        return new ExecStatus(KILLED, "ContainerEnded");
    }
}
