package io.vnode.cli.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CertificateAuthorityTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final List<String> NAMES =
            List.of("webhook.kube-system.svc", "webhook.kube-system.svc.cluster.local");
    private static final Duration MONTH = Duration.ofDays(30);

    @Test
    void aNewCertificateServesItsNamesForYears() {
        WebhookCertificate certificate = CertificateAuthority.issueFor(NAMES, NOW);

        assertThat(certificate.serves(NAMES, NOW, MONTH)).isTrue();
        assertThat(certificate.serves(NAMES, NOW.plus(Duration.ofDays(3000)), MONTH))
                .isTrue();
    }

    @Test
    void itDoesNotServeOtherNames() {
        WebhookCertificate certificate = CertificateAuthority.issueFor(NAMES, NOW);

        assertThat(certificate.serves(List.of("other.kube-system.svc"), NOW, MONTH))
                .isFalse();
    }

    @Test
    void itDoesNotServeWhenItsEndIsNear() {
        WebhookCertificate certificate = CertificateAuthority.issueFor(NAMES, NOW);

        assertThat(certificate.serves(NAMES, NOW.plus(Duration.ofDays(3640)), MONTH))
                .isFalse();
    }

    @Test
    void oneIssuerDoesNotVouchForAnothersCertificate() {
        WebhookCertificate certificate = CertificateAuthority.issueFor(NAMES, NOW);
        WebhookCertificate other = CertificateAuthority.issueFor(NAMES, NOW);

        WebhookCertificate mixed =
                new WebhookCertificate(other.issuer(), certificate.certificate(), certificate.privateKey());

        assertThat(mixed.serves(NAMES, NOW, MONTH)).isFalse();
    }

    @Test
    void whateverIsNoCertificateServesNobody() {
        assertThat(new WebhookCertificate("", "", "").serves(NAMES, NOW, MONTH)).isFalse();
    }

    @Test
    void itsTextShowsNoKey() {
        WebhookCertificate certificate = CertificateAuthority.issueFor(NAMES, NOW);

        assertThat(certificate.toString()).doesNotContain("BEGIN");
    }
}
