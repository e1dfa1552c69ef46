package io.vnode.addon;

import static io.vnode.addon.PodAnnotation.Edition.OLD;
import static io.vnode.addon.PodAnnotation.Edition.TODAY;
import static io.vnode.addon.PodAnnotation.Edition.Y2021;
import static io.vnode.addon.PodAnnotation.Topic.FAILURE;
import static io.vnode.addon.PodAnnotation.Topic.IMAGES;
import static io.vnode.addon.PodAnnotation.Topic.NETWORK;
import static io.vnode.addon.PodAnnotation.Topic.PLACEMENT;
import static io.vnode.addon.PodAnnotation.Topic.SIZE;
import static io.vnode.addon.PodAnnotation.Topic.SPOT;
import static io.vnode.addon.PodAnnotation.Topic.SYSTEM;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The annotations by which the author of a pod says how its container group is to be. They are read when the group is
 * created and never again. A value that breaks its rule refuses the pod.
 *
 * <p>The provider reads them by this list, and the list of the documentation is made of it.
 */
public enum PodAnnotation {
    USE_SPECS(
            SIZE,
            Y2021,
            "k8s.aliyun.com/eci-use-specs",
            "up to 20 sizes such as 2-4Gi and ECS instance types such as ecs.c6.xlarge, separated by commas",
            "What the group runs on, the preferred first: the next is asked for when one is out of stock. It replaces the sum of the containers."),
    INSTANCE_TYPE(
            SIZE,
            OLD,
            "k8s.aliyun.com/eci-instance-type",
            "ECS instance types such as ecs.c5.large, separated by commas",
            "The older way to name ECS instance types."),
    INSTANCE_FAMILY(
            SIZE,
            TODAY,
            "k8s.aliyun.com/eci-instance-family",
            "families of ECS instance types such as ecs.c6,ecs.g6",
            "Families of instance types to use or to leave out.",
            Standing.REFUSED,
            "the ECI API has no parameter for it; name instance types in eci-use-specs"),
    INSTANCE_GENERATION(
            SIZE,
            TODAY,
            "k8s.aliyun.com/eci-instance-generation",
            "generations of ECS instance types such as 6,5",
            "Generations of instance types to use or to leave out.",
            Standing.REFUSED,
            "the ECI API has no parameter for it; name instance types in eci-use-specs"),
    COMPUTE_CATEGORY(
            SIZE,
            TODAY,
            "k8s.aliyun.com/eci-compute-category",
            "economy or general, or both separated by a comma",
            "Classes of hardware, the preferred first."),
    CPU_OPTION_CORE(
            SIZE,
            Y2021,
            "k8s.aliyun.com/eci-cpu-option-core",
            "a whole number from 1 to 512",
            "Number of cores, with instance types that allow it."),
    CPU_OPTION_HT(
            SIZE,
            Y2021,
            "k8s.aliyun.com/eci-cpu-option-ht",
            "1 or 2",
            "Threads of each core; 1 turns hyper-threading off."),
    GPU_TYPE(
            SIZE,
            OLD,
            "k8s.aliyun.com/eci-gpu-type",
            "a model of GPU",
            "The GPU to run on.",
            Standing.REFUSED,
            "ECI picks a GPU by instance type; name one in eci-use-specs"),
    GPU_DRIVER_VERSION(
            SIZE,
            TODAY,
            "k8s.aliyun.com/eci-gpu-driver-version",
            "a driver and its version, such as tesla=525.85.12",
            "The version of the GPU driver."),
    VSWITCH(
            PLACEMENT,
            Y2021,
            "k8s.aliyun.com/eci-vswitch",
            "1 to 10 vSwitch ids separated by commas, none twice",
            "Where the group gets its address, in place of the vSwitches of profile and settings."),
    SCHEDULE_STRATEGY(
            PLACEMENT,
            Y2021,
            "k8s.aliyun.com/eci-schedule-strategy",
            "VSwitchOrdered or VSwitchRandom, in any case",
            "Whether several vSwitches are tried in their order or at random."),
    SECURITY_GROUP(
            PLACEMENT,
            Y2021,
            "k8s.aliyun.com/eci-security-group",
            "1 to 5 security group ids separated by commas, none twice",
            "Security groups in place of that of profile and settings."),
    RESOURCE_GROUP_ID(
            PLACEMENT,
            Y2021,
            "k8s.aliyun.com/eci-resource-group-id",
            "the id of a resource group, such as rg-acfm3z",
            "Resource group in place of that of profile and settings."),
    CUSTOM_TAGS(
            PLACEMENT,
            TODAY,
            "k8s.aliyun.com/eci-custom-tags",
            "1 to 3 tags such as env:test,name:alice, with keys of their own",
            "Tags of the container group."),
    PRIVATE_POOL_MATCH_CRITERIA(
            PLACEMENT,
            TODAY,
            "k8s.aliyun.com/eci-privatepool-matchcriteria",
            "Open or Target; Target needs eci-privatepool-id",
            "Whether reserved capacity is used.",
            Standing.NOTED,
            "the ECI API has no parameter for it"),
    PRIVATE_POOL_ID(
            PLACEMENT,
            TODAY,
            "k8s.aliyun.com/eci-privatepool-id",
            "the id of a private pool, such as eap-bp1a, together with eci-privatepool-matchcriteria Target",
            "The reserved capacity to use.",
            Standing.REFUSED,
            "the ECI API has no parameter for it, and the group would be charged beside the pool"),
    SPOT_STRATEGY(
            SPOT,
            Y2021,
            "k8s.aliyun.com/eci-spot-strategy",
            "SpotAsPriceGo, SpotWithPriceLimit or NoSpot",
            "How a spot group is bid for."),
    SPOT_PRICE_LIMIT(
            SPOT,
            Y2021,
            "k8s.aliyun.com/eci-spot-price-limit",
            "a price above 0 with at most three decimals; with SpotWithPriceLimit, which needs it, and only then",
            "The most to pay per hour."),
    SPOT_DURATION(
            SPOT,
            Y2021,
            "k8s.aliyun.com/eci-spot-duration",
            "0 or 1, with a spot strategy",
            "Hours for which ECI does not take the group back."),
    SPOT_FALLBACK(
            SPOT,
            TODAY,
            "k8s.aliyun.com/eci-spot-fallback",
            "true or false, with a spot strategy",
            "Whether the full price is paid when there is no spot stock."),
    SPOT_RELEASE_STRATEGY(
            SPOT,
            TODAY,
            "k8s.aliyun.com/eci-spot-release-strategy",
            "api-evict",
            "On ECI's warning the pod is evicted by the Eviction API, so that disruption budgets count."),
    FAIL_STRATEGY(
            FAILURE,
            TODAY,
            "k8s.aliyun.com/eci-fail-strategy",
            "fail-back, fail-over or fail-fast",
            "Whether a pod that gets no group stays pending and is tried again, or fails at once."),
    MAX_PENDING_MINUTE(
            FAILURE,
            TODAY,
            "k8s.aliyun.com/eci-max-pending-minute",
            "a whole number from 10 to 1440",
            "How long the pod may stay pending; 240 without it."),
    RESCHEDULE_ENABLE(
            FAILURE,
            Y2021,
            "k8s.aliyun.com/eci-reschedule-enable",
            "true or false; not true together with fail-fast",
            "The older way to say fail-back."),
    FAIL_ON_CREATE_ERROR(
            FAILURE,
            Y2021,
            "k8s.aliyun.com/pod-fail-on-create-err",
            "true or false; not true together with fail-back or fail-over",
            "The older way to say fail-fast."),
    EVICTION_ENABLE(
            FAILURE,
            TODAY,
            "k8s.aliyun.com/eci-eviction-enable",
            "true or false",
            "Whether the pod is evicted when ECI tells that its disk is full. ECI documents no such event; the words of the"
                    + " kubelet are understood."),
    AUTO_IMAGE_CACHE(
            IMAGES,
            Y2021,
            "k8s.aliyun.com/eci-auto-imc",
            "true or false",
            "Whether ECI looks for an image cache that fits.",
            List.of("k8s.aliyun.com/eci-image-cache")),
    IMAGE_CACHE_ID(
            IMAGES,
            Y2021,
            "k8s.aliyun.com/eci-imc-id",
            "the id of an image cache, such as imc-bp1a",
            "The image cache to start from; it wins over eci-auto-imc.",
            List.of("k8s.aliyun.com/eci-image-snapshot-id")),
    IMAGE_CACHE_PERFECT_MATCH(
            IMAGES,
            TODAY,
            "k8s.aliyun.com/imc-perfect-match",
            "true or false",
            "Whether only an image cache with all images counts.",
            Standing.NOTED,
            "the ECI API has no parameter for it"),
    IMAGE_CACHE_MATCH_COUNT(
            IMAGES,
            TODAY,
            "k8s.aliyun.com/imc-match-count-request",
            "a whole number from 1 to 100",
            "How many images an image cache must have.",
            Standing.NOTED,
            "the ECI API has no parameter for it"),
    IMAGE_ACCELERATE_MODE(
            IMAGES,
            TODAY,
            "k8s.aliyun.com/image-accelerate-mode",
            "nydus, dadi, p2p or imc",
            "How the containers start before the whole image is there."),
    ACR_INSTANCE_IDS(
            IMAGES,
            Y2021,
            "k8s.aliyun.com/acr-instance-ids",
            "ids of enterprise registries separated by commas, such as cri-bp1a or cn-beijing:cri-bp1a",
            "Registries that need no password.",
            List.of("k8s.aliyun.com/acr-instance-id")),
    ACR_SERVICE_ARNS(
            IMAGES,
            TODAY,
            "k8s.aliyun.com/acr-service-arns",
            "one role such as acs:ram::123:role/puller, or one for each of acr-instance-ids",
            "Roles of the account that pulls."),
    ACR_USER_ARNS(
            IMAGES,
            TODAY,
            "k8s.aliyun.com/acr-user-arns",
            "one role such as acs:ram::123:role/owner, or one for each of acr-instance-ids",
            "Roles of the account that owns the registry."),
    PLAIN_HTTP_REGISTRY(
            IMAGES,
            TODAY,
            "k8s.aliyun.com/plain-http-registry",
            "host[:port] of registries, separated by commas",
            "Own registries that are spoken to by HTTP."),
    INSECURE_REGISTRY(
            IMAGES,
            TODAY,
            "k8s.aliyun.com/insecure-registry",
            "host[:port] of registries, separated by commas",
            "Own registries whose certificates are not checked."),
    DATA_CACHE_BUCKET(
            IMAGES,
            TODAY,
            "k8s.aliyun.com/eci-data-cache-bucket",
            "the name of a bucket, such as default",
            "The data cache of the group."),
    DATA_CACHE_PL(
            IMAGES,
            TODAY,
            "k8s.aliyun.com/eci-data-cache-pl",
            "PL0, PL1, PL2 or PL3, with eci-data-cache-bucket",
            "Performance level of the data cache's disk."),
    DATA_CACHE_PROVISIONED_IOPS(
            IMAGES,
            TODAY,
            "k8s.aliyun.com/eci-data-cache-provisionedIops",
            "a whole number from 0 to 1000000, with eci-data-cache-bucket",
            "Operations per second of the data cache's disk."),
    DATA_CACHE_BURSTING(
            IMAGES,
            TODAY,
            "k8s.aliyun.com/eci-data-cache-burstingEnabled",
            "true or false, with eci-data-cache-bucket",
            "Whether the data cache's disk may do more for a while."),
    WITH_EIP(
            NETWORK,
            Y2021,
            "k8s.aliyun.com/eci-with-eip",
            "true or false; not true together with eci-eip-instanceid",
            "Whether the group gets an elastic IP of its own."),
    EIP_INSTANCE_ID(
            NETWORK,
            Y2021,
            "k8s.aliyun.com/eci-eip-instanceid",
            "the id of an elastic IP, such as eip-bp1a",
            "The elastic IP to bind."),
    EIP_BANDWIDTH(
            NETWORK,
            Y2021,
            "k8s.aliyun.com/eip-bandwidth",
            "a whole number from 1 to 1000, with eci-with-eip",
            "Mbit/s of the new elastic IP."),
    EIP_ISP(
            NETWORK,
            Y2021,
            "k8s.aliyun.com/eip-isp",
            "BGP or BGP_PRO, with eci-with-eip",
            "Line of the new elastic IP."),
    EIP_INTERNET_CHARGE_TYPE(
            NETWORK,
            Y2021,
            "k8s.aliyun.com/eip-internet-charge-type",
            "PayByBandwidth or PayByTraffic, with eci-with-eip",
            "How the new elastic IP is charged.",
            Standing.REFUSED,
            "the ECI API has no parameter for it; bind an elastic IP of your own with eci-eip-instanceid"),
    EIP_COMMON_BANDWIDTH_PACKAGE(
            NETWORK,
            Y2021,
            "k8s.aliyun.com/eip-common-bandwidth-package-id",
            "the id of a bandwidth package, such as cbwp-bp1a, with eci-with-eip",
            "Bandwidth package of the new elastic IP."),
    EIP_ADDRESS_POOL(
            NETWORK,
            TODAY,
            "k8s.aliyun.com/eip-public-ip-address-pool-id",
            "the id of an address pool, such as pippool-bp1a, with eci-with-eip",
            "Where the new elastic IP comes from.",
            Standing.REFUSED,
            "the ECI API has no parameter for it; bind an elastic IP of your own with eci-eip-instanceid"),
    ENABLE_IPV6(
            NETWORK,
            Y2021,
            "k8s.aliyun.com/eci-enable-ipv6",
            "true or false",
            "Whether the group has an IPv6 address."),
    IPV6_COUNT(
            NETWORK,
            Y2021,
            "k8s.aliyun.com/eci-ipv6-count",
            "1, and not with eci-enable-ipv6 false",
            "The older way to ask for an IPv6 address."),
    IPV6_BANDWIDTH_ENABLE(
            NETWORK,
            TODAY,
            "k8s.aliyun.com/eci-ipv6-bandwidth-enable",
            "true or false, with an IPv6 address",
            "Whether the IPv6 address reaches the internet."),
    IPV6_BANDWIDTH(
            NETWORK,
            TODAY,
            "k8s.aliyun.com/eci-ipv6-bandwidth",
            "Mbit/s such as 100M, with eci-ipv6-bandwidth-enable",
            "Bandwidth of the IPv6 address to the internet."),
    PRIVATE_IP_ADDRESS(
            NETWORK,
            TODAY,
            "k8s.aliyun.com/eci-private-ip-address",
            "an IPv4 address",
            "The free address of the vSwitch that the group is to have."),
    FIXED_IP(
            NETWORK,
            TODAY,
            "k8s.aliyun.com/eci-fixed-ip",
            "true or false",
            "Whether the address is kept for the pod's successor."),
    FIXED_IP_RETAIN_HOUR(
            NETWORK,
            TODAY,
            "k8s.aliyun.com/eci-fixed-ip-retain-hour",
            "a whole number from 1 to 8760, with eci-fixed-ip",
            "Hours for which the address is kept; 48 without it."),
    INGRESS_BANDWIDTH(
            NETWORK,
            Y2021,
            "kubernetes.io/ingress-bandwidth",
            "a Kubernetes quantity from 1k to 1P, such as 40M",
            "The most that comes in, bit/s."),
    EGRESS_BANDWIDTH(
            NETWORK,
            Y2021,
            "kubernetes.io/egress-bandwidth",
            "a Kubernetes quantity from 1k to 1P, such as 20M",
            "The most that goes out, bit/s."),
    CUSTOM_DNS_CONFIG(
            NETWORK,
            TODAY,
            "k8s.aliyun.com/eci-custom-dnsconfig",
            "JSON such as {\"nameservers\":\"10.0.0.2\",\"searches\":\"a.example\",\"options\":\"ndots:3\"}, each a list with commas",
            "Where names are looked up, in place of the pod's own DNS settings."),
    CUSTOM_HOSTS(
            NETWORK,
            TODAY,
            "k8s.aliyun.com/eci-custom-hosts",
            "JSON such as [{\"host\":\"db.example\",\"ip\":\"10.0.0.9\"}]",
            "Entries of the hosts file."),
    KUBE_PROXY_ENABLED(
            NETWORK,
            TODAY,
            "k8s.aliyun.com/eci-kube-proxy-enabled",
            "true or false",
            "Whether the group reaches services by their cluster IP, in place of ECI_KUBE_PROXY."),
    NETWORK_POLICY_ENABLE(
            NETWORK,
            TODAY,
            "k8s.aliyun.com/eci-network-policy-enable",
            "true or false",
            "Whether network policies hold for the pod.",
            Standing.REFUSED,
            "nothing enforces network policies on a virtual node; use security groups"),
    EXTRA_EPHEMERAL_STORAGE(
            SYSTEM,
            Y2021,
            "k8s.aliyun.com/eci-extra-ephemeral-storage",
            "a quantity from 1Gi to 32768Gi, such as 50Gi",
            "Disk of the group beyond what is free of charge."),
    EPHEMERAL_STORAGE_OPTIONS(
            SYSTEM,
            TODAY,
            "k8s.aliyun.com/eci-ephemeral-storage-options",
            "JSON such as {\"encrypted\":\"true\"}",
            "Whether that disk is encrypted.",
            Standing.REFUSED,
            "the ECI API has no parameter for it"),
    SET_DISK_VOLUME(
            SYSTEM,
            OLD,
            "k8s.aliyun.com/eci-set-diskvolume",
            "volume:fstype:size such as cache:ext4:500Gi, several separated by commas; each an emptyDir or hostPath volume of the pod, 20Gi to 32768Gi",
            "Volumes that become cloud disks, made with the group and removed with it."),
    NTP_SERVER(
            SYSTEM, Y2021, "k8s.aliyun.com/eci-ntp-server", "1 to 20 addresses separated by commas", "Time servers."),
    CORE_PATTERN(
            SYSTEM,
            Y2021,
            "k8s.aliyun.com/eci-core-pattern",
            "an absolute path, such as /pod/data/dump/core",
            "Where core dumps go."),
    SLS_ENABLE(
            SYSTEM,
            TODAY,
            "k8s.aliyun.com/eci-sls-enable",
            "true or false",
            "Whether the Log Service collects the pod's logs."),
    RAM_ROLE_NAME(
            SYSTEM,
            Y2021,
            "k8s.aliyun.com/eci-ram-role-name",
            "the name of a RAM role",
            "The RAM role whose rights the containers have.");

