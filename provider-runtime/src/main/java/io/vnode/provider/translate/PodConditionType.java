package io.vnode.provider.translate;

/**
 * The conditions that the provider writes to pods. Those of others, such as the conditions of readiness gates and whatever
 * the scheduler said of {@link #POD_SCHEDULED}, are never touched.
 */
public enum PodConditionType {
    POD_SCHEDULED("PodScheduled", "written only to pods that no scheduler has bound"),
    CONTAINER_INSTANCE_CREATED(
            "ContainerInstanceCreated",
            "ECI has found an instance for the container group; while it has not, the reason says what it waits for: "
                    + "`Creating`, or ECI's word such as `NoStock`"),
    SANDBOX_READY("SandboxReady", "the instance works: its containers are being started, or run"),
    INITIALIZED("Initialized", "all init containers have ended well"),
    CONTAINERS_READY("ContainersReady", "all containers are ready"),
    READY("Ready", "all containers are ready and all readiness gates are open"),
    CONTAINER_HAS_SUFFICIENT_DISK(
            "ContainerHasSufficientDisk", "`False` once ECI reports that the temporary storage is full"),
    CONTAINER_INSTANCE_EXPIRED(
            "ContainerInstanceExpired", "`True` once ECI announces that it takes the spot instance back"),
    UNSCHEDULABLE("Unschedulable", "`True` while ECI looks in vain for an instance; the reason is ECI's word");

    private final String word;
    private final String meaning;

    PodConditionType(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
    }

    /** The type as it stands in the pod's status. */
    public String word() {
        return word;
    }

    /** What it says, for people. */
    public String meaning() {
        return meaning;
    }
}
