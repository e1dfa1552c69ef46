package io.vnode.eci.model.metric;

import io.vnode.eci.model.Limits;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which measurements of a container group to read.
 *
 * @param containerGroupId the group
 * @param from null for five minutes before the end
 * @param to null for now
 * @param periodSeconds 15, 30, 60 or 600; null for 60
 */
public record MetricQuery(
        String containerGroupId,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Integer periodSeconds) {
    public MetricQuery {
        Limits.require(
                periodSeconds == null || List.of(15, 30, 60, 600).contains(periodSeconds),
                "period %s is not one of 15, 30, 60 and 600 seconds".formatted(periodSeconds));
        Limits.require(from == null || to == null || from.isBefore(to), "%s is not before %s".formatted(from, to));
    }

    /** The last five minutes. */
    public static MetricQuery ofLastMinutes(String containerGroupId) {
        return new MetricQuery(containerGroupId, null, null, null);
    }
}
