package io.vnode.cli.certificate;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A serving certificate with its key and its issuer, all as PEM.
 *
 * @param issuer certificate of the authority that clients trust
 * @param certificate the serving certificate
 * @param privateKey its key
 */
public record WebhookCertificate(String issuer, String certificate, String privateKey) {

    private static final int DNS_NAME = 2;

    /** Whether it is still good for these host names, and will be for a while. */
    public boolean serves(Collection<String> hostNames, Instant now, Duration atLeast) {
        try {
            X509Certificate serving = parse(certificate);
            X509Certificate authority = parse(issuer);
            serving.verify(authority.getPublicKey());
            Date until = Date.from(now.plus(atLeast));
            serving.checkValidity(until);
            authority.checkValidity(until);
            return dnsNames(serving).containsAll(hostNames) && privateKey.contains("PRIVATE KEY");
        } catch (GeneralSecurityException _) {
            return false; // whatever it is, it serves nobody
        }
    }

    private static X509Certificate parse(String pem) throws GeneralSecurityException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)));
    }

    private static Set<Object> dnsNames(X509Certificate certificate) throws GeneralSecurityException {
        Collection<List<?>> names = certificate.getSubjectAlternativeNames();
        return names == null
                ? Set.of()
                : names.stream()
                        .filter(name -> name.getFirst().equals(DNS_NAME))
                        .map(name -> (Object) name.get(1))
                        .collect(Collectors.toSet());
    }

    /** Shows no key. */
    @Override
    public String toString() {
        return "WebhookCertificate[...]";
    }
}
