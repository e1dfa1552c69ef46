package io.vnode.cli.sandbox.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class CertificateAuthorityTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private static final int IP_ADDRESS = 7;
    private static final int DNS_NAME = 2;

    private final CertificateAuthority authority = CertificateAuthority.create("test-ca", CLOCK);

    @Test
    void signsWhatItIssues() throws GeneralSecurityException {
        Identity client = authority.issueClient("system:node:host", List.of("system:nodes"));

        client.certificate().verify(authority.identity().certificate().getPublicKey());
    }

    @Test
    void putsUserAndGroupsWhereKubernetesReadsThem() {
        Identity client = authority.issueClient("system:node:host", List.of("system:nodes"));

        assertThat(client.certificate().getSubjectX500Principal().getName())
                .isEqualTo("CN=system:node:host,O=system:nodes");
    }

    @Test
    void namesEveryHostOfAServer() throws GeneralSecurityException {
        Identity server = authority.issueServer("kube-apiserver", List.of("kubernetes", "127.0.0.1"));

        assertThat(server.certificate().getSubjectAlternativeNames())
                .containsExactlyInAnyOrder(List.of(DNS_NAME, "kubernetes"), List.of(IP_ADDRESS, "127.0.0.1"));
    }

    @Test
    void keepsClientsAndServersApart() throws GeneralSecurityException {
        Identity client = authority.issueClient("ann", List.of());

        assertThat(client.certificate().getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.2");
    }

    @Test
    void isValidFromTheMomentItWasMade() throws GeneralSecurityException {
        Identity client = authority.issueClient("ann", List.of());

        client.certificate().checkValidity(java.util.Date.from(CLOCK.instant()));
    }

    @Test
    void writesKeysUnderTheHeadingThatClientsKnow() {
        assertThat(authority.identity().keyPem()).startsWith("-----BEGIN EC PRIVATE KEY-----");
    }

    @Test
    void keepsTheKeyOutOfItsText() {
        assertThat(authority.identity()).hasToString("Identity[CN=test-ca]");
    }
}
