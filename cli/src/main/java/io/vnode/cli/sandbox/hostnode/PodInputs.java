package io.vnode.cli.sandbox.hostnode;

import java.util.Map;

/** What a pod refers to by name in its namespace. */
interface PodInputs {

    /**
     * The content of a Secret.
     *
     * @param optional makes a missing one an empty one
     * @throws UnrunnableException when it is missing or not to be read yet
     */
    Map<String, byte[]> secret(String name, boolean optional);

    /** The content of a ConfigMap; see {@link #secret}. */
    Map<String, byte[]> configMap(String name, boolean optional);
}