    /** The prefix of all but a few of them, and of what is written back to the pod. */
    public static final String PREFIX = "k8s.aliyun.com/";

    /** What an annotation is about. */
    public enum Topic {
        SIZE("Size and hardware"),
        PLACEMENT("Placement and ownership"),
        SPOT("Spot"),
        FAILURE("When there is no room"),
        IMAGES("Images and data"),
        NETWORK("Network"),
        SYSTEM("Storage, system and identity");

        private final String title;

        Topic(String title) {
            this.title = title;
        }

        /** The topic as a headline. */
        public String title() {
            return title;
        }
    }

    /** Which edition of the addon's public documentation has it. */
    public enum Edition {
        /** Only material from before 2021. */
        OLD,
        /** The edition of 2021, and those after it. */
        Y2021,
        /** Only later ones. */
        TODAY
    }

    /** What becomes of a pod that carries it. */
    public enum Standing {
        /** The group is made as it says. */
        HONOURED,
        /** It is left out, and an event on the pod says so. */
        NOTED,
        /** Without it the pod would be less safe, somewhere else, or dearer than it says: it is not started. */
        REFUSED
    }

    private final Topic topic;
    private final Edition edition;
    private final String key;
    private final List<String> olderKeys;
    private final String rule;
    private final String meaning;
    private final Standing standing;
    private final String why;

