package io.vnode.emulator.state;

/** When an ended container is started again. */
public enum RestartPolicy {
    ALWAYS("Always"),
    ON_FAILURE("OnFailure"),
    NEVER("Never");

    private final String wireName;

    RestartPolicy(String wireName) {
        this.wireName = wireName;
    }

    /** The policy's name in the API. */
    public String wireName() {
        return wireName;
    }

    /** Whether a container that ended with this code is started again. */
    boolean restarts(int exitCode) {
        return switch (this) {
            case ALWAYS -> true;
            case ON_FAILURE -> exitCode != 0;
            case NEVER -> false;
        };
    }

    /** The policy for init containers, which need to succeed only once. */
    RestartPolicy forInitContainers() {
        return this == ALWAYS ? ON_FAILURE : this;
    }
}
