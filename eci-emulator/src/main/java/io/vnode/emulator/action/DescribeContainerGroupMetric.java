package io.vnode.emulator.action;

import io.vnode.emulator.metric.Metering;
import io.vnode.emulator.metric.Sample;
import io.vnode.emulator.state.ContainerGroups;
import io.vnode.emulator.state.GroupSnapshot;
import io.vnode.emulator.state.Region;
import io.vnode.emulator.wire.Action;
import io.vnode.emulator.wire.ActionCall;
import io.vnode.emulator.wire.ApiException;
import io.vnode.emulator.wire.ParameterSchema;
import io.vnode.emulator.wire.ParameterType;
import io.vnode.emulator.wire.Parameters;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one container group uses, over a time. */
final class DescribeContainerGroupMetric implements Action {

    private static final Duration HISTORY = Duration.ofDays(30);
    private static final Duration USUAL_SPAN = Duration.ofMinutes(5);
    private static final int FINEST_PERIOD = 15;
    private static final int USUAL_PERIOD = 60;

    /** The service's own limit is not published; an answer must not grow without end. */
    private static final int MAX_RECORDS = 1440;

    private static final ParameterSchema PARAMETERS = ParameterSchema.builder()
            .required("ContainerGroupId", ParameterType.text())
            .optional("StartTime", ParameterType.time())
            .optional("EndTime", ParameterType.time())
            .optional("Period", ParameterType.oneOf("15", "30", "60", "600"))
            .build();

    private final Region region;
    private final ContainerGroups groups;
    private final Clock clock;

    DescribeContainerGroupMetric(Region region, ContainerGroups groups, Clock clock) {
        this.region = region;
        this.groups = groups;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "DescribeContainerGroupMetric";
    }

    @Override
    public ParameterSchema parameters() {
        return PARAMETERS;
    }

    @Override
    public Object answer(ActionCall call) {
        Parameters parameters = call.parameters();
        Refusals.requireRegion(parameters, region);
        GroupSnapshot group = Existing.group(groups, parameters);
        Instant now = clock.instant();
        Instant wantedEnd = parameters.time("EndTime");
        Instant end = wantedEnd == null || wantedEnd.isAfter(now) ? now : wantedEnd;
        Instant wantedStart = parameters.time("StartTime");
        Instant start = wantedStart == null ? end.minus(USUAL_SPAN) : wantedStart;
        requireSpan(start, wantedEnd == null ? end : wantedEnd, now);
        Metering metering = new Metering(group);
        List<Sample> records = metering.started()
                ? metering.between(start, end, period(parameters, wantedStart, wantedEnd), MAX_RECORDS)
                : List.of();
        return new Answer(call.requestId(), group.id(), records);
    }

    private static void requireSpan(Instant start, Instant end, Instant now) {
        if (!start.isBefore(end)) {
            throw ApiException.invalid("StartTime", "is not before EndTime");
        }
        if (start.isBefore(now.minus(HISTORY))) {
            throw ApiException.invalid("StartTime", "is more than 30 days ago");
        }
    }

    /** Without any time, the last minutes are told as finely as possible. */
    private static Duration period(Parameters parameters, @Nullable Instant start, @Nullable Instant end) {
        return Duration.ofSeconds(
                start == null && end == null ? FINEST_PERIOD : parameters.integerOr("Period", USUAL_PERIOD));
    }

    private record Answer(String requestId, String containerGroupId, List<Sample> records) {}
}
