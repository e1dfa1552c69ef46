package io.vnode.eci.sdk;

import io.vnode.eci.json.JsonTree;
import io.vnode.eci.model.ContainerGroupFilter;
import io.vnode.eci.model.status.GroupSelection;
import java.util.List;

/** Writes which container groups are meant. */
final class FilterParameters {

    private FilterParameters() {}

    static ActionRequest groups(ContainerGroupFilter filter) {
        ActionRequest request = new ActionRequest(Listings.DESCRIBE);
        request.parameters()
                .put("ContainerGroupName", filter.name())
                .ifPresent(filter.status(), (it, status) -> it.put("Status", status.word()))
                .tags(filter.tags())
                .put("VSwitchId", filter.vSwitchId())
                .put("ZoneId", filter.zoneId())
                .put("SecurityGroupId", filter.securityGroupId())
                .put("ResourceGroupId", filter.resourceGroupId())
                .ifPresent(filter.computeCategory(), (it, category) -> it.put("ComputeCategory", category.word()))
                .put("WithEvent", ContainerParameters.onlyIfTrue(filter.withEvents()));
        return request;
    }

    static void selection(ParameterWriter to, GroupSelection selection, List<String> ids) {
        to.put("ContainerGroupIds", ids.isEmpty() ? null : JsonTree.write(ids))
                .tags(selection.tags())
                .put("VSwitchId", selection.vSwitchId())
                .put("ZoneId", selection.zoneId())
                .put("ResourceGroupId", selection.resourceGroupId())
                .put("SinceSecond", selection.sinceSeconds());
    }
}
