package io.vnode.eci.sdk;

import io.vnode.eci.exec.ExecSession;
import io.vnode.eci.http.Proxies;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Opens sessions. Most processes never do, so the HTTP client below is made for the first one. */
final class ExecSockets implements AutoCloseable {

    private final Duration connectTimeout;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable HttpClient http;

    ExecSockets(Duration connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    /** Connects within the time for connections, handshake included. */
    ExecSession open(URI address) throws IOException, InterruptedException {
        SocketExecSession session = new SocketExecSession();
        CompletableFuture<?> opening =
                http().newWebSocketBuilder().connectTimeout(connectTimeout).buildAsync(address, session.listener());
        try {
            opening.get(2 * connectTimeout.toMillis(), TimeUnit.MILLISECONDS);
            return session;
        } catch (TimeoutException _) {
            opening.cancel(true);
            session.close();
            throw new IOException("no connection within %s".formatted(connectTimeout));
        } catch (ExecutionException e) {
            throw explained(e.getCause());
        }
    }

    private static IOException explained(@Nullable Throwable cause) {
        return switch (cause) {
            case WebSocketHandshakeException refused ->
                new IOException("refused with HTTP " + refused.getResponse().statusCode(), refused);
            case IOException io -> io;
            case null, default -> new IOException(cause);
        };
    }

    private HttpClient http() {
        lock.lock();
        try {
            if (http == null) {
                http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(connectTimeout)
                        .proxy(Proxies.ofThisProcess())
                        .build();
            }
            return http;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (http != null) {
                http.shutdownNow();
            }
        } finally {
            lock.unlock();
        }
    }
}
