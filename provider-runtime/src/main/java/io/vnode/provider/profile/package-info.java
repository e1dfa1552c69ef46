/**
 * What the next pod gets where it does not say so itself: the environment of this process, over it the ConfigMap {@code
 * eci-profile}, which acts within seconds and without a restart.
 *
 * <p>Start at {@link NextPodDefaults}, which puts the two together. {@link ProfileWatcher} listens to the ConfigMap, {@link
 * CurrentProfile} decides what counts, {@link KubeProxyIdentity} finds out how the kube-proxy of a container group reaches the
 * API server. None of them knows pods; a pod's own annotations stand over all of this, in the {@code translate} room.
 */
@NullMarked
package io.vnode.provider.profile;

import org.jspecify.annotations.NullMarked;
