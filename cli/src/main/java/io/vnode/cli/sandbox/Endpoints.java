package io.vnode.cli.sandbox;

import io.vnode.cli.sandbox.process.ProcessDiedException;
import io.vnode.cli.sandbox.process.SupervisedProcess;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Waits for servers that are starting, and stops waiting when they have died. */
final class Endpoints {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    private static final int TIMEOUT_MILLIS = 2_000;

    private Endpoints() {}

    /** Waits until somebody listens on a port of the loopback address. */
    static void awaitListening(int port, Duration patience, SupervisedProcess... servers)
            throws InterruptedException, ProcessDiedException, StartTimeoutException {
        await("port " + port, patience, () -> listening(port), servers);
    }

    /** Waits until the URL answers 200. */
    static void awaitReady(String url, Path authority, Duration patience, SupervisedProcess... servers)
            throws InterruptedException, ProcessDiedException, IOException {
        SSLContext trust = trusting(authority);
        await(url, patience, () -> answers(url, trust), servers);
    }

    static boolean listening(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static void await(
            String what, Duration patience, java.util.function.BooleanSupplier done, SupervisedProcess... servers)
            throws InterruptedException, ProcessDiedException, StartTimeoutException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!done.getAsBoolean()) {
            for (SupervisedProcess server : servers) {
                server.requireAlive();
            }
            if (System.nanoTime() > deadline) {
                throw new StartTimeoutException(what, patience);
            }
            Thread.sleep(LOOK_AGAIN);
        }
    }

    private static boolean answers(String url, SSLContext trust) {
        try {
            HttpsURLConnection connection =
                    (HttpsURLConnection) URI.create(url).toURL().openConnection();
            connection.setSSLSocketFactory(trust.getSocketFactory());
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            try {
                return connection.getResponseCode() == 200;
            } finally {
                connection.disconnect();
            }
        } catch (IOException _) {
            return false;
        }
    }

    private static SSLContext trusting(Path authority) throws IOException {
        try (InputStream pem = Files.newInputStream(authority)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(pem));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the certificate in " + authority + " cannot be used", e);
        }
    }
}
