package io.vnode.eci.sdk;

import java.time.Duration;

/** Waits. A test's one does not. */
@FunctionalInterface
interface Sleeper {

    void sleep(Duration duration) throws InterruptedException;
}
