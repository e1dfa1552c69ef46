package io.vnode.eci.sdk;

import io.vnode.eci.json.JsonTree;
import io.vnode.eci.model.ContainerGroup;
import io.vnode.eci.model.ContainerGroupFilter;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lists container groups: all pages of what was asked for, or an exception. */
final class Listings {

    static final String DESCRIBE = "DescribeContainerGroups";

    private final EciCalls calls;

    Listings(EciCalls calls) {
        this.calls = calls;
    }

    List<ContainerGroup> list(ContainerGroupFilter filter, Deadline deadline) {
        return allPages(() -> FilterParameters.groups(filter), deadline);
    }

    /** Portions are asked for side by side: one after the other, 3,000 groups would take 150 round trips. */
    List<ContainerGroup> describe(Collection<String> ids, Deadline deadline) {
        return SideBySide.all(Pages.portions(ids), portion -> allPages(() -> identified(portion), deadline)).stream()
                .flatMap(List::stream)
                .toList();
    }

    /** Whether there is any group to be seen in the region. */
    boolean seesAny(Deadline deadline) {
        return Pages.any(DESCRIBE, token -> page(() -> new ActionRequest(DESCRIBE), 1, token, deadline));
    }

    private List<ContainerGroup> allPages(Supplier<ActionRequest> requests, Deadline deadline) {
        return Pages.all(DESCRIBE, ContainerGroup::id, token -> page(requests, Pages.PORTION, token, deadline));
    }

    private Pages.Page<ContainerGroup> page(
            Supplier<ActionRequest> requests, int limit, @Nullable String token, Deadline deadline) {
        return calls.call(
                        DESCRIBE,
                        () -> {
                            ActionRequest request = requests.get();
                            request.parameters().put("Limit", limit).put("NextToken", token);
                            return request;
                        },
                        ContainerGroupReader::page,
                        deadline)
                .orThrow(DESCRIBE);
    }

    private static ActionRequest identified(List<String> ids) {
        ActionRequest request = new ActionRequest(DESCRIBE);
        request.parameters().put("ContainerGroupIds", JsonTree.write(ids)).put("WithEvent", true);
        return request;
    }
}
