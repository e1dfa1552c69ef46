package io.vnode.cli.sandbox.pki;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;

/** A key pair on the curve P-256 and the certificate that says whose it is. */
public record Identity(KeyPair keys, X509Certificate certificate) {

    /** The certificate as PEM. */
    public String certificatePem() {
        return Pem.of(certificate);
    }

    /** The private key as PEM. */
    public String keyPem() {
        return Pem.of((ECPrivateKey) keys.getPrivate());
    }

    /** Names the certificate's owner and never shows the key. */
    @Override
    public String toString() {
        return "Identity[" + certificate.getSubjectX500Principal() + "]";
    }
}
