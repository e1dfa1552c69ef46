package io.vnode.emulator.action;

import io.vnode.emulator.state.ContainerGroups;
import io.vnode.emulator.state.GroupPage;
import io.vnode.emulator.state.GroupSnapshot;
import io.vnode.emulator.state.Region;
import io.vnode.emulator.wire.Action;
import io.vnode.emulator.wire.ActionCall;
import io.vnode.emulator.wire.ApiException;
import io.vnode.emulator.wire.ParameterSchema;
import io.vnode.emulator.wire.ParameterType;
import io.vnode.emulator.wire.Parameters;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Lists container groups, page by page. */
final class DescribeContainerGroups implements Action {

    private static final int MAX_PAGE = 20;
    private static final int MAX_IDS = 20;

    private static final ParameterSchema PARAMETERS = ParameterSchema.builder()
            .optional("ContainerGroupIds", ParameterType.text())
            .optional("ContainerGroupName", ParameterType.text())
            .optional(
                    "Status",
                    ParameterType.oneOf(
                            "Scheduling",
                            "ScheduleFailed",
                            "Pending",
                            "Running",
                            "Restarting",
                            "Updating",
                            "Terminating",
                            "Succeeded",
                            "Failed",
                            "Expired"))
            .required("Tag.N.Key", ParameterType.text())
            .optional("Tag.N.Value", ParameterType.text())
            .limit("Tag", 20)
            .optional("VSwitchId", ParameterType.text())
            .optional("ZoneId", ParameterType.text())
            .optional("SecurityGroupId", ParameterType.text())
            .optional("ResourceGroupId", ParameterType.text())
            .optional("ComputeCategory", ParameterType.text())
            .optional("WithEvent", ParameterType.flag())
            .optional("Limit", ParameterType.integer(1, MAX_PAGE))
            .optional("NextToken", ParameterType.text())
            .build();

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Region region;
    private final ContainerGroups groups;

    DescribeContainerGroups(Region region, ContainerGroups groups) {
        this.region = region;
        this.groups = groups;
    }

    @Override
    public String name() {
        return "DescribeContainerGroups";
    }

    @Override
    public ParameterSchema parameters() {
        return PARAMETERS;
    }

    @Override
    public Object answer(ActionCall call) {
        Parameters parameters = call.parameters();
        Refusals.requireRegion(parameters, region);
        GroupPage page =
                groups.page(filter(parameters), NextToken.read(parameters), parameters.integerOr("Limit", MAX_PAGE));
        ContainerGroupWriter writer = new ContainerGroupWriter(region, parameters.flag("WithEvent"));
        return new Answer(
                call.requestId(),
                NextToken.write(page.next()),
                page.total(),
                page.groups().stream().map(writer::write).toList());
    }

    /** Everything is read once here, because the filter runs over all groups of the region. */
    private static Predicate<GroupSnapshot> filter(Parameters parameters) {
        Set<String> ids = ids(parameters.find("ContainerGroupIds"));
        Map<String, @Nullable String> tags = tags(parameters);
        Predicate<GroupSnapshot> filter = group -> (ids == null || ids.contains(group.id()))
                && matches(tags, group.spec().tags());
        return filter.and(equal(
                        parameters, "ContainerGroupName", group -> group.spec().name()))
                .and(equal(parameters, "VSwitchId", group -> group.placement()
                        .vSwitch()
                        .id()))
                .and(equal(parameters, "ZoneId", group -> group.placement()
                        .vSwitch()
                        .zoneId()))
                .and(equal(parameters, "SecurityGroupId", group -> group.spec().securityGroupId()))
                .and(equal(parameters, "ResourceGroupId", group -> group.spec()
                        .extras()
                        .resourceGroupId()))
                .and(equal(parameters, "Status", group -> group.status().wireName()));
    }

    private static Predicate<GroupSnapshot> equal(
            Parameters parameters, String name, Function<GroupSnapshot, @Nullable String> actual) {
        String wanted = parameters.find(name);
        return wanted == null ? _ -> true : group -> wanted.equals(actual.apply(group));
    }

    private static @Nullable Set<String> ids(@Nullable String json) {
        if (json == null) {
            return null;
        }
        List<String> ids = parse(json);
        if (ids.size() > MAX_IDS) {
            throw ApiException.invalid(
                    "ContainerGroupIds", "lists %d ids; at most %d are allowed".formatted(ids.size(), MAX_IDS));
        }
        return new HashSet<>(ids);
    }

    private static List<String> parse(String json) {
        try {
            return JSON.readValue(json, new TypeReference<List<String>>() {});
        } catch (JacksonException _) {
            throw ApiException.invalid("ContainerGroupIds", "must be a JSON array of ids");
        }
    }

    private static Map<String, @Nullable String> tags(Parameters parameters) {
        Map<String, @Nullable String> tags = new LinkedHashMap<>();
        parameters.elements("Tag").forEach(tag -> tags.put(tag.text("Key"), tag.find("Value")));
        return tags;
    }

    private static boolean matches(Map<String, @Nullable String> wanted, Map<String, String> actual) {
        for (Map.Entry<String, @Nullable String> tag : wanted.entrySet()) {
            String value = actual.get(tag.getKey());
            if (value == null || (tag.getValue() != null && !value.equals(tag.getValue()))) {
                return false;
            }
        }
        return true;
    }

    private record Answer(
            String requestId, String nextToken, int totalCount, List<ContainerGroupAnswer> containerGroups) {}
}
