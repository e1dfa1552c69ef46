package io.vnode.provider.translate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A field of a pod that a virtual node does not honour as it is written.
 *
 * @param field where it is in the pod, for example {@code spec.containers[web].startupProbe}
 * @param feature what is known of such fields
 */
public record Unsupported(String field, PodFeature feature) {

    /** What becomes of a pod with such a field. */
    public enum Effect {
        /** The pod would not do what it says, so it is not started. */
        REFUSED,
        /** The pod runs without it, and an event says so. */
        IGNORED,
        /** The pod gets the same, or nearly the same, in another way. */
        TRANSLATED
    }

    /** What becomes of the pod. */
    public Effect effect() {
        return feature.effect();
    }

    /** All fields, by what is known of them: the stable word for it and what to do instead. */
    public static String sentence(List<Unsupported> unsupported) {
        Map<PodFeature, List<String>> fields = unsupported.stream()
                .collect(Collectors.groupingBy(
                        Unsupported::feature,
                        LinkedHashMap::new,
                        Collectors.mapping(Unsupported::field, Collectors.toList())));
        return fields.entrySet().stream()
                .map(entry -> sentence(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String sentence(PodFeature feature, List<String> fields) {
        return "%s (%s: %s)"
                .formatted(
                        String.join(", ", fields),
                        feature.reason(),
                        feature.text().replace("`", ""));
    }
}
