package io.vnode.provider.pod;

import io.vnode.addon.PodKey;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The pods that were on this node and were seen to leave the API, until nothing of them is left. */
final class Departed {

    private final Set<PodKey> pods = ConcurrentHashMap.newKeySet();

    void add(PodKey pod) {
        pods.add(pod);
    }

    boolean has(PodKey pod) {
        return pods.contains(pod);
    }

    void forget(PodKey pod) {
        pods.remove(pod);
    }
}
