package io.vnode.provider.http;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A certificate from {@code tls.crt} and {@code tls.key} of a folder, read again when their content changes. A pair that
 * cannot be used leaves the last good one in place.
 */
public final class CertificateFiles implements ServerIdentity {

    private static final Logger LOGGER = LoggerFactory.getLogger(CertificateFiles.class);

    private record Pair(byte[] certificate, byte[] key) {

        boolean sameAs(Pair other) {
            return Arrays.equals(certificate, other.certificate) && Arrays.equals(key, other.key);
        }
    }

    private final Path folder;
    private final Thread watcher;
    private Pair pair;
    private volatile SslContext context;

    private CertificateFiles(Path folder, Duration interval, Thread.UncaughtExceptionHandler onCrash)
            throws IOException {
        this.folder = folder;
        this.pair = read();
        this.context = contextOf(pair);
        this.watcher = Thread.ofVirtual()
                .name("certificate-files")
                .uncaughtExceptionHandler(onCrash)
                .unstarted(() -> watch(interval));
    }

    /**
     * Reads the files and keeps an eye on them.
     *
     * @throws IOException when they cannot be read, or are no certificate with its key
     */
    public static CertificateFiles watching(Path folder, Duration interval, Thread.UncaughtExceptionHandler onCrash)
            throws IOException {
        CertificateFiles files = new CertificateFiles(folder, interval, onCrash);
        files.watcher.start();
        return files;
    }

    @Override
    public SslContext current() {
        return context;
    }

    private void watch(Duration interval) {
        try {
            while (true) {
                Thread.sleep(interval);
                readAgain();
            }
        } catch (InterruptedException _) {
            LOGGER.atDebug().addKeyValue("folder", folder).log("certificate files are no longer watched");
        }
    }

    private void readAgain() {
        try {
            Pair now = read();
            if (!now.sameAs(pair)) {
                context = contextOf(now);
                pair = now;
                LOGGER.atInfo().addKeyValue("folder", folder).log("serving certificate changed");
            }
        } catch (IOException e) {
            LOGGER.atWarn()
                    .addKeyValue("folder", folder)
                    .addKeyValue("error", e.getMessage())
                    .log("could not read the serving certificate, keeping the last one");
        }
    }

    private Pair read() throws IOException {
        return new Pair(Files.readAllBytes(folder.resolve("tls.crt")), Files.readAllBytes(folder.resolve("tls.key")));
    }

    private SslContext contextOf(Pair pair) throws IOException {
        try {
            return Tls.context(SslContextBuilder.forServer(
                    new ByteArrayInputStream(pair.certificate()), new ByteArrayInputStream(pair.key())));
        } catch (IllegalArgumentException e) {
            throw new IOException("tls.crt and tls.key in %s are no certificate and its key".formatted(folder), e);
        }
    }

    @Override
    public void close() {
        watcher.interrupt();
    }
}
