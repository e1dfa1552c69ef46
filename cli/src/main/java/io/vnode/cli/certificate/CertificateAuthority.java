package io.vnode.cli.certificate;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority that signs one serving certificate and then forgets its own key. */
public final class CertificateAuthority {

    private static final Duration CLOCK_SKEW = Duration.ofHours(1);
    private static final Duration LIFETIME = Duration.ofDays(3650);
    private static final int SERIAL_BITS = 127;
    private static final int PEM_LINE = 64;

    private CertificateAuthority() {}

    /** Makes a serving certificate for these host names, and the authority that vouches for it. */
    public static WebhookCertificate issueFor(List<String> hostNames, Instant now) {
        try {
            KeyPair authorityKeys = newKeys();
            X500Name authority = new X500Name("CN=vnode admission webhook authority");
            X509Certificate authorityCertificate = sign(
                    certificate(authority, authority, authorityKeys, now)
                            .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                            .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign)),
                    authorityKeys);

            KeyPair servingKeys = newKeys();
            X509Certificate serving = sign(
                    certificate(authority, new X500Name("CN=vnode admission webhook"), servingKeys, now)
                            .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                            .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                            .addExtension(
                                    Extension.extendedKeyUsage,
                                    false,
                                    new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                            .addExtension(Extension.subjectAlternativeName, false, names(hostNames)),
                    authorityKeys);

            return new WebhookCertificate(
                    pem("CERTIFICATE", authorityCertificate.getEncoded()),
                    pem("CERTIFICATE", serving.getEncoded()),
                    pem("PRIVATE KEY", servingKeys.getPrivate().getEncoded()));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("cannot make a certificate", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeyPair newKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static X509v3CertificateBuilder certificate(X500Name issuer, X500Name subject, KeyPair keys, Instant now) {
        return new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(SERIAL_BITS, new SecureRandom()).add(BigInteger.ONE),
                Date.from(now.minus(CLOCK_SKEW)),
                Date.from(now.plus(LIFETIME)),
                subject,
                keys.getPublic());
    }

    private static X509Certificate sign(X509v3CertificateBuilder certificate, KeyPair authority)
            throws GeneralSecurityException, OperatorCreationException {
        return new JcaX509CertificateConverter()
                .getCertificate(certificate.build(
                        new JcaContentSignerBuilder("SHA256withECDSA").build(authority.getPrivate())));
    }

    private static GeneralNames names(List<String> hostNames) {
        return new GeneralNames(hostNames.stream()
                .map(name -> new GeneralName(GeneralName.dNSName, name))
                .toArray(GeneralName[]::new));
    }

    private static String pem(String type, byte[] content) {
        StringWriter text = new StringWriter();
        text.append("-----BEGIN ").append(type).append("-----\n");
        text.append(Base64.getMimeEncoder(PEM_LINE, new byte[] {'\n'}).encodeToString(content));
        text.append("\n-----END ").append(type).append("-----\n");
        return text.toString();
    }
}
