package io.vnode.emulator.exec;

import java.time.Duration;

/** What a command comes to. */
sealed interface Effect {

    /** It has ended. */
    record Done(int status) implements Effect {

        static final Done WELL = new Done(0);
        static final Done FAILED = new Done(1);
    }

    /** It ends well after a while. */
    record Sleep(Duration length) implements Effect {}

    /** It copies its input to its output until the input ends. */
    record Copy(Invocation.Streams streams) implements Effect {}

    /** It is a shell and runs commands of its own. */
    record Enter(Frame frame) implements Effect {}

    /** It ends the shell that it is called in. */
    record Leave(int status) implements Effect {}
}
