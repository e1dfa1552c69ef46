package io.vnode.provider.kubelet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CallerTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final String API_SERVER = "O=system:masters,CN=kube-apiserver-kubelet-client";

    @Test
    void isWhoTheClusterSaysItIs() throws Exception {
        Authority authority = new Authority("CN=cluster");

        Caller caller = authenticate(authority.sign(API_SERVER, KeyPurposeId.id_kp_clientAuth), authority);

        assertThat(caller).isEqualTo(new Caller("kube-apiserver-kubelet-client", Set.of("system:masters")));
    }

    @Test
    void isNobodyWithoutACertificate() throws Exception {
        Authority authority = new Authority("CN=cluster");

        assertThat(Caller.authenticated(List.of(), Set.of(authority.anchor()), NOW))
                .isNull();
    }

    @Test
    void isNobodyWhenAnotherAuthorityOfTheSameNameSigned() throws Exception {
        X509Certificate forged = new Authority("CN=cluster").sign(API_SERVER, KeyPurposeId.id_kp_clientAuth);

        assertThat(authenticate(forged, new Authority("CN=cluster"))).isNull();
    }

    @Test
    void isNobodyWithTheCertificateOfAServer() throws Exception {
        Authority authority = new Authority("CN=cluster");

        assertThat(authenticate(authority.sign(API_SERVER, KeyPurposeId.id_kp_serverAuth), authority))
                .isNull();
    }

    @Test
    void isNobodyOnceTheCertificateHasExpired() throws Exception {
        Authority authority = new Authority("CN=cluster");
        X509Certificate certificate = authority.sign(API_SERVER, KeyPurposeId.id_kp_clientAuth);

        assertThat(Caller.authenticated(List.of(certificate), Set.of(authority.anchor()), NOW.plus(Duration.ofDays(2))))
                .isNull();
    }

    @Test
    void isNobodyWhereNoAuthorityIsPublished() throws Exception {
        X509Certificate certificate = new Authority("CN=cluster").sign(API_SERVER, KeyPurposeId.id_kp_clientAuth);

        assertThat(Caller.authenticated(List.of(certificate), Set.of(), NOW)).isNull();
    }

    private static @Nullable Caller authenticate(X509Certificate certificate, Authority authority) {
        return Caller.authenticated(List.of(certificate), Set.of(authority.anchor()), NOW);
    }

    private static final class Authority {

        private final X500Name name;
        private final KeyPair keys = KeyPairGenerator.getInstance("EC").generateKeyPair();

        Authority(String name) throws Exception {
            this.name = new X500Name(name);
        }

        TrustAnchor anchor() {
            try {
                return new TrustAnchor(certificate(name, keys, true, KeyPurposeId.anyExtendedKeyUsage), null);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        X509Certificate sign(String subject, KeyPurposeId purpose) throws Exception {
            return certificate(
                    new X500Name(subject), KeyPairGenerator.getInstance("EC").generateKeyPair(), false, purpose);
        }

        private X509Certificate certificate(X500Name subject, KeyPair pair, boolean authority, KeyPurposeId purpose)
                throws Exception {
            var builder = new JcaX509v3CertificateBuilder(
                            name,
                            BigInteger.valueOf(System.nanoTime()),
                            Date.from(NOW.minus(Duration.ofDays(1))),
                            Date.from(NOW.plus(Duration.ofDays(1))),
                            subject,
                            pair.getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(authority))
                    .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        }
    }
}
