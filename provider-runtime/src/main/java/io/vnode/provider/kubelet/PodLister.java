package io.vnode.provider.kubelet;

import io.vnode.addon.PodKey;
import org.jspecify.annotations.Nullable;

/** What this room needs to know of pods. */
public interface PodLister {

    /** The pod of that name on this node; null when there is none. */
    @Nullable
    PodKey find(String namespace, String name);

    /** The id of the container group recorded on a pod; null when none is. */
    @Nullable
    String recordedGroupId(PodKey pod);
}
