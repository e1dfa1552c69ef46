package io.vnode.eci.sdk;

import io.vnode.eci.json.Fields;
import io.vnode.eci.json.JsonTree;
import io.vnode.eci.model.metric.ContainerGroupMetrics;
import io.vnode.eci.model.metric.MetricQuery;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Measurements of container groups. */
final class MetricCalls {

    private static final String ONE = "DescribeContainerGroupMetric";
    private static final String SEVERAL = "DescribeMultiContainerGroupMetric";

    private final EciCalls calls;
    private final Supplier<Deadline> deadlines;

    MetricCalls(EciCalls calls, Supplier<Deadline> deadlines) {
        this.calls = calls;
        this.deadlines = deadlines;
    }

    ContainerGroupMetrics of(MetricQuery query) {
        return calls.call(
                        ONE,
                        () -> {
                            ActionRequest request = new ActionRequest(ONE);
                            request.parameters()
                                    .put("ContainerGroupId", query.containerGroupId())
                                    .put("StartTime", time(query.from()))
                                    .put("EndTime", time(query.to()))
                                    .put("Period", query.periodSeconds());
                            return request;
                        },
                        fields -> metrics(query.containerGroupId(), fields),
                        deadlines.get())
                .orThrow(ONE);
    }

    private static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static ContainerGroupMetrics metrics(String containerGroupId, Fields fields) {
        return new ContainerGroupMetrics(containerGroupId, fields.requiredList("Records", MetricReader::metrics));
    }

    List<ContainerGroupMetrics> newestOf(Collection<String> containerGroupIds) {
        Deadline deadline = deadlines.get();
        List<ContainerGroupMetrics> metrics = new ArrayList<>();
        for (List<String> portion : Pages.portions(containerGroupIds)) {
            metrics.addAll(calls.call(
                            SEVERAL,
                            () -> {
                                ActionRequest request = new ActionRequest(SEVERAL);
                                request.parameters()
                                        .put("ContainerGroupIds", JsonTree.write(portion))
                                        .put("MetricType", "summary");
                                return request;
                            },
                            fields -> fields.requiredList(
                                    "MonitorDatas", group -> metrics(group.text("ContainerGroupId"), group)),
                            deadline)
                    .orThrow(SEVERAL));
        }
        return List.copyOf(metrics);
    }
}
