package io.vnode.emulator.wire;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The other side of a WebSocket, for tests: sends, and keeps what comes until somebody takes it. */
public final class SocketCaller implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;

    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final WebSocket socket;

    private SocketCaller(HttpClient http, URI uri) {
        this.socket = http.newWebSocketBuilder().buildAsync(uri, new Listener()).join();
    }

    /**
     * Opens the socket.
     *
     * @throws CompletionException when it is refused
     */
    public static SocketCaller open(HttpClient http, URI uri) {
        return new SocketCaller(http, uri);
    }

    public void send(byte... message) {
        socket.sendBinary(ByteBuffer.wrap(message), true).join();
    }

    public void sendText(String message) {
        socket.sendText(message, true).join();
    }

    /** The next message or the end; an error when nothing comes. */
    public Received next() throws InterruptedException {
        Received next = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing came within %d s".formatted(PATIENCE_SECONDS));
        }
        return next;
    }

    /** Everything up to the end, and the end. */
    public List<Received> untilTheEnd() throws InterruptedException {
        List<Received> all = new ArrayList<>();
        do {
            all.add(next());
        } while (all.getLast() instanceof Message);
        return all;
    }

    @Override
    public void close() {
        socket.abort();
    }

    /** What the emulator has sent. */
    public sealed interface Received {}

    /** A binary message. */
    public record Message(byte[] bytes) implements Received {}

    /** The end, as the close frame tells it; -1 when the connection broke. */
    public record End(int status, String reason) implements Received {}

    private final class Listener implements WebSocket.Listener {

        private final ByteArrayOutputStream part = new ByteArrayOutputStream();

        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
            byte[] bytes = new byte[data.remaining()];
            data.get(bytes);
            part.writeBytes(bytes);
            if (last) {
                received.add(new Message(part.toByteArray()));
                part.reset();
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            received.add(new End(status, reason));
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            received.add(new End(-1, String.valueOf(error)));
        }
    }
}
