package io.vnode.emulator.action;

import io.vnode.emulator.state.ContainerGroups;
import io.vnode.emulator.state.ContainerSnapshot;
import io.vnode.emulator.state.LogLine;
import io.vnode.emulator.state.Region;
import io.vnode.emulator.wire.Action;
import io.vnode.emulator.wire.ActionCall;
import io.vnode.emulator.wire.ParameterSchema;
import io.vnode.emulator.wire.ParameterType;
import io.vnode.emulator.wire.Parameters;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a container printed: the newest lines of one run. */
final class DescribeContainerLog implements Action {

    private static final int DEFAULT_TAIL = 500;
    private static final int MAX_TAIL = 2000;
    private static final int MAX_BYTES = 1024 * 1024;

    private static final ParameterSchema PARAMETERS = ParameterSchema.builder()
            .required("ContainerGroupId", ParameterType.text())
            .required("ContainerName", ParameterType.text())
            .optional("StartTime", ParameterType.time())
            .optional("Tail", ParameterType.integer(1, MAX_TAIL))
            .optional("SinceSeconds", ParameterType.integer(1, Integer.MAX_VALUE))
            .optional("LimitBytes", ParameterType.integer(1, MAX_BYTES))
            .optional("Timestamps", ParameterType.flag())
            .optional("LastTime", ParameterType.flag())
            .build();

    private final Region region;
    private final ContainerGroups groups;
    private final Clock clock;

    DescribeContainerLog(Region region, ContainerGroups groups, Clock clock) {
        this.region = region;
        this.groups = groups;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "DescribeContainerLog";
    }

    @Override
    public ParameterSchema parameters() {
        return PARAMETERS;
    }

    @Override
    public Object answer(ActionCall call) {
        Parameters parameters = call.parameters();
        Refusals.requireRegion(parameters, region);
        ContainerSnapshot container = Existing.container(Existing.group(groups, parameters), parameters);
        int tail = parameters.integerOr("Tail", DEFAULT_TAIL);
        List<LogLine> lines = parameters.flag("LastTime") ? container.previousLog(tail) : container.log(tail);
        LogText text = new LogText(since(parameters), parameters.flag("Timestamps"));
        String content = text.of(lines, parameters.integerOr("LimitBytes", MAX_BYTES));
        return new Answer(call.requestId(), container.spec().name(), content);
    }

    /** The later one of the two limits, if any. */
    private @Nullable Instant since(Parameters parameters) {
        Instant start = parameters.time("StartTime");
        Long seconds = parameters.integer("SinceSeconds");
        Instant relative = seconds == null ? null : clock.instant().minusSeconds(seconds);
        if (start == null || relative == null) {
            return start == null ? relative : start;
        }
        return start.isAfter(relative) ? start : relative;
    }

    private record Answer(String requestId, String containerName, String content) {}
}
