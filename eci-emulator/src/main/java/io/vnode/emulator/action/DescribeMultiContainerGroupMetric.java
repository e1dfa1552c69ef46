package io.vnode.emulator.action;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.vnode.emulator.metric.Metering;
import io.vnode.emulator.metric.Sample;
import io.vnode.emulator.state.ContainerGroups;
import io.vnode.emulator.state.GroupSnapshot;
import io.vnode.emulator.state.Region;
import io.vnode.emulator.wire.Action;
import io.vnode.emulator.wire.ActionCall;
import io.vnode.emulator.wire.ParameterSchema;
import io.vnode.emulator.wire.ParameterType;
import io.vnode.emulator.wire.Parameters;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What several container groups use now. */
final class DescribeMultiContainerGroupMetric implements Action {

    private static final int MAX_IDS = 20;

    private static final ParameterSchema PARAMETERS = ParameterSchema.builder()
            .required("ContainerGroupIds", ParameterType.text())
            .optional("ResourceGroupId", ParameterType.text())
            .optional("MetricType", ParameterType.oneOf("summary"))
            .build();

    private final Region region;
    private final ContainerGroups groups;
    private final Clock clock;

    DescribeMultiContainerGroupMetric(Region region, ContainerGroups groups, Clock clock) {
        this.region = region;
        this.groups = groups;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "DescribeMultiContainerGroupMetric";
    }

    @Override
    public ParameterSchema parameters() {
        return PARAMETERS;
    }

    @Override
    public Object answer(ActionCall call) {
        Parameters parameters = call.parameters();
        Refusals.requireRegion(parameters, region);
        Set<String> ids = JsonTexts.ids(parameters, "ContainerGroupIds", MAX_IDS);
        String resourceGroup = parameters.find("ResourceGroupId");
        Instant now = clock.instant();
        List<MonitorData> data = new ArrayList<>();
        for (String id : ids) {
            GroupSnapshot group = groups.find(id);
            if (group == null) {
                throw Refusals.unknownContainerGroup(id);
            }
            if (resourceGroup == null
                    || resourceGroup.equals(group.spec().extras().resourceGroupId())) {
                data.add(new MonitorData(id, List.of(newest(group, now))));
            }
        }
        return new Answer(call.requestId(), data);
    }

    private static Summary newest(GroupSnapshot group, Instant now) {
        Metering metering = new Metering(group);
        Instant ended = group.ended();
        return Summary.of(metering.started() ? metering.at(ended == null ? now : ended) : Metering.nothingYet());
    }

    private record Answer(String requestId, List<MonitorData> monitorDatas) {}

    private record MonitorData(String containerGroupId, List<Summary> records) {}

    /** The same as a {@link Sample}, with other spellings of some members. */
    private record Summary(
            String timestamp,
            @JsonProperty("CPU") Sample.Cpu cpu,
            Sample.Memory memory,
            Sample.Network network,
            List<Sample.Container> containers,
            List<SummaryDisk> disk,
            List<SummaryFilesystem> filesystem) {

        static Summary of(Sample sample) {
            return new Summary(
                    sample.timestamp(),
                    sample.cpu(),
                    sample.memory(),
                    sample.network(),
                    sample.containers(),
                    sample.disk().stream().map(SummaryDisk::of).toList(),
                    sample.filesystem().stream().map(SummaryFilesystem::of).toList());
        }
    }

    private record SummaryDisk(String device, long readBytes, long writeBytes, long readIo, long writeIo) {

        static SummaryDisk of(Sample.Disk disk) {
            return new SummaryDisk(
                    disk.device(), disk.readBytes(), disk.writeBytes(), disk.readOperations(), disk.writeOperations());
        }
    }

    private record SummaryFilesystem(String fsName, long capacity, long usage, long available) {

        static SummaryFilesystem of(Sample.Filesystem filesystem) {
            return new SummaryFilesystem(
                    filesystem.fsName(), filesystem.capacity(), filesystem.usage(), filesystem.available());
        }
    }
}
