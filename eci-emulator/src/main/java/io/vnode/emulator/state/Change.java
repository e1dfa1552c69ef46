package io.vnode.emulator.state;

import java.time.Instant;

/** Something that was done to a container group after its creation and that changes the rest of its life. */
sealed interface Change {

    /** When it was done. */
    Instant time();

    /** All containers are stopped and started again. */
    record Restarted(Instant time) implements Change {}

    /** It is to be something else; containers that change are started again. */
    record Updated(Instant time, GroupSpec spec) implements Change {}

    /** The spot market takes it back: said at {@code time}, done at {@code end}. */
    record Reclaimed(Instant time, Instant end) implements Change {}
}
