package io.vnode.emulator.action;

import io.vnode.emulator.state.ContainerGroups;
import io.vnode.emulator.state.ContainerSnapshot;
import io.vnode.emulator.state.GroupSnapshot;
import io.vnode.emulator.wire.ApiException;
import io.vnode.emulator.wire.Parameters;

/** What calls name must be there. */
final class Existing {

    private Existing() {}

    /** The container group that {@code ContainerGroupId} names. */
    static GroupSnapshot group(ContainerGroups groups, Parameters parameters) {
        String id = parameters.text("ContainerGroupId");
        GroupSnapshot group = groups.find(id);
        if (group == null) {
            throw Refusals.unknownContainerGroup(id);
        }
        return group;
    }

    /** The container or init container of a group that {@code ContainerName} names. */
    static ContainerSnapshot container(GroupSnapshot group, Parameters parameters) {
        String name = parameters.text("ContainerName");
        ContainerSnapshot container = group.container(name);
        if (container == null) {
            throw new ApiException(
                    404,
                    "InvalidContainerName.NotFound",
                    "The specified ContainerName does not exist in %s: '%s'.".formatted(group.id(), name));
        }
        return container;
    }
}
