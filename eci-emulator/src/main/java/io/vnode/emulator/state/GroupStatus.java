package io.vnode.emulator.state;

/** Where a container group is in its life. */
public enum GroupStatus {
    SCHEDULING("Scheduling"),
    SCHEDULE_FAILED("ScheduleFailed"),
    PENDING("Pending"),
    RUNNING("Running"),
    RESTARTING("Restarting"),
    UPDATING("Updating"),
    TERMINATING("Terminating"),
    SUCCEEDED("Succeeded"),
    FAILED("Failed"),
    EXPIRED("Expired");

    private final String wireName;

    GroupStatus(String wireName) {
        this.wireName = wireName;
    }

    /** The status's name in the API. */
    public String wireName() {
        return wireName;
    }

    /** Whether it can be restarted and updated. */
    public boolean changeable() {
        return this == PENDING || this == RUNNING;
    }

    /** Whether it costs something. */
    public boolean billed() {
        return !ended() && this != SCHEDULING;
    }

    /** Whether nothing more will happen, except that the record is forgotten. */
    public boolean ended() {
        return this == SUCCEEDED || this == FAILED || this == SCHEDULE_FAILED || this == EXPIRED;
    }
}
