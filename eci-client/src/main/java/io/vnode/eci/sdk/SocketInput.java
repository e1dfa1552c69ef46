package io.vnode.eci.sdk;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;

/** Sends bytes to a command, each message as soon as the one before it has gone. */
final class SocketInput extends OutputStream {

    static final byte INPUT = 0;
    static final byte SIZE = 4;

    private static final int LARGEST_MESSAGE = 16 * 1024;
    private static final int SECONDS_TO_SEND = 30;

    private final CompletableFuture<WebSocket> opened;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile boolean ended;
    private boolean closed;

    SocketInput(CompletableFuture<WebSocket> opened) {
        this.opened = opened;
    }

    /** Nobody listens any more. */
    void end() {
        ended = true;
    }

    @Override
    public void write(int oneByte) throws IOException {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        lock.lock();
        try {
            if (closed) {
                throw new IOException("the input has been closed");
            }
            for (int from = offset; from < offset + length; from += LARGEST_MESSAGE) {
                send(INPUT, bytes, from, Math.min(LARGEST_MESSAGE, offset + length - from));
            }
        } finally {
            lock.unlock();
        }
    }

    /** Tells the command that no more will come. */
    @Override
    public void close() throws IOException {
        lock.lock();
        try {
            if (!closed) {
                closed = true;
                if (!ended) {
                    send(INPUT, new byte[0], 0, 0);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    void send(byte channel, byte[] bytes) throws IOException {
        lock.lock();
        try {
            send(channel, bytes, 0, bytes.length);
        } finally {
            lock.unlock();
        }
    }

    private void send(byte channel, byte[] bytes, int offset, int length) throws IOException {
        WebSocket socket = opened.getNow(null);
        if (ended || socket == null) {
            throw new IOException("the session has ended");
        }
        ByteBuffer message = ByteBuffer.allocate(1 + length)
                .put(channel)
                .put(bytes, offset, length)
                .flip();
        try {
            socket.sendBinary(message, true).get(SECONDS_TO_SEND, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while sending");
        } catch (TimeoutException _) {
            socket.abort();
            throw new IOException("the other side takes nothing");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        }
    }
}
