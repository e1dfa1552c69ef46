package io.vnode.provider.kubelet;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The authorities that sign client certificates in this cluster, as the API server publishes them. */
final class ClientAuthorities {

    private static final String NAMESPACE = "kube-system";
    private static final String CONFIG_MAP = "extension-apiserver-authentication";
    private static final String KEY = "client-ca-file";
    private static final Duration KEPT = Duration.ofMinutes(1);

    private record Known(Set<TrustAnchor> anchors, Instant readAt) {}

    private final KubernetesClient kubernetes;
    private final Clock clock;
    private volatile Known known = new Known(Set.of(), Instant.EPOCH);

    ClientAuthorities(KubernetesClient kubernetes, Clock clock) {
        this.kubernetes = kubernetes;
        this.clock = clock;
    }

    /** The authorities; none where the API server publishes none, and then nobody is let in. */
    Set<TrustAnchor> anchors() throws GeneralSecurityException {
        Known last = known;
        Instant now = clock.instant();
        if (now.isBefore(last.readAt().plus(KEPT))) {
            return last.anchors();
        }
        Known read = new Known(parsed(published()), now);
        known = read;
        return read.anchors();
    }

    private String published() {
        ConfigMap found = kubernetes
                .configMaps()
                .inNamespace(NAMESPACE)
                .withName(CONFIG_MAP)
                .get();
        Map<String, String> data = found == null || found.getData() == null ? Map.of() : found.getData();
        return data.getOrDefault(KEY, "");
    }

    private static Set<TrustAnchor> parsed(String pem) throws GeneralSecurityException {
        if (pem.isBlank()) {
            return Set.of();
        }
        var bytes = new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
        return CertificateFactory.getInstance("X.509").generateCertificates(bytes).stream()
                .map(certificate -> new TrustAnchor((X509Certificate) certificate, null))
                .collect(Collectors.toUnmodifiableSet());
    }
}
