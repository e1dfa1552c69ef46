package io.vnode.provider.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelfSignedIdentityTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void isACertificateForTheServersNameAndAddress() throws Exception {
        KeyPair pair = pair();

        X509Certificate certificate =
                SelfSignedIdentity.certificate(pair, "virtual-node-eci-0", InetAddress.ofLiteral("10.1.2.3"), NOW);

        certificate.verify(pair.getPublic());
        assertThat(certificate.getVersion()).isEqualTo(3);
        assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=virtual-node");
        assertThat(certificate.getIssuerX500Principal()).isEqualTo(certificate.getSubjectX500Principal());
        assertThat(certificate.getSubjectAlternativeNames())
                .containsExactly(List.of(2, "virtual-node-eci-0"), List.of(7, "10.1.2.3"));
        assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-01-01T00:00:00Z", "2039-12-31T00:00:00Z", "2045-06-01T00:00:00Z", "2060-01-01T00:00:00Z"})
    void isValidForTenYears(Instant now) throws Exception {
        X509Certificate certificate =
                SelfSignedIdentity.certificate(pair(), "virtual-node-eci-0", InetAddress.ofLiteral("::1"), now);

        certificate.checkValidity(Date.from(now));
        certificate.checkValidity(Date.from(now.plus(Duration.ofDays(3649))));
        assertThat(certificate.getNotAfter()).isBefore(Date.from(now.plus(Duration.ofDays(3651))));
    }

    @Test
    void takesNamesAsLongAsKubernetesHasThem() throws Exception {
        String name = "a".repeat(253);

        X509Certificate certificate =
                SelfSignedIdentity.certificate(pair(), name, InetAddress.ofLiteral("10.1.2.3"), NOW);

        assertThat(certificate.getSubjectAlternativeNames()).contains(List.of(2, name));
    }

    private static KeyPair pair() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }
}
