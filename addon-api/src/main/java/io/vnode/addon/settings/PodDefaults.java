package io.vnode.addon.settings;

/**
 * What the next pod gets where it does not say so itself. A change acts on pods that are created afterwards, never on
 * running ones.
 *
 * @param placement where container groups run
 * @param kubeProxy how container groups reach services by their cluster IP
 * @param dns where the names of the cluster are known
 * @param daemonSetPods what becomes of the pods of DaemonSets
 */
public record PodDefaults(Placement placement, KubeProxy kubeProxy, ClusterDns dns, DaemonSetPods daemonSetPods) {

    /** Defaults without cluster IPs and names of the cluster. */
    public static PodDefaults of(Placement placement) {
        return new PodDefaults(placement, KubeProxy.OFF, ClusterDns.NONE, DaemonSetPods.DECLINE);
    }
}
