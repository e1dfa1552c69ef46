package io.vnode.eci.credentials;

import java.time.Duration;

/** Waits. A test's one does not. */
@FunctionalInterface
interface Pause {

    void sleep(Duration duration) throws InterruptedException;
}
