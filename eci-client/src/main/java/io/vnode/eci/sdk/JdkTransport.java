package io.vnode.eci.sdk;

import io.vnode.eci.http.Proxies;
import io.vnode.eci.http.WholeAnswer;
import io.vnode.eci.json.UnreadableAnswerException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/**
 * Sends what was signed, by the JDK's HTTP client.
 *
 * <p>Every exchange ends within its timeout, counted to the last byte; how much memory answers take, one and all together, is
 * bounded by an {@link AnswerBudget}. Closing really closes. There is no switch to turn certificate checks off.
 */
final class JdkTransport implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Proxies proxies = Proxies.ofThisProcess();
    private final HttpClient http;
    private final AnswerBudget budget = AnswerBudget.ofThisMachine();

    JdkTransport(boolean encrypted, Duration connectTimeout) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .proxy(proxies);
        if (!encrypted) {
            builder.sslContext(trustingNobody());
        }
        http = builder.build();
    }

    /** Where no TLS is spoken, the JDK's client would still read all root certificates, which takes a while. */
    private static SSLContext trustingNobody() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[0], null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no TLS", e);
        }
    }

    /**
     * Sends a call and reads the whole answer, whatever its status.
     *
     * @throws IOException when no answer came in time
     * @throws UnreadableAnswerException when it is longer than any answer of ECI's
     */
    RawAnswer send(SignedForm form, Duration timeout) throws IOException {
        // POST also keeps the JDK's client from repeating a call by itself, with a nonce already used.
        URI uri = URI.create(form.url());
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .header("User-Agent", "vnode")
                .POST(BodyPublishers.ofString(form.body()));
        proxies.authorize(uri, request);
        try (AnswerBudget.Reception reception = budget.open()) {
            HttpResponse<byte[]> answer = WholeAnswer.await(http.sendAsync(request.build(), _ -> reception), timeout);
            proxies.requireAuthorized(uri, answer.statusCode());
            return new RawAnswer(answer.statusCode(), answer.body());
        } catch (IOException e) {
            if (e.getCause() instanceof UnreadableAnswerException tooLong) {
                throw tooLong;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
        try {
            http.awaitTermination(GRACE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
