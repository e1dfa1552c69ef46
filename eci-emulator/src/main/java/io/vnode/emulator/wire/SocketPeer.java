package io.vnode.emulator.wire;

import java.time.Duration;

/** The other side of a WebSocket. */
public interface SocketPeer {

    /** Sends a binary message; nothing happens when the connection is gone. */
    void send(byte[] message);

    /** Ends the connection, after all that was sent, with a status code of RFC 6455 and a short reason. */
    void close(int status, String reason);

    /** Does some work later on the thread on which the listener is called; not at all when the connection is gone by then. */
    void later(Duration delay, Runnable work);
}
