package io.vnode.addon;

/** Annotations that the provider writes to pods and reads back. */
public final class Annotations {

    /** Id of the container group that runs the pod. Once set, the pod is never given a second group. */
    public static final String INSTANCE_ID = "k8s.aliyun.com/eci-instance-id";

    /** Request id of the create call that ECI accepted; its support asks for it. */
    public static final String REQUEST_ID = "k8s.aliyun.com/eci-request-id";

    /** The client token of the create call: the pod's UID. */
    public static final String CLIENT_TOKEN = "k8s.aliyun.com/eci-client-token";

    /** What ECI bills: an ECS instance type, or vCPUs and memory such as {@code 2.0-4.0Gi}. */
    public static final String INSTANCE_SPEC = "k8s.aliyun.com/eci-instance-spec";

    /** vCPUs of the container group. */
    public static final String INSTANCE_CPU = "k8s.aliyun.com/eci-instance-cpu";

    /** GiB of memory of the container group. */
    public static final String INSTANCE_MEM = "k8s.aliyun.com/eci-instance-mem";

    /** The zone that the container group runs in. */
    public static final String INSTANCE_ZONE = "k8s.aliyun.com/eci-instance-zone";

    /** The class of hardware it runs on: {@code economy} or {@code general}. */
    public static final String INSTANCE_COMPUTE_CATEGORY = "k8s.aliyun.com/eci-instance-compute-category";

    /** Its elastic address. */
    public static final String EIP_ADDRESS = "k8s.aliyun.com/allocated-eipAddress";

    /** Its IPv6 address. */
    public static final String IPV6_ADDRESS = "k8s.aliyun.com/allocated-ipv6Address";

    /** Its elastic network interface. */
    public static final String NETWORK_INTERFACE = "k8s.aliyun.com/eni-instance-id";

    /** Its VPC. */
    public static final String VPC = "k8s.aliyun.com/eci-vpc";

    /** On a new pod, the vSwitches to choose from; on one that has its container group, the one it got its address from. */
    public static final String VSWITCH = "k8s.aliyun.com/eci-vswitch";

    /** On a new pod, the security group to use; on one that has its container group, the one it uses. */
    public static final String SECURITY_GROUP = "k8s.aliyun.com/eci-security-group";

    /** The image cache that ECI found for the pod's images. */
    public static final String MATCHED_IMAGE_CACHE = "k8s.aliyun.com/eci-matched-image-cache";

    /** Whether the container group reaches the addresses of services by a kube-proxy of its own. */
    public static final String KUBE_PROXY_ENABLED = "k8s.aliyun.com/eci-kube-proxy-enabled";

    /** {@link #FINISHED} once the container group has its instance. */
    public static final String SCHEDULE_RESULT = "k8s.aliyun.com/eci-schedule-result";

    /** The value of {@link #SCHEDULE_RESULT}. */
    public static final String FINISHED = "finished";

    /** {@link #DONE} once the pod's container group has its instance. */
    public static final String PROVIDER_CREATE = "ProviderCreate";

    /** The value of {@link #PROVIDER_CREATE}. */
    public static final String DONE = "done";

    /** On a virtual node: the version of the provider that keeps it. */
    public static final String PROVIDER_VERSION = "k8s.aliyun.com/vk-version";

    /** On a virtual node: the zones of its vSwitches, separated by commas; absent where they are not known. */
    public static final String ZONES = "vnode.io/zones";

    private Annotations() {}
}
