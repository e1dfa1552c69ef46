package io.vnode.emulator.state;

import java.time.Instant;

/** What a container is doing. */
public sealed interface ContainerState {

    /** Not started yet, or waiting for the next start. */
    record Waiting(String reason, String message) implements ContainerState {}

    /** At work. */
    record Running(Instant start) implements ContainerState {}

    /** Ended. */
    record Terminated(Instant start, Instant finish, int exitCode) implements ContainerState {

        private static final int KILLED = 137;

        /** The signal that ended it, 0 for none. */
        public int signal() {
            return exitCode == KILLED ? 9 : 0;
        }

        /** One word for how it ended. */
        public String reason() {
            return exitCode == 0 ? "Completed" : "Error";
        }
    }
}
