package io.vnode.eci.sdk;

import static io.vnode.eci.sdk.GroupPartsReader.informative;

import io.vnode.eci.json.Fields;
import io.vnode.eci.json.UnreadableAnswerException;
import io.vnode.eci.model.Container;
import io.vnode.eci.model.ContainerGroup;
import io.vnode.eci.model.ContainerGroupStatus;
import io.vnode.eci.model.ContainerState;
import io.vnode.eci.model.Event;
import io.vnode.eci.model.GroupInstance;
import io.vnode.eci.model.GroupNetwork;
import io.vnode.eci.model.RestartPolicy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads container groups from an answer of DescribeContainerGroups. */
final class ContainerGroupReader {

    private ContainerGroupReader() {}

    static Pages.Page<ContainerGroup> page(Fields answer) {
        return new Pages.Page<>(
                answer.requiredList("ContainerGroups", ContainerGroupReader::group), answer.optionalText("NextToken"));
    }

    private static ContainerGroup group(Fields group) {
        return ContainerGroup.builder(
                        group.text("ContainerGroupId"),
                        group.text("ContainerGroupName"),
                        ContainerGroupStatus.of(group.text("Status")))
                .regionId(group.optionalText("RegionId"))
                .zoneId(group.optionalText("ZoneId"))
                .vSwitchId(group.optionalText("VSwitchId"))
                .securityGroupId(group.optionalText("SecurityGroupId"))
                .resourceGroupId(group.optionalText("ResourceGroupId"))
                .ramRoleName(group.optionalText("RamRoleName"))
                .network(informative(group, GroupPartsReader::network, GroupNetwork.UNKNOWN))
                .instance(informative(group, GroupPartsReader::instance, GroupInstance.UNKNOWN))
                .volumes(informative(group, it -> it.list("Volumes", GroupVolumeReader::read), List.of()))
                .sysctls(informative(group, GroupPartsReader::sysctls, List.of()))
                .cpu(group.number("Cpu"))
                .memory(group.number("Memory"))
                .tags(tags(group))
                .intranetIp(group.optionalText("IntranetIp"))
                .internetIp(group.optionalText("InternetIp"))
                .restartPolicy(RestartPolicy.of(group.optionalText("RestartPolicy")))
                .creationTime(group.time("CreationTime"))
                .succeededTime(group.time("SucceededTime"))
                .failedTime(group.time("FailedTime"))
                .expiredTime(group.time("ExpiredTime"))
                .containers(group.list("Containers", ContainerGroupReader::container))
                .initContainers(group.list("InitContainers", ContainerGroupReader::container))
                .events(group.list("Events", ContainerGroupReader::event))
                .build();
    }

    static Map<String, String> tags(Fields group) {
        Map<String, String> tags = new LinkedHashMap<>();
        group.list("Tags", tag -> tags.put(tag.text("Key"), tag.textOrEmpty("Value")));
        return tags;
    }

    private static Container container(Fields container) {
        ContainerState current = state(container.object("CurrentState"));
        Integer restarts = container.integer("RestartCount");
        Boolean ready = container.flag("Ready");
        return new Container(
                container.text("Name"),
                container.textOrEmpty("Image"),
                container.number("Cpu"),
                container.number("Memory"),
                restarts == null ? 0 : restarts,
                // Older editions of the API have no such field; to them, what runs is ready.
                ready == null ? current instanceof ContainerState.Running : ready,
                current == null ? new ContainerState.Waiting(null, null) : current,
                state(container.object("PreviousState")),
                informative(container, ContainerSpecReader::read));
    }

    /** Where there is no state, ECI leaves it out or sends one with empty members. */
    private static @Nullable ContainerState state(@Nullable Fields state) {
        String word = state == null ? null : state.optionalText("State");
        if (state == null || word == null) {
            return null;
        }
        return switch (word) {
            case "Waiting" -> new ContainerState.Waiting(reason(state), state.optionalText("Message"));
            case "Running" -> new ContainerState.Running(state.time("StartTime"));
            case "Terminated" -> terminated(state);
            default -> new ContainerState.Unrecognised(word);
        };
    }

    private static ContainerState terminated(Fields state) {
        Integer exitCode = state.integer("ExitCode");
        if (exitCode == null) {
            throw new UnreadableAnswerException("a container has ended, but the answer lacks its ExitCode");
        }
        return new ContainerState.Terminated(
                exitCode,
                state.integer("Signal"),
                reason(state),
                state.optionalText("Message"),
                state.time("StartTime"),
                state.time("FinishTime"));
    }

    private static @Nullable String reason(Fields state) {
        String reason = state.optionalText("Reason");
        return reason == null ? state.optionalText("DetailStatus") : reason;
    }

    static Event event(Fields event) {
        Integer count = event.integer("Count");
        return new Event(
                event.textOrEmpty("Type"),
                event.textOrEmpty("Name"),
                event.textOrEmpty("Reason"),
                event.textOrEmpty("Message"),
                count == null ? 1 : count,
                event.time("FirstTimestamp"),
                event.time("LastTimestamp"));
    }
}
