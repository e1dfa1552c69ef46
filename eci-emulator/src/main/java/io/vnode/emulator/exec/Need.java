package io.vnode.emulator.exec;

import java.time.Instant;

/** Why a shell has stopped for now. */
sealed interface Need {

    /** It is at its end. */
    record Nothing(int status) implements Need {}

    /** It waits for this moment. */
    record Time(Instant until) implements Need {}

    /** It waits for input. */
    record MoreInput() implements Need {}
}
