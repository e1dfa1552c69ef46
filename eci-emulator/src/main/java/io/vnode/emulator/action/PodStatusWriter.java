package io.vnode.emulator.action;

import io.vnode.emulator.state.ContainerSnapshot;
import io.vnode.emulator.state.ContainerState;
import io.vnode.emulator.state.GroupSnapshot;
import io.vnode.emulator.state.GroupStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes container groups in the form of pods, as {@code DescribeContainerGroupStatus} answers them. */
final class PodStatusWriter {

    private PodStatusWriter() {}

    /** What names a group in an answer in the form of pods. */
    static Map<String, Object> identity(GroupSnapshot group) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("ContainerGroupId", group.id());
        fields.put("Name", group.spec().name());
        fields.put("Namespace", "default");
        fields.put("uuid", group.id());
        fields.put("Annotations", "{}");
        return fields;
    }

    static Map<String, Object> write(GroupSnapshot group) {
        Map<String, Object> fields = identity(group);
        fields.put("Status", group.status().wireName());
        fields.put("PodStatus", podStatus(group));
        return fields;
    }

    private static Map<String, Object> podStatus(GroupSnapshot group) {
        String address = group.scheduled() == null ? "" : group.placement().address();
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("Phase", phase(group.status()));
        status.put("HostIp", address);
        status.put("PodIp", address);
        status.put("PodIps", address.isEmpty() ? List.of() : List.of(Map.of("Ip", address)));
        status.put("QosClass", "Guaranteed");
        status.put("StartTime", ContainerGroupWriter.time(group.scheduled()));
        status.put("Conditions", conditions(group));
        status.put(
                "InitContainerStatuses",
                group.initContainers().stream().map(PodStatusWriter::container).toList());
        status.put(
                "ContainerStatuses",
                group.containers().stream().map(PodStatusWriter::container).toList());
        return status;
    }

    private static String phase(GroupStatus status) {
        return switch (status) {
            case SCHEDULING, PENDING, RESTARTING, UPDATING -> "Pending";
            case RUNNING, TERMINATING -> "Running";
            case SUCCEEDED -> "Succeeded";
            case FAILED, SCHEDULE_FAILED, EXPIRED -> "Failed";
        };
    }

    private static List<Map<String, Object>> conditions(GroupSnapshot group) {
        boolean scheduled = group.scheduled() != null;
        boolean initialized = scheduled
                && group.initContainers().stream()
                        .allMatch(each ->
                                each.current() instanceof ContainerState.Terminated ended && ended.exitCode() == 0);
        boolean ready = initialized && group.containers().stream().allMatch(ContainerSnapshot::ready);
        Instant since = scheduled ? group.scheduled() : group.created();
        List<Map<String, Object>> conditions = new ArrayList<>();
        conditions.add(condition("PodScheduled", scheduled, since));
        conditions.add(condition("Initialized", initialized, since));
        conditions.add(condition("ContainersReady", ready, since));
        conditions.add(condition("Ready", ready, since));
        if (group.status() == GroupStatus.SCHEDULE_FAILED) {
            Map<String, Object> created = condition("ContainerInstanceCreated", false, group.created());
            created.put("Reason", "ContainerGroup.NoStock");
            created.put("Message", "Create ECI failed because the specified instance is out of stock");
            conditions.add(created);
        }
        return conditions;
    }

    private static Map<String, Object> condition(String type, boolean met, @Nullable Instant since) {
        Map<String, Object> condition = new LinkedHashMap<>();
        condition.put("type", type);
        condition.put("status", met ? "True" : "False");
        condition.put("lastTransitionTime", ContainerGroupWriter.time(since));
        condition.put("Reason", "");
        condition.put("Message", "");
        return condition;
    }

    private static Map<String, Object> container(ContainerSnapshot container) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("Name", container.spec().name());
        fields.put("Image", container.spec().image());
        fields.put("Ready", container.ready());
        fields.put("Started", container.current() instanceof ContainerState.Running);
        fields.put("RestartCount", container.restarts());
        fields.put("State", state(container.current()));
        ContainerState.Terminated previous = container.previous();
        fields.put("LastState", previous == null ? Map.of() : state(previous));
        return fields;
    }

    private static Map<String, Object> state(ContainerState state) {
        return switch (state) {
            case ContainerState.Waiting(var reason, var message) ->
                Map.of("Waiting", Map.of("Reason", reason, "Message", message));
            case ContainerState.Running(var start) ->
                Map.of("Running", Map.of("StartedAt", ContainerGroupWriter.time(start)));
            case ContainerState.Terminated ended ->
                Map.of(
                        "Terminated",
                        Map.of(
                                "ExitCode", ended.exitCode(),
                                "Signal", ended.signal(),
                                "Reason", ended.reason(),
                                "StartedAt", ContainerGroupWriter.time(ended.start()),
                                "FinishedAt", ContainerGroupWriter.time(ended.finish())));
        };
    }
}
