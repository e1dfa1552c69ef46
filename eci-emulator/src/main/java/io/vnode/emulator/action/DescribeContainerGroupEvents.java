package io.vnode.emulator.action;

import io.vnode.emulator.state.ContainerGroups;
import io.vnode.emulator.state.GroupEvent;
import io.vnode.emulator.state.GroupPage;
import io.vnode.emulator.state.GroupSnapshot;
import io.vnode.emulator.state.Region;
import io.vnode.emulator.wire.Action;
import io.vnode.emulator.wire.ActionCall;
import io.vnode.emulator.wire.ParameterSchema;
import io.vnode.emulator.wire.ParameterType;
import io.vnode.emulator.wire.Parameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what happened to container groups, in the form of Kubernetes events. */
final class DescribeContainerGroupEvents implements Action {

    private static final int USUAL_PAGE = 50;
    private static final int MAX_PAGE = 200;
    private static final String SERVICE = "EciService";
    private static final String AGENT = "K8sAgent";

    /** What the service itself reports; the rest comes from the agent beside the containers. */
    private static final Set<String> OF_SERVICE = Set.of("ContainerGroup.NoStock", "SpotToBeReleased");

    private static final ParameterSchema PARAMETERS = Selection.describe(ParameterSchema.builder(), MAX_PAGE)
            .optional("SinceSecond", ParameterType.integer(1, Integer.MAX_VALUE))
            .optional("EventSource", ParameterType.oneOf(SERVICE, AGENT))
            .build();

    private final Region region;
    private final ContainerGroups groups;

    DescribeContainerGroupEvents(Region region, ContainerGroups groups) {
        this.region = region;
        this.groups = groups;
    }

    @Override
    public String name() {
        return "DescribeContainerGroupEvents";
    }

    @Override
    public ParameterSchema parameters() {
        return PARAMETERS;
    }

    @Override
    public boolean takesGet() {
        return false;
    }

    @Override
    public Object answer(ActionCall call) {
        Parameters parameters = call.parameters();
        Refusals.requireRegion(parameters, region);
        GroupPage page = Selection.read(parameters, USUAL_PAGE, MAX_PAGE)
                .since(parameters.integer("SinceSecond"))
                .page(groups);
        String source = parameters.find("EventSource");
        return new Answer(
                call.requestId(),
                NextToken.write(page.next()),
                page.groups().stream().map(group -> group(group, source)).toList());
    }

    private static Map<String, Object> group(GroupSnapshot group, @Nullable String source) {
        Map<String, Object> fields = PodStatusWriter.identity(group);
        fields.put(
                "Events",
                group.events().stream()
                        .filter(event -> source == null || source.equals(sourceOf(event)))
                        .map(event -> event(group, event))
                        .toList());
        return fields;
    }

    private static String sourceOf(GroupEvent event) {
        return OF_SERVICE.contains(event.reason()) ? SERVICE : AGENT;
    }

    private static Map<String, Object> event(GroupSnapshot group, GroupEvent event) {
        String name = "%s.%x".formatted(group.spec().name(), event.first().toEpochMilli());
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("Type", event.warning() ? "Warning" : "Normal");
        fields.put("Reason", event.reason());
        fields.put("Message", event.message());
        fields.put("Count", event.count());
        fields.put("FirstTimestamp", ContainerGroupWriter.time(event.first()));
        fields.put("LastTimestamp", ContainerGroupWriter.time(event.last()));
        fields.put("Source", Map.of("Component", sourceOf(event)));
        fields.put("Metadata", Map.of("Name", name, "Namespace", "default"));
        fields.put(
                "InvolvedObject",
                Map.of("Kind", "Pod", "Name", group.spec().name(), "Namespace", "default", "Uid", group.id()));
        return fields;
    }

    private record Answer(String requestId, String nextToken, List<Map<String, Object>> data) {}
}
