package io.vnode.eci;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where ECI, or one of its neighbours, answers for one region.
 *
 * @param regionId the region, for example {@code cn-hangzhou}
 * @param host host name or address, without brackets
 * @param port port; -1 for the scheme's own
 * @param path what stands before the parameters in a URL, from its slash on; empty for the usual root
 * @param encrypted whether TLS is spoken; false only where {@code http://} was asked for in so many words
 */
public record EciEndpoint(String regionId, String host, int port, String path, boolean encrypted) {

    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)*");

    public EciEndpoint {
        if (!regionId.matches("[a-zA-Z0-9_-]+")) {
            throw new IllegalArgumentException("'%s' is not a region id such as cn-hangzhou".formatted(regionId));
        }
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("'%s' is not a path such as /eci".formatted(path));
        }
    }

    /** The region's public endpoint, {@code https://eci.REGION.aliyuncs.com}. */
    public static EciEndpoint ofRegion(String regionId) {
        return Product.ECI.endpoint(regionId);
    }

    /** The region's endpoint for those who are in a VPC of the region, without a way to the internet. */
    public static EciEndpoint ofRegionInVpc(String regionId) {
        return Product.ECI.endpointInVpc(regionId);
    }

    /**
     * The endpoint as given by a user: {@code HOST[:PORT]} or {@code https://HOST[:PORT]}, both encrypted, or {@code
     * http://HOST[:PORT]}, which is not; a path may follow. Blank text means the region's public endpoint.
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
        String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceAll("/$", "");
        boolean onlyHostPortAndPath = uri.getHost() != null
                && uri.getUserInfo() == null
                && uri.getQuery() == null
                && uri.getFragment() == null
                && PATH.matcher(path).matches();
        if (!onlyHostPortAndPath || !(scheme.equals("https") || scheme.equals("http"))) {
            throw malformed(text);
        }
        String host = uri.getHost().replaceAll("^\\[|]$", "");
        return new EciEndpoint(regionId, host, uri.getPort(), path, scheme.equals("https"));
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
                        .formatted(text.replaceAll("[^/]*@", "****@"))); // a password may stand there
    }

    /** Host and port as they appear in a URL. */
    public String authority() {
        String bracketed = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return port < 0 ? bracketed : bracketed + ":" + port;
    }

    /** The endpoint as a URL. */
    @Override
    public String toString() {
        return (encrypted ? "https://" : "http://") + authority() + path;
    }
}
