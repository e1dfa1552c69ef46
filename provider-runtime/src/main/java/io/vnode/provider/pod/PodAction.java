package io.vnode.provider.pod;

import io.fabric8.kubernetes.api.model.Pod;
import io.vnode.eci.model.ContainerGroup;

/** The next step for a pod. */
sealed interface PodAction {

    /** All is as it should be. */
    record Nothing() implements PodAction {}

    /** Nothing may be concluded at the moment. */
    record Wait(String why) implements PodAction {}

    /** The pod is wanted and has no container group. */
    record CreateGroup(Pod pod) implements PodAction {}

    /** The pod is to say what its group does. */
    record WriteStatus(Pod pod, ContainerGroup group) implements PodAction {}

    /** The pod is over, and not by its own doing. */
    record FailPod(Pod pod, String reason, String message) implements PodAction {}

    /** The pod is of a kind that virtual nodes do not run; it is told so and left alone. */
    record DeclinePod(Pod pod, String reason, String message) implements PodAction {}

    /** The group of a pod that is over is to go. */
    record DeleteGroup(String groupId) implements PodAction {}

    /** The group has no pod in sight; it is to go if the API server confirms that there is none. */
    record DeleteOrphan(String groupId) implements PodAction {}

    /** The pod's group is gone or has ended, so the pod may leave the API. */
    record RemovePod(Pod pod) implements PodAction {}
}
