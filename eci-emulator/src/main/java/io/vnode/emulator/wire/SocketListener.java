package io.vnode.emulator.wire;

/** The emulator's side of one WebSocket. Its methods are called on one thread, which is shared with others: they never wait. */
public interface SocketListener {

    /** The connection stands; messages can be sent. */
    void opened();

    /** The other side has sent a binary message. */
    void received(byte[] message);

    /** The connection is gone, whoever ended it. Called once, also when it has never stood. */
    void closed();
}
