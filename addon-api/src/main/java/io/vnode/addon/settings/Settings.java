package io.vnode.addon.settings;

import static io.vnode.addon.settings.Setting.Effect.NEW_PODS_ONLY;
import static io.vnode.addon.settings.Setting.Effect.RESTARTS_PROVIDER;
import static io.vnode.addon.settings.Setting.Effect.RESTARTS_WEBHOOK;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** All settings of the addon, in the order in which they are documented. */
public final class Settings {

    /** The most vSwitches that one {@code CreateContainerGroup} call takes. */
    public static final int MAX_VSWITCHES = 10;

    private static final Pattern CLUSTER_ID_FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");
    private static final Pattern RESOURCE_GROUP = Pattern.compile("(rg-[0-9A-Za-z]+)?");
    private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z0-9]+)+");
    static final Pattern VPC = Pattern.compile("(vpc-[0-9a-z]+)?");
    private static final Pattern VSWITCH = Pattern.compile("vsw-[0-9a-z]+");
    private static final Pattern SECURITY_GROUP = Pattern.compile("sg-[0-9a-z]+");
    private static final Pattern RATES = Pattern.compile("published|none");
    private static final Pattern ENDPOINT_PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)*/?");
    private static final Pattern QUANTITY = Pattern.compile("[0-9]+(\\.[0-9]+)?(m|k|M|G|T|P|Ki|Mi|Gi|Ti|Pi)?");

    /** Cluster id: the tag that separates this cluster's container groups from all others of the account. */
    public static final Setting<String> CLUSTER_ID = new Setting<>(
            "ALIYUN_CLUSTERID",
            "Id of the cluster; it separates the container groups of this cluster from all others of the account.",
            "1 to 128 letters, digits, dots, hyphens or underscores, and not 'default'",
            null,
            false,
            RESTARTS_PROVIDER,
            Settings::clusterId);

    /** Resource group of the container groups; empty means the account's default group. */
    public static final Setting<String> RESOURCE_GROUP_ID = new Setting<>(
            "ALIYUN_RESOURCEGROUP_ID",
            "Resource group of the container groups; empty means the default group of the account.",
            "the id of a resource group, such as rg-acfm3z, or empty",
            "",
            false,
            NEW_PODS_ONLY,
            text -> matching(RESOURCE_GROUP, text));

    /** Region of the container groups. */
    public static final Setting<String> REGION_ID = new Setting<>(
            "ECI_REGION",
            "Region in which the container groups run.",
            "a region id, such as cn-hangzhou",
            null,
            false,
            RESTARTS_PROVIDER,
            text -> matching(REGION, text));

    /** vSwitches of the container groups, 1 to {@value #MAX_VSWITCHES}; several of them mean several zones. */
    public static final Setting<List<String>> VSWITCH_IDS = new Setting<>(
            "ECI_VSWITCH",
            "vSwitches of the container groups; several, in different zones, let ECI move on when one is out of stock.",
            "1 to 10 vSwitch ids separated by commas, such as vsw-bp1a,vsw-bp1b",
            null,
            false,
            NEW_PODS_ONLY,
            Settings::vSwitchIds);

    /** Security group of the container groups. */
    public static final Setting<String> SECURITY_GROUP_ID = new Setting<>(
            "ECI_SECURITY_GROUP",
            "Security group of the container groups.",
            "the id of a security group, such as sg-bp1a",
            null,
            false,
            NEW_PODS_ONLY,
            text -> matching(SECURITY_GROUP, text));

    /** Access key id of the RAM user that acts for the addon. */
    public static final Setting<String> ACCESS_KEY = new Setting<>(
            "ECI_ACCESS_KEY",
            "Access key id of the RAM user that acts for the addon; empty takes the key from ECI_CREDENTIALS_DIR or the standard chain.",
            "an access key id without blanks, or empty together with ECI_SECRET_KEY",
            "",
            true,
            RESTARTS_PROVIDER,
            Settings::withoutBlanks);

    /** Access key secret that belongs to {@link #ACCESS_KEY}. */
    public static final Setting<String> SECRET_KEY = new Setting<>(
            "ECI_SECRET_KEY",
            "Access key secret that belongs to ECI_ACCESS_KEY.",
            "an access key secret without blanks, or empty together with ECI_ACCESS_KEY",
            "",
            true,
            RESTARTS_PROVIDER,
            Settings::withoutBlanks);

    /** Folder of a mounted Secret that holds the access key, where {@link #ACCESS_KEY} does not. */
    public static final Setting<String> CREDENTIALS_DIRECTORY = new Setting<>(
            "ECI_CREDENTIALS_DIR",
            "Folder with the files access-key-id and access-key-secret, as a mounted Secret has them; looked at again every second.",
            "the path of a folder, or empty",
            "",
            false,
            RESTARTS_PROVIDER,
            text -> text);

    /** The part of ECI's published rate limits that one provider takes. */
    public static final Setting<Double> RATE_LIMIT_SHARE = new Setting<>(
            "ECI_RATE_LIMIT_SHARE",
            "Part of ECI's published rate limits that each virtual node may use; the limits count for the whole account.",
            "a number above 0 and at most 1",
            "1",
            false,
            RESTARTS_PROVIDER,
            Settings::share);
    /** VPC of the container groups. */
    public static final Setting<String> VPC_ID = new Setting<>(
            "ECI_VPC",
            "VPC of the container groups; PrivateZone needs it.",
            "the id of a VPC, such as vpc-bp1a, or empty",
            "",
            false,
            NEW_PODS_ONLY,
            text -> matching(VPC, text));

    /** Whether container groups get the ClusterIP function. */
    public static final Setting<Boolean> KUBE_PROXY = new Setting<>(
            "ECI_KUBE_PROXY",
            "Whether the container groups can reach services by their cluster IP.",
            "true or false",
            "true",
            false,
            NEW_PODS_ONLY,
            Settings::bool);

    /** Where ECI answers; empty means the public endpoint of the region. */
    public static final Setting<String> ENDPOINT = new Setting<>(
            "ECI_ENDPOINT",
            "Where ECI answers, if not at the public endpoint of the region.",
            "a host, host:port, or a URL that starts with https:// or http:// and may have a path",
            "",
            false,
            RESTARTS_PROVIDER,
            Settings::endpoint);

    /** How often ECI is called at most. */
    public static final Setting<String> RATE_LIMITS = new Setting<>(
            "ECI_RATE_LIMITS",
            "How often ECI is called at most: as often as is published, or without limits, which suits an emulator.",
            "published or none",
            "published",
            false,
            RESTARTS_PROVIDER,
            text -> matching(RATES, text));

    /** vCPU that the node announces. */
    public static final Setting<String> CAPACITY_CPU = new Setting<>(
            "ECI_QUOTA_CPU",
            "vCPU that each virtual node announces as its capacity.",
            "a Kubernetes quantity, such as 1000",
            "10000",
            false,
            RESTARTS_PROVIDER,
            text -> matching(QUANTITY, text));

    /** Memory that the node announces. */
    public static final Setting<String> CAPACITY_MEMORY = new Setting<>(
            "ECI_QUOTA_MEMORY",
            "Memory that each virtual node announces as its capacity.",
            "a Kubernetes quantity, such as 4Ti",
            "40Ti",
            false,
            RESTARTS_PROVIDER,
            text -> matching(QUANTITY, text));

    /** Pods that the node announces. */
    public static final Setting<Integer> CAPACITY_PODS = new Setting<>(
            "ECI_QUOTA_POD",
            "Pods that each virtual node announces as its capacity.",
            "a whole number from 1 to 10000",
            "3000",
            false,
            RESTARTS_PROVIDER,
            text -> wholeNumber(text, 1, 10_000));

    /** How long a container group without a pod is left alone, in seconds. */
    public static final Setting<Integer> ORPHAN_GRACE = new Setting<>(
            "ECI_ORPHAN_GRACE",
            "How long a container group of ours that has no pod is left alone before it is deleted, in seconds.",
            "a whole number from 1 to 86400",
            "300",
            false,
            RESTARTS_PROVIDER,
            text -> wholeNumber(text, 1, 86_400));

    /** Whether one provider is elected for the duties of the whole cluster. */
    public static final Setting<Boolean> LEADER_ELECTION = new Setting<>(
            "ECI_LEADER_ELECTION",
            "Whether the providers elect one of them for the duties of the whole cluster; if not, each of them does them.",
            "true or false",
            "true",
            false,
            RESTARTS_PROVIDER,
            Settings::bool);

    /** Name of the virtual node; the StatefulSet's template sets it to the name of the provider's pod. */
    public static final Setting<String> NODE_NAME = new Setting<>(
            "DEFAULT_NODE_NAME",
            "Name of the virtual node; it is the name of the provider's pod.",
            "a DNS name of at most 253 lower-case letters, digits, dots and hyphens",
            null,
            false,
            RESTARTS_PROVIDER,
            text -> matching(Pattern.compile("(?=.{1,253}$)[a-z0-9]([-a-z0-9.]*[a-z0-9])?"), text));

    /** UID of the provider's pod, by which a restarted container is known for the successor of the one before. */
    public static final Setting<String> POD_UID = new Setting<>(
            "POD_UID",
            "UID of the provider's pod; with it a restarted container takes its node over at once.",
            "the UID of a pod, or empty",
            "",
            false,
            RESTARTS_PROVIDER,
            text -> matching(Pattern.compile("[0-9A-Za-z-]{0,128}"), text));

    /** Address under which the API server reaches the provider. */
    public static final Setting<String> NODE_ADDRESS = new Setting<>(
            "VKUBELET_POD_IP",
            "Address under which the API server reaches the provider; it is the IP of the provider's pod.",
            "an IP address",
            null,
            false,
            RESTARTS_PROVIDER,
            text -> matching(Pattern.compile("[0-9a-fA-F.:]{2,45}"), text));

    /** Port of the provider's kubelet API; 0 takes any free port, which the Node object then names. */
    public static final Setting<Integer> KUBELET_PORT = new Setting<>(
            "KUBELET_PORT",
            "Port of the provider's kubelet API; 0 takes any free port.",
            "a port from 0 to 65535",
            "10250",
            false,
            RESTARTS_PROVIDER,
            text -> wholeNumber(text, 0, 65_535));

    /** Port of the admission webhook. */
    public static final Setting<Integer> WEBHOOK_PORT = new Setting<>(
            "WEBHOOK_PORT",
            "Port on which the admission webhook listens.",
            "a port from 1 to 65535",
            "8443",
            false,
            RESTARTS_WEBHOOK,
            text -> wholeNumber(text, 1, 65_535));

    /** Folder with the webhook's {@code tls.crt} and {@code tls.key}. */
    public static final Setting<String> WEBHOOK_CERTIFICATE_DIRECTORY = new Setting<>(
            "WEBHOOK_CERT_DIR",
            "Folder that holds the webhook's certificate as tls.crt and its key as tls.key.",
            "the path of a folder",
            "/etc/vnode/webhook",
            false,
            RESTARTS_WEBHOOK,
            text -> text);

    /** Where the process serves diagnostics. */
    public static final Setting<String> DIAGNOSTICS_ADDRESS = new Setting<>(
            "VNODE_DIAGNOSTICS_ADDRESS",
            "Where the process serves metrics and diagnostics without TLS; whoever reaches it may use it.",
            "an IP address and a port, such as 127.0.0.1:10255, or off",
            "127.0.0.1:10255",
            false,
            RESTARTS_PROVIDER,
            Settings::addressAndPort);

    /** How much is logged. */
    public static final Setting<String> LOG_LEVEL = new Setting<>(
            "VNODE_LOG_LEVEL",
            "How much is logged; it can also be changed while the process runs.",
            "off, error, warn, info, debug or trace",
            "info",
            false,
            RESTARTS_PROVIDER,
            text -> oneOf(text, "off", "error", "warn", "info", "debug", "trace"));

    /** What a line of the log looks like. */
    public static final Setting<String> LOG_FORMAT = new Setting<>(
            "VNODE_LOG_FORMAT",
            "What a line of the log is: text, or a JSON object.",
            "text or json",
            "text",
            false,
            RESTARTS_PROVIDER,
            text -> oneOf(text, "text", "json"));

    private Settings() {}

    /** The settings of the provider, in the order of this class. */
    public static List<Setting<?>> ofProvider() {
        return List.of(
                CLUSTER_ID,
                RESOURCE_GROUP_ID,
                REGION_ID,
                VSWITCH_IDS,
                SECURITY_GROUP_ID,
                ACCESS_KEY,
                SECRET_KEY,
                CREDENTIALS_DIRECTORY,
                RATE_LIMIT_SHARE,
                VPC_ID,
                KUBE_PROXY,
                ServiceSettings.KUBE_PROXY_IMAGE,
                ServiceSettings.KUBE_PROXY_VERSION,
                ServiceSettings.KUBE_PROXY_API_SERVER,
                ServiceSettings.CLUSTER_DNS,
                ServiceSettings.CLUSTER_DOMAIN,
                ENDPOINT,
                RATE_LIMITS,
                CAPACITY_CPU,
                CAPACITY_MEMORY,
                CAPACITY_PODS,
                ORPHAN_GRACE,
                LEADER_ELECTION,
                NodeSettings.NODE_TAINT_KEY,
                NodeSettings.NODE_TAINT_VALUE,
                NodeSettings.NODE_TAINT_EFFECT,
                NodeSettings.DAEMON_SET_PODS,
                NODE_NAME,
                POD_UID,
                NODE_ADDRESS,
                KUBELET_PORT,
                DIAGNOSTICS_ADDRESS,
                LOG_LEVEL,
                LOG_FORMAT);
    }

    /** The settings of the webhook, in the order of this class. */
    public static List<Setting<?>> ofWebhook() {
        return List.of(
                WEBHOOK_PORT,
                WEBHOOK_CERTIFICATE_DIRECTORY,
                DIAGNOSTICS_ADDRESS.acting(RESTARTS_WEBHOOK),
                LOG_LEVEL.acting(RESTARTS_WEBHOOK),
                LOG_FORMAT.acting(RESTARTS_WEBHOOK));
    }

    private static String clusterId(String text) {
        // Two clusters that share the name "default" would take each other's container groups for orphans.
        if (text.equals("default")) {
            throw new IllegalArgumentException("'default' is not unique");
        }
        return matching(CLUSTER_ID_FORM, text);
    }

    private static List<String> vSwitchIds(String text) {
        List<String> ids = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        if (ids.size() > MAX_VSWITCHES) {
            throw new IllegalArgumentException(ids.size() + " vSwitches");
        }
        ids.forEach(id -> matching(VSWITCH, id));
        if (ids.stream().distinct().count() != ids.size()) {
            throw new IllegalArgumentException("a vSwitch is named twice");
        }
        return ids;
    }

    private static String endpoint(String text) {
        if (text.isEmpty()) {
            return text;
        }
        URI uri = URI.create(text.contains("://") ? text : "https://" + text);
        boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
        boolean plain = ENDPOINT_PATH.matcher(uri.getRawPath()).matches()
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && uri.getRawUserInfo() == null;
        if (!web || !plain || uri.getHost() == null) {
            throw new IllegalArgumentException("not an endpoint");
        }
        return text;
    }

    private static String addressAndPort(String text) {
        if (text.equals("off")) {
            return text;
        }
        int colon = text.lastIndexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("no port");
        }
        InetAddress literal = InetAddress.ofLiteral(text.substring(0, colon));
        int port = wholeNumber(text.substring(colon + 1), 0, 65_535);
        boolean bracketed = text.startsWith("[");
        if (literal instanceof Inet6Address && !bracketed) {
            throw new IllegalArgumentException("port " + port + " cannot be told from the address");
        }
        return text;
    }

    private static String oneOf(String text, String... words) {
        String lowerCase = text.toLowerCase(Locale.ROOT);
        if (!List.of(words).contains(lowerCase)) {
            throw new IllegalArgumentException(text);
        }
        return lowerCase;
    }

    private static boolean bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    static int wholeNumber(String text, int least, int most) {
        int number = Integer.parseInt(text);
        if (number < least || number > most) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    private static double share(String text) {
        double share = Double.parseDouble(text);
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException(text);
        }
        return share;
    }

    private static String withoutBlanks(String text) {
        return matching(Pattern.compile("\\S*"), text);
    }

    static String matching(Pattern pattern, String text) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}
