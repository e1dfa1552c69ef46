package io.vnode.emulator.exec;

import io.vnode.emulator.wire.SocketPeer;
import java.io.ByteArrayOutputStream;

/** Gathers what a command writes into messages. With a terminal there is one output only, and lines end as terminals like it. */
final class ExecOutput implements Output {

    private static final int MAX_PIECE = 32 * 1024;

    private final SocketPeer peer;
    private final boolean tty;
    private final ByteArrayOutputStream piece = new ByteArrayOutputStream();
    private byte channel = ExecChannel.OUTPUT;

    ExecOutput(SocketPeer peer, boolean tty) {
        this.peer = peer;
        this.tty = tty;
    }

    @Override
    public void write(int descriptor, byte[] bytes) {
        begin(!tty && descriptor == Output.ERROR ? ExecChannel.ERROR : ExecChannel.OUTPUT);
        for (byte each : bytes) {
            if (tty && each == '\n') {
                put((byte) '\r');
            }
            put(each);
        }
    }

    /** What the terminal shows of the keys that were typed. */
    void echo(byte[] bytes) {
        begin(ExecChannel.OUTPUT);
        for (byte each : bytes) {
            put(each);
        }
    }

    private void begin(byte wanted) {
        if (wanted != channel) {
            flush();
            channel = wanted;
        }
    }

    private void put(byte each) {
        if (piece.size() == MAX_PIECE) {
            flush();
        }
        piece.write(each);
    }

    /** Sends what was gathered. */
    void flush() {
        if (piece.size() > 0) {
            send(channel, piece.toByteArray());
            piece.reset();
        }
    }

    void status(byte[] json) {
        flush();
        send(ExecChannel.STATUS, json);
    }

    private void send(byte on, byte[] bytes) {
        byte[] message = new byte[bytes.length + 1];
        message[0] = on;
        System.arraycopy(bytes, 0, message, 1, bytes.length);
        peer.send(message);
    }
}
