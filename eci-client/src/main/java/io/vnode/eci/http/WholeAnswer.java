package io.vnode.eci.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for an answer to its last byte. The timeout of the JDK's client ends with the headers. */
public final class WholeAnswer {

    private WholeAnswer() {}

    /**
     * The answer of an exchange that is under way; ends the exchange when the time is over or the thread is interrupted.
     *
     * @throws IOException when there is none; anything but an {@code IOException} that the exchange failed with is its cause
     */
    public static HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> exchange, Duration timeout)
            throws IOException {
        try {
            return exchange.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            exchange.cancel(true);
            throw new HttpTimeoutException("no complete answer within %d ms".formatted(timeout.toMillis()));
        } catch (InterruptedException _) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for the answer");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        }
    }
}
