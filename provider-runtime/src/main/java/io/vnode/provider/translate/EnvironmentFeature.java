package io.vnode.provider.translate;

import static io.vnode.provider.translate.Unsupported.Effect.IGNORED;
import static io.vnode.provider.translate.Unsupported.Effect.REFUSED;
import static io.vnode.provider.translate.Unsupported.Effect.TRANSLATED;

import io.vnode.provider.translate.Unsupported.Effect;
import java.util.List;

/** What a pod can ask for in the environment of a container. */
public enum EnvironmentFeature implements PodFeature {
    ENVIRONMENT(
            TRANSLATED,
            "in the order of the pod, at most 240; `$(NAME)` filled in",
            "spec.containers[].env[].name",
            "spec.containers[].env[].value"),
    FROM_OBJECTS(
            TRANSLATED,
            "read when the container group is created; a change afterwards does not reach running pods; keys that cannot be names are passed over, and an event says so",
            "spec.containers[].envFrom",
            "spec.containers[].env[].valueFrom.configMapKeyRef",
            "spec.containers[].env[].valueFrom.secretKeyRef"),
    FIELD_REF(
            TRANSLATED,
            "`metadata.name`, `.namespace`, `.uid`, `.labels['…']`, `.annotations['…']`, `spec.nodeName`, `spec.serviceAccountName`; `status.podIP`, `.podIPs`, `.hostIP` and `.hostIPs` are the pod's address, set by ECI",
            "spec.containers[].env[].valueFrom.fieldRef"),
    UNKNOWN_FIELD_REF(
            REFUSED,
            "use a field of `metadata`, and in variables also `spec.nodeName`, `spec.serviceAccountName` or an address of `status`",
            "spec.containers[].env[].valueFrom.fieldRef (any other)"),
    RESOURCE_FIELD_REF(
            TRANSLATED,
            "limits and requests of cpu, memory and ephemeral-storage, rounded up to the divisor; a limit that is not set is the size of the container group",
            "spec.containers[].env[].valueFrom.resourceFieldRef"),
    UNKNOWN_RESOURCE_FIELD_REF(
            REFUSED,
            "use cpu, memory or ephemeral-storage",
            "spec.containers[].env[].valueFrom.resourceFieldRef (any other)"),
    FILE_KEY_REF(
            REFUSED,
            "ECI reads no variables from files; read the file in the container's command",
            "spec.containers[].env[].valueFrom.fileKeyRef"),
    ADDRESS_IN_TEXT(
            IGNORED,
            "the pod's address is known to ECI alone, so `$(NAME)` of it stays as it is; let a shell in the container put it in",
            "spec.containers[].env[].value, command, args that name the pod's address");

    private final Handling handling;

    EnvironmentFeature(Effect effect, String text, String... fields) {
        this.handling = new Handling(effect, text, List.of(fields));
    }

    @Override
    public Handling handling() {
        return handling;
    }
}
