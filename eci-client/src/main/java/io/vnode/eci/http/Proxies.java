package io.vnode.eci.http;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Proxies as the environment names them: {@code HTTPS_PROXY}, {@code HTTP_PROXY} and {@code NO_PROXY}, in capitals or
 * not, with user and password or without. Where it names none, the JVM's own settings hold. This machine itself is never
 * reached through a proxy.
 */
public final class Proxies extends ProxySelector {

    private static final List<Proxy> DIRECT = List.of(Proxy.NO_PROXY);

    /** Schemes by which the JDK does not log in to a proxy that leads to HTTPS; unless told otherwise, the only usual one. */
    private static final String DISABLED_SCHEMES = "jdk.http.auth.tunneling.disabledSchemes";

    private final @Nullable ProxyAddress https;
    private final @Nullable ProxyAddress http;
    private final NoProxy exceptions;
    private final @Nullable ProxySelector otherwise;

    /**
     * Reads the variables.
     *
     * @throws IllegalArgumentException naming the variable, but not its value, when it cannot be understood
     */
    public Proxies(Map<String, String> environment, @Nullable ProxySelector otherwise) {
        this.https = ProxyAddress.read(environment, "HTTPS_PROXY");
        this.http = ProxyAddress.read(environment, "HTTP_PROXY");
        this.exceptions = NoProxy.parse(value(environment, "NO_PROXY"));
        this.otherwise = otherwise;
        if (https != null && https.authorization() != null && System.getProperty(DISABLED_SCHEMES) == null) {
            // Read once, by the first HTTP client of this JVM. Who named a password wants it sent.
            System.setProperty(DISABLED_SCHEMES, "");
        }
    }

    /** The proxies of this process. */
    public static Proxies ofThisProcess() {
        return new Proxies(System.getenv(), ProxySelector.getDefault());
    }

    /** No proxy at all, for what is always near. */
    public static Proxies none() {
        return new Proxies(Map.of(), null);
    }

    @Override
    public List<Proxy> select(URI uri) {
        if (exceptions.covers(uri)) {
            return DIRECT;
        }
        ProxyAddress proxy = named(uri);
        if (proxy != null) {
            return List.of(proxy.toProxy());
        }
        return otherwise == null ? DIRECT : otherwise.select(uri);
    }

    /** Adds what the proxy on the way, if there is one, wants to be told. It does not travel on to the target. */
    public void authorize(URI uri, HttpRequest.Builder request) {
        ProxyAddress proxy = exceptions.covers(uri) ? null : named(uri);
        if (proxy != null && proxy.authorization() != null) {
            request.header("Proxy-Authorization", proxy.authorization());
        }
    }

    /**
     * Tells an answer of the proxy from one of the target.
     *
     * @throws IOException when the proxy wants a user and password, or others
     */
    public void requireAuthorized(URI uri, int status) throws IOException {
        if (status == 407) {
            ProxyAddress proxy = named(uri);
            throw new IOException("the proxy %s %s"
                    .formatted(
                            proxy == null ? "on the way" : proxy,
                            proxy == null || proxy.authorization() == null
                                    ? "wants a user and a password: write http://USER:PASSWORD@HOST:PORT"
                                    : "does not accept the user and password of its variable"));
        }
    }

    private @Nullable ProxyAddress named(URI uri) {
        return uri.getScheme().equalsIgnoreCase("https") ? https : http;
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        // the caller of the call that failed hears of it
    }

    static String value(Map<String, String> environment, String name) {
        String inCapitals = environment.getOrDefault(name, "");
        return (inCapitals.isEmpty() ? environment.getOrDefault(name.toLowerCase(Locale.ROOT), "") : inCapitals)
                .strip();
    }

    @Override
    public String toString() {
        return "Proxies[https=%s, http=%s]".formatted(https, http);
    }
}
