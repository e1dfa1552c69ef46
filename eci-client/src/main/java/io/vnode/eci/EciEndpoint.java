package io.vnode.eci;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;

/**
 * Where ECI answers for one region.
 *
 * @param regionId the region, for example {@code cn-hangzhou}
 * @param host host name or address, without brackets
 * @param port port; -1 for the scheme's own
 * @param encrypted whether TLS is spoken; false only where {@code http://} was asked for in so many words
 */
public record EciEndpoint(String regionId, String host, int port, boolean encrypted) {

    /** Regions whose endpoint does not carry the region's own name. */
    private static final Map<String, String> IRREGULAR_NAMES =
            Map.of("cn-shanghai-finance-1", "cn-shanghai-finance", "cn-shenzhen-finance-1", "cn-shenzhen-finance");

    public EciEndpoint {
        if (!regionId.matches("[a-zA-Z0-9_-]+")) {
            throw new IllegalArgumentException("'%s' is not a region id such as cn-hangzhou".formatted(regionId));
        }
    }

    /** The region's public endpoint, {@code https://eci.REGION.aliyuncs.com}. */
    public static EciEndpoint ofRegion(String regionId) {
        return new EciEndpoint(
                regionId, "eci.%s.aliyuncs.com".formatted(IRREGULAR_NAMES.getOrDefault(regionId, regionId)), -1, true);
    }

    /**
     * The endpoint as given by a user: {@code HOST[:PORT]} or {@code https://HOST[:PORT]}, both encrypted, or {@code
     * http://HOST[:PORT]}, which is not. Blank text means the region's public endpoint.
     *
     * @throws IllegalArgumentException saying what is wrong with the text
     */
    public static EciEndpoint of(String regionId, String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty()) {
            return ofRegion(regionId);
        }
        URI uri = parse(trimmed.contains("://") ? trimmed : "https://" + trimmed, text);
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        boolean onlyHostAndPort = uri.getHost() != null
                && uri.getUserInfo() == null
                && uri.getQuery() == null
                && uri.getFragment() == null
                && (uri.getPath().isEmpty() || uri.getPath().equals("/"));
        if (!onlyHostAndPort || !(scheme.equals("https") || scheme.equals("http"))) {
            throw malformed(text);
        }
        String host = uri.getHost().replaceAll("^\\[|]$", "");
        return new EciEndpoint(regionId, host, uri.getPort(), scheme.equals("https"));
    }

    private static URI parse(String uri, String text) {
        try {
            return new URI(uri);
        } catch (URISyntaxException _) {
            throw malformed(text);
        }
    }

    private static IllegalArgumentException malformed(String text) {
        return new IllegalArgumentException(
                "'%s' is not an endpoint; write HOST, HOST:PORT, https://HOST[:PORT] or http://HOST[:PORT]"
                        .formatted(text));
    }

    /** Host and port as they appear in a URL. */
    public String authority() {
        String bracketed = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return port < 0 ? bracketed : bracketed + ":" + port;
    }

    /** The endpoint as a URL. */
    @Override
    public String toString() {
        return (encrypted ? "https://" : "http://") + authority();
    }
}
