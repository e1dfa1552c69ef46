package io.vnode.provider.pod;

import io.fabric8.kubernetes.api.model.Pod;
import io.vnode.addon.PodKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the API server answered to our own writes, until the watch has told of them. A watch may be late, or have to be
 * opened anew; without this, a worker would take the pod for what it was before and write the same again.
 */
final class OwnWrites {

    private final Map<PodKey, Pod> answers = new ConcurrentHashMap<>();

    /** Takes note of a pod as the API server answered it. */
    void note(Pod answer) {
        Pod lean = LeanPod.of(answer);
        answers.merge(PodFacts.key(answer), lean, (before, now) -> isNewer(before, now) ? before : now);
    }

    /** The newer of what the watch told last and what was written last. */
    Pod newest(Pod watched) {
        PodKey key = PodFacts.key(watched);
        @Nullable Pod answer = answers.get(key);
        if (answer == null) {
            return watched;
        }
        if (isNewer(answer, watched)) {
            return answer;
        }
        answers.remove(key, answer);
        return watched;
    }

    void forget(PodKey key) {
        answers.remove(key);
    }

    /**
     * Resource versions of one kind grow; where they are not numbers, the watch is right.
     *
     * @see <a href="https://github.com/kubernetes/enhancements/tree/master/keps/sig-api-machinery/5504-comparable-resource-version">
     *     KEP-5504</a>
     */
    private static boolean isNewer(Pod one, Pod other) {
        try {
            return Long.parseUnsignedLong(one.getMetadata().getResourceVersion())
                    > Long.parseUnsignedLong(other.getMetadata().getResourceVersion());
        } catch (NumberFormatException _) {
            return false;
        }
    }
}
