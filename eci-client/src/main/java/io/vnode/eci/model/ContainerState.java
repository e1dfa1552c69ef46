package io.vnode.eci.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a container does, or did last. */
public sealed interface ContainerState {

    /** It does not run yet, or not at the moment. */
    record Waiting(@Nullable String reason, @Nullable String message) implements ContainerState {}

    /** It runs. */
    record Running(@Nullable Instant startedAt) implements ContainerState {}

    /** It ran and has ended. */
    record Terminated(
            int exitCode,
            @Nullable Integer signal,
            @Nullable String reason,
            @Nullable String message,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt)
            implements ContainerState {}

    /** ECI used a word for it that this version does not know. */
    record Unrecognised(String word) implements ContainerState {}
}
