package io.vnode.eci.sdk;

import com.aliyuncs.http.CallBack;
import com.aliyuncs.http.HttpClientConfig;
import com.aliyuncs.http.HttpResponse;
import com.aliyuncs.http.IHttpClient;
import com.aliyuncs.http.ProtocolType;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/**
 * Sends what the SDK has signed, by the JDK's HTTP client.
 *
 * <p>Every exchange ends within the read timeout of its request, counted to the last byte, and no answer may be longer
 * than {@value #LONGEST_ANSWER} bytes. Closing really closes. There is no switch to turn certificate checks off.
 *
 * <p>It is public only because the SDK makes it by reflection.
 */
public final class JdkTransport extends IHttpClient {

    /** Far above what 20 container groups or a log of 1 MiB can need. */
    static final int LONGEST_ANSWER = 32 * 1024 * 1024;

    private static final Duration GRACE = Duration.ofSeconds(1);

    /** What the JDK's client wants to set itself. */
    private static final Set<String> OWN_HEADERS =
            Set.of("content-length", "content-md5", "content-type", "host", "connection");

    private final HttpClient http;

    /** Called by the SDK. */
    public JdkTransport(HttpClientConfig config) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofMillis(config.getConnectionTimeoutMillis()))
                .proxy(new EnvironmentProxies(System.getenv(), ProxySelector.getDefault()));
        if (config.getProtocolType() == ProtocolType.HTTP) {
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

    @Override
    public HttpResponse syncInvoke(com.aliyuncs.http.HttpRequest request) throws IOException {
        int timeout = request.getSysReadTimeout();
        CompletableFuture<java.net.http.HttpResponse<byte[]>> exchange = http.sendAsync(
                toJdkRequest(request), BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER));
        try {
            var answer = exchange.get(timeout, TimeUnit.MILLISECONDS);
            return new RawAnswer(answer.uri().getAuthority(), answer.statusCode(), answer.body());
        } catch (TimeoutException _) {
            exchange.cancel(true);
            throw new HttpTimeoutException("no complete answer within %d ms".formatted(timeout));
        } catch (InterruptedException _) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for the answer");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        }
    }

    private static HttpRequest toJdkRequest(com.aliyuncs.http.HttpRequest request) {
        SignedForm form = SignedForm.of(request.getSysUrl());
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(form.url()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.body()));
        request.getSysHeaders().forEach((name, value) -> {
            if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                builder.header(name, value);
            }
        });
        return builder.build();
    }

    @Override
    public Future<HttpResponse> asyncInvoke(com.aliyuncs.http.HttpRequest request, CallBack callback) {
        throw new UnsupportedOperationException("vnode only makes calls that wait");
    }

    @Override
    protected void init(HttpClientConfig config) {
        // the constructor has done it
    }

    @Override
    @Deprecated
    public void ignoreSSLCertificate() {
        throw new UnsupportedOperationException("certificates are always checked");
    }

    @Override
    @Deprecated
    public void restoreSSLCertificate() {
        // they are always checked
    }

    @Override
    public boolean isSingleton() {
        return false;
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
