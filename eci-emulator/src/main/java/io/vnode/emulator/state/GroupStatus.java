package io.vnode.emulator.state;

/** Where a container group is in its life. */
public enum GroupStatus {
    SCHEDULING("Scheduling"),
    PENDING("Pending"),
    RUNNING("Running"),
    TERMINATING("Terminating"),
    SUCCEEDED("Succeeded"),
    FAILED("Failed");

    private final String wireName;

    GroupStatus(String wireName) {
        this.wireName = wireName;
    }

    /** The status's name in the API. */
    public String wireName() {
        return wireName;
    }

    /** Whether nothing more will happen, except that the record is forgotten. */
    public boolean ended() {
        return this == SUCCEEDED || this == FAILED;
    }
}
