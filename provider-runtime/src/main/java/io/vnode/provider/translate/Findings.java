package io.vnode.provider.translate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/** What {@link PodFeatures} has found so far, in the order of the pod. */
final class Findings {

    private final SequencedSet<Unsupported> found = new LinkedHashSet<>();

    void addIf(boolean asked, PodFeature feature, String field) {
        if (asked) {
            found.add(new Unsupported(field, feature));
        }
    }

    /** Fields that a newer Kubernetes knows and we do not. */
    void addUnknown(Map<String, Object> others, String at) {
        others.keySet().forEach(name -> addIf(true, WholePodFeature.UNKNOWN_FIELD, at + name));
    }

    List<Unsupported> all() {
        return new ArrayList<>(found);
    }
}
