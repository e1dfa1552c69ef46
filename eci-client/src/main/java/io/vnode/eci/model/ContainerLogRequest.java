package io.vnode.eci.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which part of which log to read.
 *
 * @param containerGroupId the group
 * @param containerName the container
 * @param tail only so many of the newest lines; ECI gives 500 when not asked, and 2000 at most
 * @param startTime only lines from this moment on
 * @param sinceSeconds only lines of so many seconds
 * @param limitBytes only so many bytes, 1 MiB at most
 * @param timestamps whether each line begins with its time
 * @param previous whether to read the log of the container's run before this one
 */
public record ContainerLogRequest(
        String containerGroupId,
        String containerName,
        @Nullable Integer tail,
        @Nullable Instant startTime,
        @Nullable Integer sinceSeconds,
        @Nullable Long limitBytes,
        boolean timestamps,
        boolean previous) {

    /** The most lines that ECI gives. */
    public static final int MAX_TAIL = 2000;

    /** The most bytes that ECI gives. */
    public static final long MAX_LIMIT_BYTES = 1_048_576;

    public ContainerLogRequest {
        requireWithin("tail", tail, MAX_TAIL);
        requireWithin("limitBytes", limitBytes, MAX_LIMIT_BYTES);
        requireWithin("sinceSeconds", sinceSeconds, Integer.MAX_VALUE);
    }

    /** The newest lines of a container, as many as ECI gives without being asked for a number. */
    public static ContainerLogRequest of(String containerGroupId, String containerName) {
        return new ContainerLogRequest(containerGroupId, containerName, null, null, null, null, false, false);
    }

    private static void requireWithin(String name, @Nullable Number value, long most) {
        if (value != null && (value.longValue() < 1 || value.longValue() > most)) {
            throw new IllegalArgumentException("%s is %s; ECI takes 1 to %d".formatted(name, value, most));
        }
    }
}
