package io.vnode.eci.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A proxy as an environment variable names it.
 *
 * @param host its name or address
 * @param port its port
 * @param authorization what it wants to be told with each request; null where the variable names no user
 */
record ProxyAddress(String host, int port, @Nullable String authorization) {

    /** Reads {@code [http://][USER:PASSWORD@]HOST[:PORT]}; null where the variable is not set. */
    static @Nullable ProxyAddress read(Map<String, String> environment, String name) {
        String text = Proxies.value(environment, name);
        if (text.isEmpty()) {
            return null;
        }
        URI uri = parse(name, text.contains("://") ? text : "http://" + text);
        return new ProxyAddress(
                uri.getHost().replaceAll("^\\[|]$", ""),
                uri.getPort() < 0 ? 80 : uri.getPort(),
                authorization(uri.getRawUserInfo()));
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

    private static @Nullable String authorization(@Nullable String userAndPassword) {
        if (userAndPassword == null || userAndPassword.isEmpty()) {
            return null;
        }
        String given = userAndPassword.contains(":") ? userAndPassword : userAndPassword + ":";
        String decoded = URLDecoder.decode(given.replace("+", "%2B"), UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(decoded.getBytes(UTF_8));
    }

    Proxy toProxy() {
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
    }

    /** Shows neither user nor password. */
    @Override
    public String toString() {
        return "http://" + host + ":" + port;
    }
}
