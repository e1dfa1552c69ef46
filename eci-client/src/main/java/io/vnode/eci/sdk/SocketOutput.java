package io.vnode.eci.sdk;

import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Bytes from a connection, waiting to be read. When there are too many, whoever adds them has to wait until it is told that
 * there is room again.
 */
final class SocketOutput extends InputStream {

    private final int capacity;
    private final Runnable room;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private int readOfFirst;
    private int size;
    private boolean held;
    private boolean ended;
    private boolean closed;

    SocketOutput(int capacity, Runnable room) {
        this.capacity = capacity;
        this.room = room;
    }

    /** Whether it is full now: then no more may come until {@code room} is called. */
    boolean add(byte[] bytes) {
        lock.lock();
        try {
            if (closed || ended || bytes.length == 0) {
                return false;
            }
            waiting.add(bytes);
            size += bytes.length;
            held = size >= capacity;
            changed.signalAll();
            return held;
        } finally {
            lock.unlock();
        }
    }

    /** Nothing more will come. */
    void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int read() throws InterruptedIOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws InterruptedIOException {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        if (length == 0) {
            return 0;
        }
        int read;
        boolean release;
        lock.lock();
        try {
            while (waiting.isEmpty() && !ended && !closed) {
                changed.await();
            }
            if (waiting.isEmpty()) {
                return -1;
            }
            read = take(buffer, offset, length);
            release = release();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for output");
        } finally {
            lock.unlock();
        }
        if (release) {
            room.run();
        }
        return read;
    }

    private int take(byte[] buffer, int offset, int length) {
        byte[] first = waiting.getFirst();
        int read = Math.min(length, first.length - readOfFirst);
        System.arraycopy(first, readOfFirst, buffer, offset, read);
        readOfFirst += read;
        size -= read;
        if (readOfFirst == first.length) {
            waiting.removeFirst();
            readOfFirst = 0;
        }
        return read;
    }

    private boolean release() {
        boolean release = held && size < capacity;
        held = held && !release;
        return release;
    }

    @Override
    public int available() {
        lock.lock();
        try {
            return size;
        } finally {
            lock.unlock();
        }
    }

    /** Drops what waits and what is still to come. */
    @Override
    public void close() {
        boolean release;
        lock.lock();
        try {
            closed = true;
            waiting.clear();
            size = 0;
            readOfFirst = 0;
            release = release();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (release) {
            room.run();
        }
    }
}
