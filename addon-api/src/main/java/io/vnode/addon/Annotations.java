package io.vnode.addon;

/** Annotations that the provider writes to pods and reads back. */
public final class Annotations {

    /** Id of the container group that runs the pod. Once set, the pod is never given a second group. */
    public static final String INSTANCE_ID = "k8s.aliyun.com/eci-instance-id";

    /** Request id of the create call that ECI accepted; its support asks for it. */
    public static final String REQUEST_ID = "k8s.aliyun.com/eci-request-id";

    private Annotations() {}
}
