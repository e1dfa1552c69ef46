package io.vnode.addon.profile;

import static io.vnode.addon.profile.ProfileKey.Use.NEXT_POD;
import static io.vnode.addon.profile.ProfileKey.Use.ONLY_CHECKED;

import io.vnode.addon.settings.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The keys of the ConfigMap. All values are texts; an empty one counts as absent. */
public enum ProfileKey {
    VPC_ID(ONLY_CHECKED, "vpcId", List.of("vpc"), "VPC of the container groups.", Settings.VPC_ID.rule()),
    VSWITCH_IDS(
            NEXT_POD,
            "vSwitchIds",
            List.of("vswitchIds", "vswitch"),
            "vSwitches of the container groups.",
            Settings.VSWITCH_IDS.rule()),
    SECURITY_GROUP_ID(
            NEXT_POD,
            "securityGroupId",
            List.of("securitygroup"),
            "Security group of the container groups.",
            Settings.SECURITY_GROUP_ID.rule()),
    RESOURCE_GROUP_ID(
            NEXT_POD,
            "resourceGroupId",
            List.of("resourcegroup"),
            "Resource group of the container groups.",
            Settings.RESOURCE_GROUP_ID.rule()),
    ENABLE_CLUSTER_IP(
            NEXT_POD,
            "enableClusterIp",
            List.of("kube-proxy"),
            "Whether the container groups can reach services by their cluster IP.",
            "true or false"),
    SELECTORS(
            ONLY_CHECKED,
            "selectors",
            List.of(),
            "Which pods go to virtual nodes, and what is added to them; without it the five usual selectors.",
            "a JSON array of selectors, each with a name and a namespaceSelector, objectSelector or effect"),
    ENABLE_HYBRID_MODE(
            ONLY_CHECKED, "enableHybridMode", List.of(), "Networks with other data centres.", "true or false"),
    ENABLE_PRIVATE_ZONE(
            ONLY_CHECKED, "enablePrivateZone", List.of("privatezone"), "Services in PrivateZone.", "true or false"),
    ENABLE_LOG_CONTROLLER(
            ONLY_CHECKED, "enableLogController", List.of(), "Collection of logs by custom resources.", "true or false"),
    SLS_MACHINE_GROUP(
            ONLY_CHECKED,
            "slsMachineGroup",
            List.of(),
            "Machine group of the Log Service.",
            "letters, digits, hyphens and underscores"),
    ENABLE_PVC_CONTROLLER(
            ONLY_CHECKED, "enablePVCController", List.of(), "Binding of disk claims by the node.", "true or false"),
    ENABLE_LINUX_ARM64_NODE(
            ONLY_CHECKED, "enableLinuxArm64Node", List.of(), "A further virtual node for ARM64.", "true or false"),
    ENABLE_REUSE_SSL_KEY(
            ONLY_CHECKED, "enableReuseSSLKey", List.of(), "Use of one serving key for all pods.", "true or false"),
    FEATURE_GATES(
            ONLY_CHECKED,
            "featureGates",
            List.of(),
            "Switches of single features.",
            "a list such as WaitForFirstConsumer=false,MetricsVpcNet=true"),
    REGION(ONLY_CHECKED, "region", List.of(), "Region; the one that counts is ECI_REGION.", Settings.REGION_ID.rule()),
    QUOTA_CPU(
            ONLY_CHECKED,
            "quota-cpu",
            List.of(),
            "vCPU of the node; the setting that counts is ECI_QUOTA_CPU.",
            Settings.CAPACITY_CPU.rule()),
    QUOTA_MEMORY(
            ONLY_CHECKED,
            "quota-memory",
            List.of(),
            "Memory of the node; the setting that counts is ECI_QUOTA_MEMORY.",
            Settings.CAPACITY_MEMORY.rule()),
    QUOTA_PODS(
            ONLY_CHECKED,
            "quota-pods",
            List.of(),
            "Pods of the node; the setting that counts is ECI_QUOTA_POD.",
            Settings.CAPACITY_PODS.rule());

    /** What a key is good for. */
    public enum Use {
        /** The next pod is created by it. */
        NEXT_POD,
        /** Its value is checked; nothing in this version acts by it. */
        ONLY_CHECKED
    }

    private final Use use;
    private final String key;
    private final List<String> olderKeys;
    private final String help;
    private final String rule;

    ProfileKey(Use use, String key, List<String> olderKeys, String help, String rule) {
        this.use = use;
        this.key = key;
        this.olderKeys = olderKeys;
        this.help = help;
        this.rule = rule;
    }

    /** The key of this name, in any of its spellings; null when there is none. */
    public static @Nullable ProfileKey of(String name) {
        return Arrays.stream(values())
                .filter(one -> one.names().anyMatch(name::equals))
                .findFirst()
                .orElse(null);
    }

    /** What it is good for. */
    public Use use() {
        return use;
    }

    /** The name as it is written today. */
    public String key() {
        return key;
    }

    /** Names that it had before, and which are still read. */
    public List<String> olderKeys() {
        return olderKeys;
    }

    /** All its names, today's first. */
    public Stream<String> names() {
        return Stream.concat(Stream.of(key), olderKeys.stream());
    }

    /** One sentence for people. */
    public String help() {
        return help;
    }

    /** What a valid value looks like, as the end of a sentence that starts with "it must be". */
    public String rule() {
        return rule;
    }
}
