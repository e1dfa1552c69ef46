package io.vnode.cli.sandbox.hostnode;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import org.jspecify.annotations.Nullable;

/** Decides which pods this node can run. */
final class PodAdmission {

    private PodAdmission() {}

    /** Why this node will never run the pod, or null if it will. */
    static @Nullable Refusal refusal(Pod pod) {
        for (Container container : pod.getSpec().getContainers()) {
            if (!AddonImage.matches(container.getImage())) {
                return new Refusal(
                        "ErrImageNeverPull",
                        "The sandbox's host node runs only the addon's own image (vnode/runtime), as local processes; it "
                                + "cannot run " + container.getImage()
                                + ". To send this pod to a virtual node, delete it and create it again with the label "
                                + "eci=true.");
            }
            if (!container.getCommand().isEmpty()) {
                return new Refusal(
                        "CreateContainerError",
                        "container %s sets a command; the sandbox's host node runs the addon's own entry point only"
                                .formatted(container.getName()));
            }
        }
        if (!pod.getSpec().getInitContainers().isEmpty()) {
            return new Refusal("CreateContainerError", "the sandbox's host node runs no init containers");
        }
        return null;
    }

    /**
     * Why not.
     *
     * @param reason as Kubernetes calls it
     */
    record Refusal(String reason, String message) {}
}
