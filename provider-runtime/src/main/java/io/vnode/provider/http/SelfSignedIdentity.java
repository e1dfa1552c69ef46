package io.vnode.provider.http;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;

/**
 * A certificate that the process makes for itself, as a kubelet does that was given none. The API server does not check a
 * kubelet's certificate unless it was told to.
 *
 * <p>It is written by hand, because the library for it would be the largest of the process: nine megabytes of jars, of which
 * one is signed, so that the JVM checks and keeps the digest of each of its thousands of classes.
 */
public final class SelfSignedIdentity implements ServerIdentity {

    private static final Duration VALIDITY = Duration.ofDays(3650);
    private static final Duration CLOCK_SKEW = Duration.ofHours(1);

    private static final byte[] ECDSA_WITH_SHA256 = Der.sequence(Der.objectIdentifier(1, 2, 840, 10045, 4, 3, 2));
    private static final byte[] COMMON_NAME = Der.objectIdentifier(2, 5, 4, 3);
    private static final byte[] ALTERNATIVE_NAMES = Der.objectIdentifier(2, 5, 29, 17);
    private static final byte[] EXTENDED_KEY_USAGE = Der.objectIdentifier(2, 5, 29, 37);
    private static final byte[] SERVER = Der.objectIdentifier(1, 3, 6, 1, 5, 5, 7, 3, 1);
    private static final int VERSION_3 = 2;
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;
    private static final int SERIAL_BITS = 127;

    private final SslContext context;

    private SelfSignedIdentity(SslContext context) {
        this.context = context;
    }

    /**
     * Makes a key and a certificate.
     *
     * @param name DNS name of the server
     * @param address IP address of the server
     */
    public static SelfSignedIdentity of(String name, String address) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            X509Certificate certificate = certificate(pair, name, InetAddress.ofLiteral(address), Instant.now());
            return new SelfSignedIdentity(Tls.context(SslContextBuilder.forServer(pair.getPrivate(), certificate)));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("could not make a certificate", e);
        }
    }

    /** A certificate for a pair of elliptic-curve keys. */
    static X509Certificate certificate(KeyPair pair, String name, InetAddress address, Instant now)
            throws GeneralSecurityException {
        byte[] subject = Der.sequence(Der.set(Der.sequence(COMMON_NAME, Der.utf8String("virtual-node"))));
        byte[] toBeSigned = Der.sequence(
                Der.wrapped(0, Der.integer(BigInteger.valueOf(VERSION_3))),
                Der.integer(new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(0)),
                ECDSA_WITH_SHA256,
                subject,
                Der.sequence(Der.time(now.minus(CLOCK_SKEW)), Der.time(now.plus(VALIDITY))),
                subject,
                pair.getPublic().getEncoded(),
                Der.wrapped(3, extensions(name, address)));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(pair.getPrivate());
        signature.update(toBeSigned);
        byte[] certificate = Der.sequence(toBeSigned, ECDSA_WITH_SHA256, Der.bitString(signature.sign()));
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(certificate));
    }

    private static byte[] extensions(String name, InetAddress address) {
        byte[] names = Der.sequence(
                Der.tagged(DNS_NAME, name.getBytes(StandardCharsets.US_ASCII)),
                Der.tagged(IP_ADDRESS, address.getAddress()));
        return Der.sequence(
                Der.sequence(ALTERNATIVE_NAMES, Der.octetString(names)),
                Der.sequence(EXTENDED_KEY_USAGE, Der.octetString(Der.sequence(SERVER))));
    }

    @Override
    public SslContext current() {
        return context;
    }
}
