package io.vnode.eci.model.metric;

import java.util.List;

/**
 * Measurements of a container group.
 *
 * @param containerGroupId the group
 * @param records oldest first, as ECI gives them
 */
public record ContainerGroupMetrics(String containerGroupId, List<MetricRecord> records) {
    public ContainerGroupMetrics {
        records = List.copyOf(records);
    }
}
