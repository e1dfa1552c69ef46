package io.vnode.cli.sandbox.pki;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
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

/** Issues certificates on the curve P-256, valid for a year from the moment it was made. */
public final class CertificateAuthority {

    private static final Duration LIFETIME = Duration.ofDays(365);
    /** Clocks of two processes on one machine agree; this is for those who look at the certificate elsewhere. */
    private static final Duration BACKDATED = Duration.ofMinutes(5);

    private final SecureRandom random;
    private final Instant now;
    private final Identity identity;

    private CertificateAuthority(SecureRandom random, Instant now, Identity identity) {
        this.random = random;
        this.now = now;
        this.identity = identity;
    }

    /**
     * Makes an authority with a new key that has signed its own certificate.
     *
     * @param commonName what it calls itself
     */
    public static CertificateAuthority create(String commonName, Clock clock) {
        SecureRandom random = new SecureRandom();
        Instant now = clock.instant();
        X500Name name = name(commonName, List.of());
        KeyPair keys = newKeys(random);
        try {
            X509v3CertificateBuilder builder = builder(name, name, keys, random, now);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            builder.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign | KeyUsage.digitalSignature));
            return new CertificateAuthority(random, now, new Identity(keys, sign(builder, keys)));
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("this Java runtime cannot make a certificate authority", e);
        }
    }

    /** A key pair of the kind that everything here uses. */
    public static KeyPair newKeys() {
        return newKeys(new SecureRandom());
    }

    /** The authority's own key and certificate. */
    public Identity identity() {
        return identity;
    }

    /** A certificate with which a program shows a server who it is: Kubernetes reads user and groups from it. */
    public Identity issueClient(String user, List<String> groups) {
        return issue(name(user, groups), List.of(), KeyPurposeId.id_kp_clientAuth);
    }

    /**
     * A certificate with which a server shows its clients that they have reached it.
     *
     * @param hosts the names and IP addresses under which it is called
     */
    public Identity issueServer(String commonName, List<String> hosts) {
        return issue(name(commonName, List.of()), hosts, KeyPurposeId.id_kp_serverAuth);
    }

    /** A certificate for a program that is both, as the members of etcd are to each other. */
    public Identity issuePeer(String commonName, List<String> hosts) {
        return issue(name(commonName, List.of()), hosts, KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth);
    }

    private Identity issue(X500Name subject, List<String> hosts, KeyPurposeId... purposes) {
        KeyPair keys = newKeys(random);
        try {
            X500Name issuer = X500Name.getInstance(
                    identity.certificate().getSubjectX500Principal().getEncoded());
            X509v3CertificateBuilder builder = builder(issuer, subject, keys, random, now);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposes));
            if (!hosts.isEmpty()) {
                builder.addExtension(Extension.subjectAlternativeName, false, alternativeNames(hosts));
            }
            return new Identity(keys, sign(builder, identity.keys()));
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("this Java runtime cannot issue a certificate", e);
        }
    }

    private static X509v3CertificateBuilder builder(
            X500Name issuer, X500Name subject, KeyPair keys, SecureRandom random, Instant now) {
        return new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(127, random).setBit(0),
                Date.from(now.minus(BACKDATED)),
                Date.from(now.plus(LIFETIME)),
                subject,
                keys.getPublic());
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, KeyPair signer)
            throws OperatorCreationException, GeneralSecurityException {
        var signature = new JcaContentSignerBuilder("SHA256withECDSA").build(signer.getPrivate());
        return new JcaX509CertificateConverter().getCertificate(builder.build(signature));
    }

    private static KeyPair newKeys(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime cannot make keys on the curve P-256", e);
        }
    }

    private static X500Name name(String commonName, List<String> groups) {
        X500NameBuilder builder = new X500NameBuilder(BCStyle.INSTANCE);
        groups.forEach(group -> builder.addRDN(BCStyle.O, group));
        return builder.addRDN(BCStyle.CN, commonName).build();
    }

    private static GeneralNames alternativeNames(List<String> hosts) {
        List<GeneralName> names = new ArrayList<>();
        for (String host : hosts) {
            int kind = isAddress(host) ? GeneralName.iPAddress : GeneralName.dNSName;
            names.add(new GeneralName(kind, host));
        }
        return new GeneralNames(names.toArray(GeneralName[]::new));
    }

    private static boolean isAddress(String host) {
        return host.indexOf(':') >= 0 || host.matches("\\d{1,3}(\\.\\d{1,3}){3}");
    }
}
