package io.vnode.eci.sdk;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Proxies as the environment names them: {@code HTTPS_PROXY}, {@code HTTP_PROXY} and {@code NO_PROXY}, in capitals or
 * not. Where it names none, the JVM's own settings hold. This machine itself is never reached through a proxy.
 */
final class EnvironmentProxies extends ProxySelector {

    private static final List<Proxy> DIRECT = List.of(Proxy.NO_PROXY);

    private final @Nullable Proxy https;
    private final @Nullable Proxy http;
    private final List<String> exceptions;
    private final @Nullable ProxySelector otherwise;

    EnvironmentProxies(Map<String, String> environment, @Nullable ProxySelector otherwise) {
        this.https = proxy(environment, "HTTPS_PROXY");
        this.http = proxy(environment, "HTTP_PROXY");
        this.exceptions = Arrays.stream(value(environment, "NO_PROXY").split(",", -1))
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .filter(text -> !text.isEmpty())
                .toList();
        this.otherwise = otherwise;
    }

    @Override
    public List<Proxy> select(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT).replaceAll("^\\[|]$", "");
        if (loopback(host) || exceptions.stream().anyMatch(exception -> covers(exception, host))) {
            return DIRECT;
        }
        Proxy proxy = uri.getScheme().equalsIgnoreCase("https") ? https : http;
        if (proxy != null) {
            return List.of(proxy);
        }
        return otherwise == null ? DIRECT : otherwise.select(uri);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        // the caller of the call that failed hears of it
    }

    private static boolean loopback(String host) {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("::1");
    }

    private static boolean covers(String exception, String host) {
        String domain = exception.startsWith("*.") ? exception.substring(1) : exception;
        return domain.equals("*")
                || host.equals(domain)
                || host.endsWith(domain.startsWith(".") ? domain : "." + domain);
    }

    private static @Nullable Proxy proxy(Map<String, String> environment, String name) {
        String text = value(environment, name);
        if (text.isEmpty()) {
            return null;
        }
        URI uri = parse(name, text.contains("://") ? text : "http://" + text);
        int port = uri.getPort() < 0 ? 80 : uri.getPort();
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(uri.getHost(), port));
    }

    private static URI parse(String name, String text) {
        try {
            URI uri = URI.create(text);
            if (uri.getHost() != null && "http".equalsIgnoreCase(uri.getScheme())) {
                return uri;
            }
        } catch (IllegalArgumentException _) {
            // said below; without the value, in which a password may be
        }
        throw new IllegalArgumentException(
                "environment variable %s is not of the form http://HOST:PORT".formatted(name));
    }

    private static String value(Map<String, String> environment, String name) {
        String inCapitals = environment.getOrDefault(name, "");
        return (inCapitals.isEmpty() ? environment.getOrDefault(name.toLowerCase(Locale.ROOT), "") : inCapitals)
                .strip();
    }
}
