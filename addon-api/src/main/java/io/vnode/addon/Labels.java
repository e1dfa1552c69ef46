package io.vnode.addon;

/** Labels that the addon sets or reads. */
public final class Labels {

    /** On a virtual node and in node selectors: {@code type=virtual-kubelet}. */
    public static final String TYPE = "type";

    /** The value of {@link #TYPE} on every virtual node. */
    public static final String TYPE_VIRTUAL_KUBELET = "virtual-kubelet";

    /** On a virtual node: {@code kubernetes.io/role=agent}, which {@code kubectl get nodes} shows as its role. */
    public static final String ROLE = "kubernetes.io/role";

    /** The role of every virtual node. */
    public static final String ROLE_AGENT = "agent";

    /** On pods and namespaces: {@code eci=true} sends pods to a virtual node. */
    public static final String ECI = "eci";

    /** The newer spelling of {@link #ECI}. */
    public static final String ALIBABACLOUD_ECI = "alibabacloud.com/eci";

    /** On namespaces: {@code virtual-node-affinity-injection=enabled} sends the pods of the namespace to a virtual node. */
    public static final String AFFINITY_INJECTION = "virtual-node-affinity-injection";

    /** The value of {@link #AFFINITY_INJECTION} that switches it on. */
    public static final String AFFINITY_INJECTION_ENABLED = "enabled";

    /** On each object that {@code vnode} keeps; the value is {@link #MANAGED_BY_VNODE}. */
    public static final String MANAGED_BY = "app.kubernetes.io/managed-by";

    /** The tool's name, also its field manager in server-side apply. */
    public static final String MANAGED_BY_VNODE = "vnode";

    /** On each object of the addon; the value is {@link #PART_OF_ADDON}. */
    public static final String PART_OF = "app.kubernetes.io/part-of";

    /** The addon's own name. */
    public static final String PART_OF_ADDON = "ack-virtual-node";

    /** Which part of the addon an object belongs to: {@code provider} or {@code admission}. */
    public static final String COMPONENT = "app.kubernetes.io/component";

    private Labels() {}
}
