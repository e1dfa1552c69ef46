package io.vnode.cli.sandbox.pki;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/**
 * Keys and certificates as the text that Kubernetes reads.
 *
 * <p>Private keys are written as {@code EC PRIVATE KEY} (RFC 5915): by that heading the fabric8 client tells that a key is
 * not RSA.
 */
public final class Pem {

    private static final int BITS = 256;

    private Pem() {}

    /** A certificate. */
    public static String of(X509Certificate certificate) {
        try {
            return text("CERTIFICATE", certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("this certificate has no encoding", e);
        }
    }

    /** A public key. */
    public static String of(PublicKey key) {
        return text("PUBLIC KEY", key.getEncoded());
    }

    /** A private key on the curve P-256. */
    public static String of(ECPrivateKey key) {
        try {
            var structure =
                    new org.bouncycastle.asn1.sec.ECPrivateKey(BITS, key.getS(), SECObjectIdentifiers.secp256r1);
            return text("EC PRIVATE KEY", structure.getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String heading, byte[] content) {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(new PemObject(heading, content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