    PodAnnotation(Topic topic, Edition edition, String key, String rule, String meaning) {
        this(topic, edition, key, rule, meaning, List.of());
    }

    PodAnnotation(Topic topic, Edition edition, String key, String rule, String meaning, List<String> olderKeys) {
        this(topic, edition, key, rule, meaning, olderKeys, Standing.HONOURED, "");
    }

    PodAnnotation(
            Topic topic, Edition edition, String key, String rule, String meaning, Standing standing, String why) {
        this(topic, edition, key, rule, meaning, List.of(), standing, why);
    }

    PodAnnotation(
            Topic topic,
            Edition edition,
            String key,
            String rule,
            String meaning,
            List<String> olderKeys,
            Standing standing,
            String why) {
        this.topic = topic;
        this.edition = edition;
        this.key = key;
        this.olderKeys = olderKeys;
        this.rule = rule;
        this.meaning = meaning;
        this.standing = standing;
        this.why = why;
    }

    /** The annotation of this key, in any of its spellings; null when there is none. */
    public static @Nullable PodAnnotation of(String key) {
        return Arrays.stream(values())
                .filter(one -> one.keys().anyMatch(key::equals))
                .findFirst()
                .orElse(null);
    }

    /** What it is about. */
    public Topic topic() {
        return topic;
    }

    /** Which edition of the addon's public documentation has it. */
    public Edition edition() {
        return edition;
    }

    /** The key as it is written today, with its prefix. */
    public String key() {
        return key;
    }

    /** Keys that it had before, and which are still read. */
    public List<String> olderKeys() {
        return olderKeys;
    }

    /** All its keys, today's first. */
    public Stream<String> keys() {
        return Stream.concat(Stream.of(key), olderKeys.stream());
    }

    /** What a valid value looks like, as the end of a sentence that starts with "it must be". */
    public String rule() {
        return rule;
    }

    /** One sentence for people. */
    public String meaning() {
        return meaning;
    }

    /** What becomes of a pod that carries it. */
    public Standing standing() {
        return standing;
    }

    /** Why it is not honoured, as a clause; empty for one that is. */
    public String why() {
        return why;
    }
}
