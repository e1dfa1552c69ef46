package io.vnode.provider.translate;

import static io.vnode.provider.translate.Unsupported.Effect.IGNORED;
import static io.vnode.provider.translate.Unsupported.Effect.REFUSED;
import static io.vnode.provider.translate.Unsupported.Effect.TRANSLATED;

import io.vnode.provider.translate.Unsupported.Effect;
import java.util.List;

/** What a pod can ask for in a container, beyond its environment, probes, privileges and mounts. */
public enum ContainerFeature implements PodFeature {
    IMAGE(
            TRANSLATED,
            "as written",
            "spec.containers[].name",
            "spec.containers[].image",
            "spec.containers[].imagePullPolicy"),
    COMMAND(
            TRANSLATED,
            "both as written, `$(NAME)` filled in and `$$` for a dollar",
            "spec.containers[].command",
            "spec.containers[].args"),
    WORKING_DIR(TRANSLATED, "as written", "spec.containers[].workingDir"),
    PORTS(TRANSLATED, "as written", "spec.containers[].ports"),
    HOST_PORT(
            IGNORED,
            "the pod's own address has the container's port; use it or a LoadBalancer Service",
            "spec.containers[].ports[].hostPort",
            "spec.containers[].ports[].hostIP"),
    SCTP_PORT(IGNORED, "ECI knows TCP and UDP ports", "spec.containers[].ports[].protocol"),
    RESERVED_PORT(
            REFUSED,
            "ECI itself listens on 111, 10250 and 10255 in each pod; choose another port",
            "spec.containers[].ports[].containerPort"),
    RESOURCES(
            TRANSLATED,
            "limits, else requests, else 1 vCPU and 2 GiB; the group has the sum of its containers, or the largest init container if that is more, and ECI rounds up to what it sells",
            "spec.containers[].resources.limits",
            "spec.containers[].resources.requests"),
    GPU(
            TRANSLATED,
            "`nvidia.com/gpu` and `aliyun.com/gpu`: whole GPUs, with an instance type that has them (annotation `k8s.aliyun.com/eci-use-specs`)",
            "spec.containers[].resources.limits[nvidia.com/gpu]",
            "spec.containers[].resources.limits[aliyun.com/gpu]"),
    EPHEMERAL_STORAGE(
            TRANSLATED,
            "disk beyond the 30 GiB that each container group has free of charge, whole GiB",
            "spec.containers[].resources.limits[ephemeral-storage]"),
    OTHER_RESOURCE(
            REFUSED, "ECI sells vCPUs, memory, disk and GPUs; leave it out", "spec.containers[].resources (any other)"),
    RESOURCE_CLAIM(
            REFUSED, "ask for GPUs by `nvidia.com/gpu` in place of claims", "spec.containers[].resources.claims"),
    RESIZE_POLICY(
            TRANSLATED,
            "a running container keeps its size; create the pod anew to change it",
            "spec.containers[].resizePolicy"),
    SIDECAR(
            REFUSED,
            "ECI runs init containers one after the other to their end; move it to `spec.containers`",
            "spec.initContainers[].restartPolicy"),
    RESTART_RULES(
            REFUSED,
            "ECI knows one restart policy for all containers of a pod; use `spec.restartPolicy`",
            "spec.containers[].restartPolicy",
            "spec.containers[].restartPolicyRules"),
    TERMINATION_MESSAGE(
            TRANSLATED,
            "as written",
            "spec.containers[].terminationMessagePath",
            "spec.containers[].terminationMessagePolicy"),
    TERMINAL(
            TRANSLATED,
            "as written",
            "spec.containers[].stdin",
            "spec.containers[].stdinOnce",
            "spec.containers[].tty"),
    INIT_TERMINAL(
            IGNORED, "ECI gives init containers no input", "spec.initContainers[].stdin", "spec.initContainers[].tty");

    private final Handling handling;

    ContainerFeature(Effect effect, String text, String... fields) {
        this.handling = new Handling(effect, text, List.of(fields));
    }

    @Override
    public Handling handling() {
        return handling;
    }
}
