package io.vnode.provider.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.netty.handler.ssl.SslContext;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateFilesTest {

    private static final Duration OFTEN = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void showsANewCertificateSoonAfterItsFilesChanged() throws Exception {
        writeCertificate();
        try (CertificateFiles files = watching()) {
            SslContext first = files.current();

            writeCertificate();

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(files.current()).isNotSameAs(first));
        }
    }

    @Test
    void keepsTheLastGoodCertificateUntilThereIsAnother() throws Exception {
        writeCertificate();
        try (CertificateFiles files = watching()) {
            SslContext first = files.current();

            Files.writeString(folder.resolve("tls.crt"), "half a file");
            assertThat(files.current()).isSameAs(first);
            writeCertificate();

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(files.current()).isNotSameAs(first));
        }
    }

    @Test
    void doesNotStartWithoutACertificate() throws Exception {
        assertThatThrownBy(this::watching).isInstanceOf(IOException.class);

        Files.writeString(folder.resolve("tls.crt"), "no certificate");
        Files.writeString(folder.resolve("tls.key"), "no key");

        assertThatThrownBy(this::watching)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("tls.crt and tls.key in " + folder);
    }

    private CertificateFiles watching() throws IOException {
        return CertificateFiles.watching(folder, OFTEN, (_, error) -> {
            throw new AssertionError(error);
        });
    }

    private void writeCertificate() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("EC").generateKeyPair();
        X500Name name = new X500Name("CN=webhook");
        var builder = new JcaX509v3CertificateBuilder(
                name,
                BigInteger.valueOf(System.nanoTime()),
                Date.from(Instant.now().minus(Duration.ofHours(1))),
                Date.from(Instant.now().plus(Duration.ofHours(1))),
                name,
                pair.getPublic());
        var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate());
        write("tls.key", new JcaPKCS8Generator(pair.getPrivate(), null).generate());
        write("tls.crt", new JcaX509CertificateConverter().getCertificate(builder.build(signer)));
    }

    private void write(String file, Object object) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
            pem.writeObject(object);
        }
        Files.writeString(folder.resolve(file), text.toString());
    }
}
