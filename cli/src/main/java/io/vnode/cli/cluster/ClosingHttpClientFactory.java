package io.vnode.cli.cluster;

import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientImpl;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The JDK's HTTP client, shut down for good when fabric8 closes it. Left to itself its selector thread sits in native code,
 * and the JVM waits 300 ms for it at exit.
 */
final class ClosingHttpClientFactory extends JdkHttpClientFactory {

    private static final Duration LAST_WORDS = Duration.ofMillis(200);

    private final Queue<HttpClient> built = new ConcurrentLinkedQueue<>();

    @Override
    protected HttpClient.Builder createNewHttpClientBuilder() {
        return new RememberingBuilder(super.createNewHttpClientBuilder(), built::add);
    }

    @Override
    protected void closeHttpClient(JdkHttpClientImpl client) {
        super.closeHttpClient(client);
        for (HttpClient each = built.poll(); each != null; each = built.poll()) {
            each.shutdownNow();
            try {
                each.awaitTermination(LAST_WORDS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
