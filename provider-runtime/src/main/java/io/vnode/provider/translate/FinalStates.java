package io.vnode.provider.translate;

import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import org.jspecify.annotations.Nullable;

/**
 * Which ends of containers are final. The API server refuses a whole status in which a container that has come to such an
 * end runs again, which is what ECI shows after somebody restarted the group behind the pod's back.
 *
 * @param init whether these are init containers
 * @param restartPolicy the pod's restart policy
 */
record FinalStates(boolean init, String restartPolicy) {

    static FinalStates ofInitContainers(Pod pod) {
        return new FinalStates(true, restartPolicy(pod));
    }

    static FinalStates ofContainers(Pod pod) {
        return new FinalStates(false, restartPolicy(pod));
    }

    boolean keeps(ContainerStatus known) {
        ContainerStateTerminated end =
                known.getState() == null ? null : known.getState().getTerminated();
        if (end == null) {
            return false;
        }
        boolean well = end.getExitCode() != null && end.getExitCode() == 0;
        return switch (restartPolicy) {
            case "Never" -> true;
            case "OnFailure" -> well;
            default -> init && well;
        };
    }

    private static String restartPolicy(Pod pod) {
        @Nullable String policy = pod.getSpec().getRestartPolicy();
        return policy == null ? "Always" : policy;
    }
}
