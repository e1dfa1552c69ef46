package io.vnode.provider.translate;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields of a pod that its containers can read, as environment variables or files. */
final class FieldPaths {

    private static final Pattern SUBSCRIPT = Pattern.compile("metadata\\.(labels|annotations)\\['(.+)']");

    private static final Set<String> PLAIN = Set.of(
            "metadata.name",
            "metadata.namespace",
            "metadata.uid",
            "metadata.labels",
            "metadata.annotations",
            "spec.nodeName",
            "spec.serviceAccountName");

    /** ECI fills these in. Each container group is a host of its own, so its host's address is its own address. */
    private static final Set<String> ADDRESSES =
            Set.of("status.podIP", "status.podIPs", "status.hostIP", "status.hostIPs");

    private FieldPaths() {}

    static boolean known(String path) {
        return PLAIN.contains(path) || metadata(path) || address(path);
    }

    /** Whether the field is one that a file may hold too. */
    static boolean metadata(String path) {
        return path.startsWith("metadata.")
                && (PLAIN.contains(path) || SUBSCRIPT.matcher(path).matches());
    }

    /** Whether only ECI knows the value. */
    static boolean address(String path) {
        return ADDRESSES.contains(path);
    }

    /** The value of a field that {@link #known} knows and that is no address. */
    static String value(Pod pod, String path) {
        ObjectMeta metadata = pod.getMetadata();
        Matcher subscript = SUBSCRIPT.matcher(path);
        if (subscript.matches()) {
            Map<String, String> entries =
                    subscript.group(1).equals("labels") ? metadata.getLabels() : metadata.getAnnotations();
            return orEmpty(entries).getOrDefault(subscript.group(2), "");
        }
        return switch (path) {
            case "metadata.name" -> metadata.getName();
            case "metadata.namespace" -> metadata.getNamespace();
            case "metadata.uid" -> metadata.getUid();
            case "metadata.labels" -> lines(metadata.getLabels());
            case "metadata.annotations" -> lines(metadata.getAnnotations());
            case "spec.nodeName" -> Objects.requireNonNullElse(pod.getSpec().getNodeName(), "");
            case "spec.serviceAccountName" ->
                Objects.requireNonNullElse(pod.getSpec().getServiceAccountName(), "");
            default -> throw new IllegalArgumentException("field " + path + " is not known");
        };
    }

    /** The form that the kubelet gives to labels and annotations in files. */
    private static String lines(@Nullable Map<String, String> entries) {
        return new TreeMap<>(orEmpty(entries))
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "=\"" + escaped(entry.getValue()) + "\"")
                        .collect(Collectors.joining("\n"));
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private static Map<String, String> orEmpty(@Nullable Map<String, String> entries) {
        return entries == null ? Map.of() : entries;
    }
}
