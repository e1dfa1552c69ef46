package io.vnode.eci.sdk;

import com.aliyuncs.eci.model.v20180808.DescribeContainerGroupsRequest;
import io.vnode.eci.json.JsonTree;
import io.vnode.eci.model.ContainerGroup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lists container groups: all pages of what was asked for, or an exception. */
final class Listings {

    private static final String DESCRIBE = "DescribeContainerGroups";

    private final EciCalls calls;

    Listings(EciCalls calls) {
        this.calls = calls;
    }

    List<ContainerGroup> list(Map<String, String> tags, Deadline deadline) {
        return allPages(() -> tagged(tags), deadline);
    }

    /** Portions are asked for side by side: one after the other, 3,000 groups would take 150 round trips. */
    List<ContainerGroup> describe(Collection<String> ids, Deadline deadline) {
        return SideBySide.all(Pages.portions(ids), portion -> allPages(() -> identified(portion), deadline)).stream()
                .flatMap(List::stream)
                .toList();
    }

    /** Whether there is any group to be seen in the region. */
    boolean seesAny(Deadline deadline) {
        return Pages.any(DESCRIBE, token -> page(() -> tagged(Map.of()), 1, token, deadline));
    }

    private List<ContainerGroup> allPages(Supplier<DescribeContainerGroupsRequest> requests, Deadline deadline) {
        return Pages.all(DESCRIBE, ContainerGroup::id, token -> page(requests, Pages.PORTION, token, deadline));
    }

    private Pages.Page<ContainerGroup> page(
            Supplier<DescribeContainerGroupsRequest> requests, int limit, @Nullable String token, Deadline deadline) {
        return calls.call(
                        DESCRIBE,
                        () -> {
                            DescribeContainerGroupsRequest request = requests.get();
                            request.setLimit(limit);
                            request.setNextToken(token);
                            return request;
                        },
                        ContainerGroupReader::page,
                        deadline)
                .orThrow(DESCRIBE);
    }

    private static DescribeContainerGroupsRequest tagged(Map<String, String> tags) {
        List<DescribeContainerGroupsRequest.Tag> wanted = new ArrayList<>();
        tags.forEach((key, value) -> {
            var tag = new DescribeContainerGroupsRequest.Tag();
            tag.setKey(key);
            tag.setValue(value);
            wanted.add(tag);
        });
        var request = new DescribeContainerGroupsRequest();
        request.setTags(wanted);
        return request;
    }

    private static DescribeContainerGroupsRequest identified(List<String> ids) {
        var request = new DescribeContainerGroupsRequest();
        request.setContainerGroupIds(JsonTree.write(ids));
        request.putQueryParameter("WithEvent", true);
        return request;
    }
}
