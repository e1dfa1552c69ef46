package io.vnode.cli.sandbox.hostnode;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.Probe;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** What a probe asks. */
sealed interface ProbeTarget {

    /** Whether the answer is a good one. */
    boolean succeeds(Duration timeout);

    /** The target of a probe, with the ports that are really used. */
    static ProbeTarget of(Probe probe, Container container, PortPlan ports, String address) {
        if (probe.getHttpGet() != null) {
            HTTPGetAction get = probe.getHttpGet();
            String host = get.getHost() == null || get.getHost().isEmpty() ? address : get.getHost();
            String scheme = "HTTPS".equals(get.getScheme()) ? "https" : "http";
            String path = get.getPath() == null ? "/" : get.getPath();
            int port = ports.resolve(get.getPort(), container.getPorts());
            return new Http(URI.create("%s://%s:%d%s".formatted(scheme, host, port, path)));
        }
        if (probe.getTcpSocket() != null) {
            int port = ports.resolve(probe.getTcpSocket().getPort(), container.getPorts());
            return new Tcp(new InetSocketAddress(address, port));
        }
        throw new UnrunnableException("InvalidProbe", "this node knows httpGet and tcpSocket probes only");
    }

    /** A request that is answered by 200 to 399. Certificates are not checked, as kubelets do not. */
    record Http(URI uri) implements ProbeTarget {

        private static final SSLSocketFactory ANY_CERTIFICATE = anyCertificate();

        @Override
        public boolean succeeds(Duration timeout) {
            try {
                HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
                if (connection instanceof HttpsURLConnection https) {
                    https.setSSLSocketFactory(ANY_CERTIFICATE);
                    https.setHostnameVerifier((_, _) -> true);
                }
                connection.setConnectTimeout((int) timeout.toMillis());
                connection.setReadTimeout((int) timeout.toMillis());
                connection.setInstanceFollowRedirects(false);
                connection.setRequestProperty("User-Agent", "kube-probe/vnode-sandbox");
                try {
                    int code = connection.getResponseCode();
                    return code >= 200 && code < 400;
                } finally {
                    connection.disconnect();
                }
            } catch (IOException _) {
                return false;
            }
        }

        private static SSLSocketFactory anyCertificate() {
            X509TrustManager trusting = new X509TrustManager() {
                @Override
                public void checkClientTrusted(X509Certificate[] chain, String authentication) {}

                @Override
                public void checkServerTrusted(X509Certificate[] chain, String authentication) {}

                @Override
                public X509Certificate[] getAcceptedIssuers() {
                    return new X509Certificate[0];
                }
            };
            try {
                SSLContext context = SSLContext.getInstance("TLS");
                context.init(null, new TrustManager[] {trusting}, new SecureRandom());
                return context.getSocketFactory();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("this Java runtime has no TLS", e);
            }
        }
    }

    /** A connection that is accepted. */
    record Tcp(InetSocketAddress address) implements ProbeTarget {

        @Override
        public boolean succeeds(Duration timeout) {
            try (Socket socket = new Socket()) {
                socket.connect(address, (int) timeout.toMillis());
                return true;
            } catch (IOException _) {
                return false;
            }
        }
    }
}
