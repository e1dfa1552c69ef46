package io.vnode.addon;

/**
 * The names under which the addon's objects live in a cluster. They are the names that users of {@code ack-virtual-node}
 * know, so their scripts and runbooks keep working.
 */
public final class AddonObjects {

    /** Every namespaced object of the addon lives here; the namespace is fixed. */
    public static final String NAMESPACE = "kube-system";

    /** The StatefulSet whose pods are the providers; also the name before the ordinal of every virtual node. */
    public static final String PROVIDER_STATEFUL_SET = "virtual-node-eci";

    /** The container of the provider pods that carries the settings as its environment. */
    public static final String PROVIDER_CONTAINER = "provider";

    /** ServiceAccount of the provider pods. */
    public static final String PROVIDER_SERVICE_ACCOUNT = "virtual-node-eci";

    /** ServiceAccount of the kube-proxies beside the containers of pods. */
    public static final String KUBE_PROXY_SERVICE_ACCOUNT = "virtual-node-kube-proxy";

    /** Deployment of the admission webhook, its Service and its ServiceAccount. */
    public static final String ADMISSION_CONTROLLER = "ack-virtual-node-affinity-admission-controller";

    /** The container of the admission webhook's pods. */
    public static final String ADMISSION_CONTAINER = "admission";

    /** Secret with the webhook's serving certificate: {@code tls.crt}, {@code tls.key} and the issuer as {@code ca.crt}. */
    public static final String ADMISSION_CERTIFICATE_SECRET = ADMISSION_CONTROLLER + "-certificate";

    /** The MutatingWebhookConfiguration. */
    public static final String WEBHOOK_CONFIGURATION = "vk-webhook";

    /** ConfigMap with the settings that act without a restart. */
    public static final String PROFILE_CONFIG_MAP = "eci-profile";

    /** Secret with the access key, under {@link #ACCESS_KEY_ID} and {@link #ACCESS_KEY_SECRET}. */
    public static final String CREDENTIALS_SECRET = "alibaba-addon-secret";

    /** Key of the access key id in {@link #CREDENTIALS_SECRET}. */
    public static final String ACCESS_KEY_ID = "access-key-id";

    /** Key of the access key secret in {@link #CREDENTIALS_SECRET}. */
    public static final String ACCESS_KEY_SECRET = "access-key-secret";

    /** Namespace of the Leases of nodes: the heartbeat, which has the node's name, and the one of {@link #ownerLease}. */
    public static final String NODE_LEASE_NAMESPACE = "kube-node-lease";

    /** Lease, in {@link #NAMESPACE}, of the provider that has the duties of the whole cluster. */
    public static final String LEADER_LEASE = PROVIDER_STATEFUL_SET + "-leader";

    private AddonObjects() {}

    /** The Lease that the one process holds which may act for a virtual node. */
    public static String ownerLease(String nodeName) {
        return nodeName + "-owner";
    }

    /**
     * The node that the provider with this ordinal keeps; provider pod and node have the same name.
     *
     * @param ordinal 0 for the first virtual node
     */
    public static String nodeName(int ordinal) {
        if (ordinal < 0) {
            throw new IllegalArgumentException("ordinal is " + ordinal + "; it starts at 0");
        }
        return PROVIDER_STATEFUL_SET + "-" + ordinal;
    }
}
