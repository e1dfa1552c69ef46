package io.vnode.provider.translate;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where an image is, or where a registry's user may go.
 *
 * @param host host and port; of a user's location it may have {@code *} in it
 * @param path what comes behind; empty for all of the registry
 */
record ImageLocation(String host, String path) {

    private static final String DOCKER_HUB = "docker.io";
    private static final Set<String> NAMES_OF_DOCKER_HUB =
            Set.of(DOCKER_HUB, "index.docker.io", "registry-1.docker.io");
    private static final Pattern SCHEME = Pattern.compile("^https?://");
    private static final Pattern API_VERSION = Pattern.compile("v[12]/?");

    /** An image without a host is one of Docker Hub, and of its library if it has no owner either. */
    static ImageLocation ofImage(String image) {
        int slash = image.indexOf('/');
        String first = slash < 0 ? "" : image.substring(0, slash);
        if (first.contains(".") || first.contains(":") || first.equals("localhost")) {
            return new ImageLocation(first, image.substring(slash + 1));
        }
        return new ImageLocation(DOCKER_HUB, slash < 0 ? "library/" + image : image);
    }

    /** What stands before a user in docker's configuration, such as {@code https://index.docker.io/v1/}. */
    static ImageLocation ofServer(String server) {
        String rest = SCHEME.matcher(server).replaceFirst("");
        int slash = rest.indexOf('/');
        String host = slash < 0 ? rest : rest.substring(0, slash);
        String path = slash < 0 ? "" : rest.substring(slash + 1);
        return new ImageLocation(host, API_VERSION.matcher(path).matches() ? "" : path);
    }

    /** Whether a user of this location may pull the image. */
    boolean covers(ImageLocation image) {
        boolean sameHost = NAMES_OF_DOCKER_HUB.contains(host)
                ? NAMES_OF_DOCKER_HUB.contains(image.host)
                : hostPattern().matcher(image.host).matches();
        return sameHost && image.path.startsWith(path);
    }

    /** The host to tell ECI, which does not know {@code *}. */
    String hostFor(ImageLocation image) {
        return host.contains("*") ? image.host : host;
    }

    private Pattern hostPattern() {
        return Pattern.compile(
                Arrays.stream(host.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining("[^.]*")));
    }
}
