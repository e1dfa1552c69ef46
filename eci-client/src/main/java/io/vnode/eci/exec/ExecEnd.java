package io.vnode.eci.exec;

import org.jspecify.annotations.Nullable;

/** How a command ended. */
public sealed interface ExecEnd {

    /**
     * The command has ended.
     *
     * @param exitCode its exit code
     * @param reason why, if something else ended it
     */
    record Exited(int exitCode, @Nullable String reason) implements ExecEnd {}

    /** Nobody knows. */
    record Unknown(String why) implements ExecEnd {}
}
