package io.vnode.provider.pod;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.vnode.addon.PodKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.LongSupplier;

/**
 * When this process heard of pods that have no container group yet. Whatever was written before a pod was created was written
 * before that moment.
 */
final class Arrivals implements ResourceEventHandler<Pod> {

    private static final int REMEMBERED = 16_384;

    private final LongSupplier nanoTime;
    private final SequencedMap<PodKey, Long> moments = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<PodKey, Long> eldest) {
            return size() > REMEMBERED;
        }
    };

    Arrivals(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** The moment of a pod's arrival. Told only once: a pod that is tried again arrives again, now. */
    long take(PodKey pod) {
        Long moment;
        synchronized (moments) {
            moment = moments.remove(pod);
        }
        return moment == null ? nanoTime.getAsLong() : moment;
    }

    @Override
    public void onAdd(Pod pod) {
        if (PodFacts.recordedGroupId(pod) == null) {
            synchronized (moments) {
                moments.put(PodFacts.key(pod), nanoTime.getAsLong());
            }
        }
    }

    @Override
    public void onUpdate(Pod before, Pod after) {
        // It is the first time that counts.
    }

    @Override
    public void onDelete(Pod pod, boolean finalStateUnknown) {
        synchronized (moments) {
            moments.remove(PodFacts.key(pod));
        }
    }
}
