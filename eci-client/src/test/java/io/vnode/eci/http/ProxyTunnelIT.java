package io.vnode.eci.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client in a process of its own, because the JDK decides once per process what it tells a proxy. */
class ProxyTunnelIT {

    private static final String PASSWORD = "changeit";

    @TempDir
    private static Path folder;

    private static Path keys;
    private static HttpsServer eci;

    @BeforeAll
    static void startEci() throws Exception {
        keys = folder.resolve("keys.p12");
        run(Map.of(), "keytool", "-genkeypair", "-alias", "eci", "-keyalg", "EC", "-dname", "CN=eci.example.test")
                .with("-ext", "san=dns:eci.example.test", "-validity", "2", "-storetype", "PKCS12")
                .with("-keystore", keys.toString(), "-storepass", PASSWORD)
                .output();
        eci = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        eci.setHttpsConfigurator(new HttpsConfigurator(serverContext()));
        eci.createContext("/", exchange -> {
            String seen = exchange.getRequestHeaders().containsKey("Proxy-Authorization") ? "leaked" : "kept";
            byte[] body = "{\"Regions\":[{\"RegionId\":\"password-%s\"}]}"
                    .formatted(seen)
                    .getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        eci.start();
    }

    @AfterAll
    static void stopEci() {
        eci.stop(0);
    }

    @Test
    void encryptedCallsGoThroughAProxyThatWantsAPasswordAndEciNeverSeesThePassword() throws Exception {
        try (TestProxy proxy = TestProxy.to(eci.getAddress(), "Basic dXNlcjpwYXNzd29yZA==")) {
            String output = call("http://user:password@127.0.0.1:" + proxy.port());

            assertThat(output).contains("password-kept");
            assertThat(proxy.heads()).singleElement().asString().startsWith("CONNECT eci.example.test:443 HTTP/1.1");
        }
    }

    @Test
    void aProxyThatRefusesThePasswordIsNamedAndThePasswordIsNot() throws Exception {
        try (TestProxy proxy = TestProxy.to(eci.getAddress(), "Basic other")) {
            String output = call("http://user:secret-word@127.0.0.1:" + proxy.port());

            assertThat(output)
                    .startsWith("UNREACHABLE")
                    .contains("http://127.0.0.1:" + proxy.port() + " does not accept the user and password")
                    .doesNotContain("secret-word");
        }
    }

    private static String call(String proxy) throws Exception {
        return run(Map.of("HTTPS_PROXY", proxy, "NO_PROXY", "", "no_proxy", ""), "java")
                .with("-Djavax.net.ssl.trustStore=" + keys, "-Djavax.net.ssl.trustStorePassword=" + PASSWORD)
                .with("-cp", System.getProperty("java.class.path"), CallThroughProxyMain.class.getName())
                .with("https://eci.example.test")
                .output();
    }

    private static SSLContext serverContext() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    private static Program run(Map<String, String> environment, String program, String... arguments) {
        Path path = Path.of(System.getProperty("java.home"), "bin", program);
        return new Program(environment, List.of(path.toString())).with(arguments);
    }

    /** A program of the JDK, with what it is to be told. */
    private record Program(Map<String, String> environment, List<String> command) {

        Program with(String... arguments) {
            return new Program(
                    environment,
                    Stream.concat(command.stream(), List.of(arguments).stream()).toList());
        }

        String output() throws IOException, InterruptedException {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment);
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(output).isZero();
            return output;
        }
    }
}
