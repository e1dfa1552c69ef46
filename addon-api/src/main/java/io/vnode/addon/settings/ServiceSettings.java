package io.vnode.addon.settings;

import static io.vnode.addon.settings.Setting.Effect.RESTARTS_PROVIDER;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** How pods find and reach the services of the cluster; part of {@link Settings}. */
public final class ServiceSettings {

    private static final Pattern IMAGE = Pattern.compile("[a-z0-9]([A-Za-z0-9._-]*)(:[0-9]+)?(/[a-z0-9][a-z0-9._-]*)*");
    private static final Pattern VERSION = Pattern.compile("(v?[0-9]+\\.[0-9]+\\.[0-9]+([.+-][0-9A-Za-z.-]+)?)?");
    private static final Pattern ADDRESS = Pattern.compile("([0-9]{1,3}\\.){3}[0-9]{1,3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");
    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9]([a-z0-9.-]*[a-z0-9])?");
    private static final int MOST_SERVERS = 3;

    /** Image of the kube-proxy beside the pod's containers. */
    public static final Setting<String> KUBE_PROXY_IMAGE = new Setting<>(
            "ECI_KUBE_PROXY_IMAGE",
            "Image of the kube-proxy that gives container groups the cluster IPs, without its version.",
            "the name of an image without a tag",
            "registry.k8s.io/kube-proxy",
            false,
            RESTARTS_PROVIDER,
            text -> Settings.matching(IMAGE, text));

    /** Version of that image; empty for that of the API server. */
    public static final Setting<String> KUBE_PROXY_VERSION = new Setting<>(
            "ECI_KUBE_PROXY_VERSION",
            "Version of that image; empty means the version of the API server.",
            "a version such as v1.33.4, or empty",
            "",
            false,
            RESTARTS_PROVIDER,
            text -> Settings.matching(VERSION, text));

    /** Where container groups reach the API server; empty to look it up. */
    public static final Setting<String> KUBE_PROXY_API_SERVER = new Setting<>(
            "ECI_KUBE_PROXY_APISERVER",
            "Where that kube-proxy reaches the API server; empty takes the endpoint of Service default/kubernetes.",
            "a URL such as https://10.0.0.1:6443, or empty",
            "",
            false,
            RESTARTS_PROVIDER,
            ServiceSettings::apiServer);

    /** Name servers of the cluster; empty for those of the VPC. */
    public static final Setting<List<String>> CLUSTER_DNS = new Setting<>(
            "ECI_CLUSTER_DNS",
            "Name servers of the cluster, which pods with DNS policy ClusterFirst ask; empty means those of the VPC.",
            "1 to 3 IP addresses separated by commas, or empty",
            "",
            false,
            RESTARTS_PROVIDER,
            ServiceSettings::addresses);

    /** Domain of the cluster. */
    public static final Setting<String> CLUSTER_DOMAIN = new Setting<>(
            "ECI_CLUSTER_DOMAIN",
            "Domain of the cluster, in which services have their names.",
            "a DNS name such as cluster.local",
            "cluster.local",
            false,
            RESTARTS_PROVIDER,
            text -> Settings.matching(DOMAIN, text));

    private ServiceSettings() {}

    private static String apiServer(String text) {
        if (text.isEmpty()) {
            return text;
        }
        URI uri = URI.create(text);
        boolean bare = uri.getRawPath().isEmpty() && uri.getRawQuery() == null && uri.getRawUserInfo() == null;
        if (!"https".equals(uri.getScheme()) || uri.getHost() == null || !bare) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static List<String> addresses(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        List<String> addresses =
                Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        addresses.forEach(address -> Settings.matching(ADDRESS, address));
        if (addresses.size() > MOST_SERVERS) {
            throw new IllegalArgumentException(text);
        }
        return addresses;
    }
}
