package io.vnode.cli.cluster;

import java.util.List;

/** How far the addon's workloads and nodes are. */
public sealed interface Rollout {

    /** All of it runs and is Ready. */
    record Ready() implements Rollout {}

    /**
     * Not yet.
     *
     * @param objects each object that is waited for, with its state and reason
     */
    record Waiting(List<String> objects) implements Rollout {

        public Waiting {
            objects = List.copyOf(objects);
        }
    }

    /**
     * It will not become Ready by waiting.
     *
     * @param pod {@code namespace/name} of the pod that shows it
     * @param container the container that fails
     * @param why its reason and message
     */
    record Hopeless(String pod, String container, String why) implements Rollout {}
}
