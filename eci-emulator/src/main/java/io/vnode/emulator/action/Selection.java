package io.vnode.emulator.action;

import io.vnode.emulator.state.ContainerGroups;
import io.vnode.emulator.state.GroupPage;
import io.vnode.emulator.state.GroupSnapshot;
import io.vnode.emulator.wire.ApiException;
import io.vnode.emulator.wire.ParameterSchema;
import io.vnode.emulator.wire.ParameterType;
import io.vnode.emulator.wire.Parameters;
import java.time.Duration;
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

/**
 * Which container groups a listing is about.
 *
 * @param ids only these; null for any
 * @param filter only those that match
 * @param after only those behind this position
 * @param limit the most on one page
 */
record Selection(@Nullable Set<String> ids, Predicate<GroupSnapshot> filter, long after, int limit) {

    private static final int MAX_IDS = 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ParameterType STATUS = ParameterType.oneOf(
            "Scheduling",
            "ScheduleFailed",
            "Pending",
            "Running",
            "Restarting",
            "Updating",
            "Terminating",
            "Succeeded",
            "Failed",
            "Expired");

    /** The parameters of a selection, with pages of a size. */
    static ParameterSchema.Builder describe(ParameterSchema.Builder schema, int maxPage) {
        return schema.optional("ContainerGroupIds", ParameterType.text())
                .optional("ContainerGroupName", ParameterType.text())
                .optional("Status", STATUS)
                .required("Tag.N.Key", ParameterType.text())
                .optional("Tag.N.Value", ParameterType.text())
                .limit("Tag", 20)
                .optional("VSwitchId", ParameterType.text())
                .optional("ZoneId", ParameterType.text())
                .optional("SecurityGroupId", ParameterType.text())
                .optional("ResourceGroupId", ParameterType.text())
                .optional("ComputeCategory", ParameterType.text())
                .optional("Limit", ParameterType.integer(1, maxPage))
                .optional("NextToken", ParameterType.text());
    }

    static Selection read(Parameters parameters, int usualPage, int maxPage) {
        return new Selection(
                ids(parameters.find("ContainerGroupIds")),
                filter(parameters),
                NextToken.read(parameters),
                Math.min(maxPage, parameters.integerOr("Limit", usualPage)));
    }

    /** Only groups to which something happened in the last seconds; any for null. */
    Selection since(@Nullable Long seconds) {
        return seconds == null
                ? this
                : new Selection(
                        ids, filter.and(group -> group.changedWithin(Duration.ofSeconds(seconds))), after, limit);
    }

    /** The page; groups that are asked for by id are not searched for among all others. */
    GroupPage page(ContainerGroups groups) {
        if (ids == null) {
            return groups.page(filter, after, limit);
        }
        List<GroupSnapshot> matching = groups.find(ids).stream().filter(filter).toList();
        List<GroupSnapshot> behind =
                matching.stream().filter(group -> group.position() > after).toList();
        List<GroupSnapshot> page = behind.subList(0, Math.min(limit, behind.size()));
        return new GroupPage(
                page,
                matching.size(),
                page.size() < behind.size() ? page.getLast().position() : null);
    }

    /** Everything is read once here, because the filter may run over all groups of the region. */
    private static Predicate<GroupSnapshot> filter(Parameters parameters) {
        Map<String, @Nullable String> tags = tags(parameters);
        Predicate<GroupSnapshot> filter = group -> matches(tags, group.spec().tags());
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
                .and(equal(parameters, "ComputeCategory", group -> group.spec()
                        .extras()
                        .computeCategory()))
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
        return Set.copyOf(ids);
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
}
