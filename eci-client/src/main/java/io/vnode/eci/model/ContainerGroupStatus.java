package io.vnode.eci.model;

/** Where a container group is in its life. */
public enum ContainerGroupStatus {
    SCHEDULING("Scheduling"),
    SCHEDULE_FAILED("ScheduleFailed"),
    PENDING("Pending"),
    RUNNING("Running"),
    RESTARTING("Restarting"),
    UPDATING("Updating"),
    TERMINATING("Terminating"),
    SUCCEEDED("Succeeded"),
    FAILED("Failed"),
    /** A spot instance that ECI took back. */
    EXPIRED("Expired"),
    /** A word that this version does not know. It counts as active and billed: the careful reading. */
    UNRECOGNISED("");

    private final String word;

    ContainerGroupStatus(String word) {
        this.word = word;
    }

    /** Reads ECI's word for a status. */
    public static ContainerGroupStatus of(String word) {
        for (ContainerGroupStatus status : values()) {
            if (status != UNRECOGNISED && status.word.equals(word)) {
                return status;
            }
        }
        return UNRECOGNISED;
    }

    /** ECI's word; empty for {@link #UNRECOGNISED}. */
    public String word() {
        return word;
    }

    /** Whether the group has come to its end: nothing of it runs, nothing of it will. */
    public boolean ended() {
        return switch (this) {
            case SCHEDULE_FAILED, SUCCEEDED, FAILED, EXPIRED -> true;
            case SCHEDULING, PENDING, RUNNING, RESTARTING, UPDATING, TERMINATING, UNRECOGNISED -> false;
        };
    }

    /** Whether something of the group runs or may yet run. */
    public boolean active() {
        return !ended();
    }

    /** Whether the group costs money in this status. */
    public boolean billed() {
        return active() && this != SCHEDULING;
    }
}
