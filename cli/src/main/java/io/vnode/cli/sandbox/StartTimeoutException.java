package io.vnode.cli.sandbox;

import java.io.IOException;
import java.time.Duration;

/** A server was started and lives, but does not answer in the time it was given. */
final class StartTimeoutException extends IOException {

    private static final long serialVersionUID = 1;

    StartTimeoutException(String what, Duration patience) {
        super("%s did not answer within %d s".formatted(what, patience.toSeconds()));
    }
}
