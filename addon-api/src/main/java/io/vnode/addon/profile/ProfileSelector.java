package io.vnode.addon.profile;

import io.vnode.addon.Labels;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says which pods go to virtual nodes, what is added to them, or both. What it adds never replaces what a pod has.
 *
 * @param name its name, not empty
 * @param namespaceLabels labels that the pod's namespace must have, all of them; null when it does not ask for the namespace
 * @param podLabels labels that the pod must have, all of them; null when it does not ask for the pod
 * @param addedAnnotations annotations that the pod gets
 * @param addedLabels labels that the pod gets
 */
public record ProfileSelector(
        String name,
        @Nullable Map<String, String> namespaceLabels,
        @Nullable Map<String, String> podLabels,
        Map<String, String> addedAnnotations,
        Map<String, String> addedLabels) {

    /** The selectors of a profile that has none of its own. */
    public static final List<ProfileSelector> USUAL = List.of(
            byPod("pod-alibabacloud-eci", Labels.ALIBABACLOUD_ECI, "true"),
            byPod("pod-eci", Labels.ECI, "true"),
            byNamespace("namespace-alibabacloud-eci", Labels.ALIBABACLOUD_ECI, "true"),
            byNamespace("namespace-eci", Labels.ECI, "true"),
            byNamespace("namespace-affinity-injection", Labels.AFFINITY_INJECTION, Labels.AFFINITY_INJECTION_ENABLED));

    public ProfileSelector {
        namespaceLabels = namespaceLabels == null ? null : Map.copyOf(namespaceLabels);
        podLabels = podLabels == null ? null : Map.copyOf(podLabels);
        addedAnnotations = Map.copyOf(addedAnnotations);
        addedLabels = Map.copyOf(addedLabels);
        if (name.isBlank()) {
            throw new IllegalArgumentException("a selector has no name");
        }
    }

    private static ProfileSelector byPod(String name, String label, String value) {
        return new ProfileSelector(name, null, Map.of(label, value), Map.of(), Map.of());
    }

    private static ProfileSelector byNamespace(String name, String label, String value) {
        return new ProfileSelector(name, Map.of(label, value), null, Map.of(), Map.of());
    }

    /** Whether it sends pods to virtual nodes; one that selects nothing only adds to pods that go there anyway. */
    public boolean schedules() {
        return namespaceLabels != null || podLabels != null;
    }

    /** Whether everything it asks for is there. */
    public boolean matches(Map<String, String> labelsOfNamespace, Map<String, String> labelsOfPod) {
        return has(labelsOfNamespace, namespaceLabels) && has(labelsOfPod, podLabels);
    }

    private static boolean has(Map<String, String> labels, @Nullable Map<String, String> wanted) {
        return wanted == null || labels.entrySet().containsAll(wanted.entrySet());
    }
}
