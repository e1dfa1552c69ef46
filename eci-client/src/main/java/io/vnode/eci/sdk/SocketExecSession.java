package io.vnode.eci.sdk;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vnode.eci.exec.ExecEnd;
import io.vnode.eci.exec.ExecSession;
import io.vnode.eci.json.Fields;
import io.vnode.eci.json.UnreadableAnswerException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A session on a WebSocket. ECI does not document what is said there. The emulator speaks, and we expect, the form of
 * Kubernetes: binary messages whose first byte is the channel. 0 is input (an empty message ends it), 1 output, 2 error
 * output, 3 the end as JSON, 4 the size of the terminal as JSON.
 *
 * <p>A message is asked for only when the outputs have room, so a slow reader holds the sender back.
 */
final class SocketExecSession implements ExecSession {

    private static final int OUTPUT = 1;
    private static final int ERROR_OUTPUT = 2;
    private static final int STATUS = 3;
    private static final int BUFFER = 256 * 1024;
    private static final int LONGEST_STATUS = 64 * 1024;

    private final CompletableFuture<ExecEnd> end = new CompletableFuture<>();
    private final CompletableFuture<WebSocket> opened = new CompletableFuture<>();
    private final SocketInput input = new SocketInput(opened);
    private final ByteArrayOutputStream status = new ByteArrayOutputStream();
    private final SocketOutput output = new SocketOutput(BUFFER, this::askForMore);
    private final SocketOutput errors = new SocketOutput(BUFFER, this::askForMore);
    private int channel = -1;

    WebSocket.Listener listener() {
        return new Listener();
    }

    @Override
    public OutputStream stdin() {
        return input;
    }

    @Override
    public InputStream stdout() {
        return output;
    }

    @Override
    public InputStream stderr() {
        return errors;
    }

    @Override
    public void resize(int columns, int lines) throws IOException {
        input.send(
                SocketInput.SIZE,
                "{\"Width\":%d,\"Height\":%d}".formatted(columns, lines).getBytes(UTF_8));
    }

    @Override
    public ExecEnd await(Duration patience) throws InterruptedException {
        try {
            return end.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            return new ExecEnd.Unknown("it has not ended within " + patience);
        } catch (ExecutionException e) {
            throw new IllegalStateException("an end is never a failure", e);
        }
    }

    @Override
    public void close() {
        finish("the session was left");
        WebSocket socket = opened.getNow(null);
        if (socket != null) {
            socket.abort();
        }
    }

    private void askForMore() {
        WebSocket socket = opened.getNow(null);
        if (socket != null) {
            socket.request(1);
        }
    }

    /** What is buffered can still be read. Only the first reason counts. */
    private void finish(String why) {
        end.complete(status.size() > 0 ? readStatus() : new ExecEnd.Unknown(why));
        output.end();
        errors.end();
        input.end();
    }

    private ExecEnd readStatus() {
        try {
            Fields fields = Fields.of(status.toByteArray());
            Integer exitCode = fields.integer("ExitCode");
            return exitCode == null
                    ? new ExecEnd.Unknown("its status has no exit code")
                    : new ExecEnd.Exited(exitCode, fields.optionalText("Reason"));
        } catch (UnreadableAnswerException e) {
            return new ExecEnd.Unknown("its status cannot be read");
        }
    }

    /** Called by one thread at a time. */
    private final class Listener implements WebSocket.Listener {

        @Override
        public void onOpen(WebSocket socket) {
            opened.complete(socket);
            socket.request(1);
        }

        /** A message may come in pieces; only the first one begins with the channel. */
        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
            if (channel < 0 && data.hasRemaining()) {
                channel = data.get();
            }
            byte[] bytes = new byte[data.remaining()];
            data.get(bytes);
            boolean full = take(bytes);
            if (last) {
                channel = -1;
            }
            if (!full) {
                socket.request(1); // otherwise when there is room
            }
            return null;
        }

        private boolean take(byte[] bytes) {
            return switch (channel) {
                case OUTPUT -> output.add(bytes);
                case ERROR_OUTPUT -> errors.add(bytes);
                case STATUS -> {
                    status.write(bytes, 0, Math.min(bytes.length, LONGEST_STATUS - status.size()));
                    yield false;
                }
                default -> false; // a channel of tomorrow
            };
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            socket.request(1); // nothing that we expect
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            finish("the other side closed the connection with %d %s".formatted(code, reason));
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            finish("the connection broke: " + error.getClass().getSimpleName());
        }
    }
}
