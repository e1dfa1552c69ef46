package io.vnode.addon;

/** The taint that keeps pods off the virtual nodes unless they ask for them. */
public final class Taints {

    /** Key of the taint on every virtual node. */
    public static final String KEY = "virtual-kubelet.io/provider";

    /** Value of the taint. */
    public static final String VALUE = "alibabacloud";

    /** Effect of the taint. */
    public static final String EFFECT = "NoSchedule";

    private Taints() {}
}
