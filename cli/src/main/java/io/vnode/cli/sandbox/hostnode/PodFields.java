package io.vnode.cli.sandbox.hostnode;

import io.fabric8.kubernetes.api.model.Pod;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields of a pod that its own containers may ask for (the downward API). */
record PodFields(Pod pod, String address, String nodeName) {

    private static final Pattern KEY = Pattern.compile("metadata\\.(labels|annotations)\\['(.+)']");

    String value(String path) {
        return switch (path) {
            case "metadata.name" -> pod.getMetadata().getName();
            case "metadata.namespace" -> pod.getMetadata().getNamespace();
            case "metadata.uid" -> pod.getMetadata().getUid();
            case "metadata.labels" -> lines(pod.getMetadata().getLabels());
            case "metadata.annotations" -> lines(pod.getMetadata().getAnnotations());
            case "spec.nodeName" -> nodeName;
            case "spec.serviceAccountName" -> pod.getSpec().getServiceAccountName();
            case "status.hostIP", "status.hostIPs", "status.podIP", "status.podIPs" -> address;
            default -> ofKey(path);
        };
    }

    private String ofKey(String path) {
        Matcher key = KEY.matcher(path);
        if (!key.matches()) {
            throw new UnrunnableException(
                    "CreateContainerConfigError", "pod field %s is not known here".formatted(path));
        }
        Map<String, String> values = key.group(1).equals("labels")
                ? pod.getMetadata().getLabels()
                : pod.getMetadata().getAnnotations();
        return values == null ? "" : values.getOrDefault(key.group(2), "");
    }

    private static String lines(@Nullable Map<String, String> values) {
        return values == null
                ? ""
                : values.entrySet().stream()
                        .map(entry -> entry.getKey() + "=\"" + entry.getValue() + "\"")
                        .collect(Collectors.joining("\n"));
    }
}
