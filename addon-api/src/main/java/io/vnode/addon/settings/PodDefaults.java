package io.vnode.addon.settings;

/**
 * What the next pod gets where it does not say so itself. A change acts on pods that are created afterwards, never on
 * running ones.
 *
 * @param placement where container groups run
 * @param kubeProxy whether container groups can reach services by their cluster IP
 */
public record PodDefaults(Placement placement, boolean kubeProxy) {}
