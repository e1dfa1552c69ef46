package io.vnode.eci.sdk;

import io.vnode.eci.json.Fields;
import io.vnode.eci.json.UnreadableAnswerException;
import io.vnode.eci.model.ContainerGroupStatus;
import io.vnode.eci.model.ContainerState;
import io.vnode.eci.model.Event;
import io.vnode.eci.model.status.GroupEvents;
import io.vnode.eci.model.status.GroupStatus;
import org.jspecify.annotations.Nullable;

/**
 * Reads container groups in pod form. ECI writes some of the names with a capital and some without, so both are taken for
 * all.
 */
final class GroupStatusReader {

    private GroupStatusReader() {}

    static GroupStatus status(Fields data) {
        Fields group = data.inEitherCase();
        String word = group.optionalText("Status");
        Fields pod = group.object("PodStatus");
        GroupStatus.Builder status = GroupStatus.builder(group.text("ContainerGroupId"))
                .name(group.optionalText("Name"))
                .namespace(group.optionalText("Namespace"))
                .uuid(group.optionalText("Uuid"))
                .status(word == null ? null : ContainerGroupStatus.of(word));
        if (pod != null) {
            status.phase(pod.optionalText("Phase"))
                    .hostIp(pod.optionalText("HostIp"))
                    .podIp(pod.optionalText("PodIp"))
                    .podIps(pod.list("PodIps", address -> address.textOrEmpty("Ip")))
                    .qosClass(pod.optionalText("QosClass"))
                    .startTime(pod.time("StartTime"))
                    .conditions(pod.list("Conditions", GroupStatusReader::condition))
                    .containers(pod.list("ContainerStatuses", GroupStatusReader::container));
        }
        return status.build();
    }

    private static GroupStatus.Condition condition(Fields condition) {
        return new GroupStatus.Condition(
                condition.text("Type"),
                condition.textOrEmpty("Status"),
                condition.optionalText("Reason"),
                condition.optionalText("Message"),
                condition.time("LastTransitionTime"));
    }

    private static GroupStatus.ContainerReport container(Fields container) {
        Integer restarts = container.integer("RestartCount");
        ContainerState state = state(container.object("State"));
        return new GroupStatus.ContainerReport(
                container.text("Name"),
                container.optionalText("Image"),
                container.optionalText("ImageID"),
                container.isTrue("Ready"),
                container.flag("Started"),
                restarts == null ? 0 : restarts,
                state == null ? new ContainerState.Waiting(null, null) : state,
                state(container.object("LastState")));
    }

    /** Of the three members, at most one is filled; the others are left out or have empty members. */
    private static @Nullable ContainerState state(@Nullable Fields state) {
        if (state == null) {
            return null;
        }
        Fields terminated = state.object("Terminated");
        if (terminated != null && !terminated.isBlank()) {
            return terminated(terminated);
        }
        Fields running = state.object("Running");
        if (running != null && !running.isBlank()) {
            return new ContainerState.Running(running.time("StartedAt"));
        }
        Fields waiting = state.object("Waiting");
        return waiting == null || waiting.isBlank()
                ? null
                : new ContainerState.Waiting(waiting.optionalText("Reason"), waiting.optionalText("Message"));
    }

    private static ContainerState terminated(Fields terminated) {
        Integer exitCode = terminated.integer("ExitCode");
        if (exitCode == null) {
            throw new UnreadableAnswerException("a container has ended, but the answer lacks its ExitCode");
        }
        return new ContainerState.Terminated(
                exitCode,
                terminated.integer("Signal"),
                terminated.optionalText("Reason"),
                terminated.optionalText("Message"),
                terminated.time("StartedAt"),
                terminated.time("FinishedAt"));
    }

    static GroupEvents events(Fields data) {
        Fields group = data.inEitherCase();
        return new GroupEvents(
                group.text("ContainerGroupId"),
                group.optionalText("Name"),
                group.optionalText("Namespace"),
                group.optionalText("Uuid"),
                group.list("Events", GroupStatusReader::event));
    }

    private static Event event(Fields event) {
        Fields metadata = event.object("Metadata");
        Integer count = event.integer("Count");
        return new Event(
                event.textOrEmpty("Type"),
                metadata == null ? "" : metadata.textOrEmpty("Name"),
                event.textOrEmpty("Reason"),
                event.textOrEmpty("Message"),
                count == null ? 1 : count,
                event.time("FirstTimestamp"),
                event.time("LastTimestamp"));
    }
}
