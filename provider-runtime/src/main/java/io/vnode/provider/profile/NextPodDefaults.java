package io.vnode.provider.profile;

import io.vnode.addon.profile.EciProfile;
import io.vnode.addon.settings.KubeProxy;
import io.vnode.addon.settings.PodDefaults;
import io.vnode.addon.settings.ProviderSettings;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * What the next pod gets where it does not say so itself, worked out anew for each pod.
 *
 * @param settings the environment
 * @param profile the ConfigMap, which stands over the environment
 * @param kubeProxy how the kube-proxy of a container group reaches the API server
 */
public record NextPodDefaults(ProviderSettings settings, Supplier<EciProfile> profile, KubeProxyIdentity kubeProxy)
        implements Supplier<PodDefaults> {

    @Override
    public PodDefaults get() {
        EciProfile current = profile.get();
        boolean wanted = Objects.requireNonNullElse(current.clusterIp(), settings.kubeProxy());
        return current.over(new PodDefaults(
                settings.placement(),
                new KubeProxy(wanted, kubeProxy.access(wanted)),
                settings.dns(),
                settings.daemonSetPods()));
    }
}
