package io.vnode.emulator.action;

import io.vnode.emulator.state.ContainerGroups;
import io.vnode.emulator.state.GroupSnapshot;
import io.vnode.emulator.wire.Action;
import io.vnode.emulator.wire.ActionCall;
import io.vnode.emulator.wire.ApiException;
import io.vnode.emulator.wire.ParameterSchema;
import io.vnode.emulator.wire.ParameterType;
import io.vnode.emulator.wire.Parameters;
import java.util.List;
import java.util.NavigableMap;

/**
 * Updates the container group that has the template's name. How the service finds the group is not published; here the name
 * must be that of exactly one group that has not ended.
 */
final class UpdateContainerGroupByTemplate implements Action {

    private static final ParameterSchema PARAMETERS = ParameterSchema.builder()
            .required("Template", ParameterType.text())
            .optional("ClientToken", ParameterType.text(64))
            .build();

    private final ContainerGroups groups;
    private final UpdateContainerGroup update;

    UpdateContainerGroupByTemplate(ContainerGroups groups, UpdateContainerGroup update) {
        this.groups = groups;
        this.update = update;
    }

    @Override
    public String name() {
        return "UpdateContainerGroupByTemplate";
    }

    @Override
    public ParameterSchema parameters() {
        return PARAMETERS;
    }

    @Override
    public Object answer(ActionCall call) {
        Parameters parameters = call.parameters();
        NavigableMap<String, String> wanted = TemplateReader.read(parameters.text("Template"));
        GroupCreation.PARAMETERS.check(wanted);
        wanted.put("ContainerGroupId", id(wanted.getOrDefault("ContainerGroupName", "")));
        String token = parameters.find("ClientToken");
        if (token != null) {
            wanted.put("ClientToken", token);
        }
        return update.answer(call.with(wanted));
    }

    private String id(String name) {
        List<String> ids = groups.all().stream()
                .filter(group ->
                        group.spec().name().equals(name) && !group.status().ended())
                .map(GroupSnapshot::id)
                .toList();
        if (ids.size() > 1) {
            throw ApiException.invalid(
                    "Template", "names '%s', which %d container groups are called".formatted(name, ids.size()));
        }
        if (ids.isEmpty()) {
            throw new ApiException(
                    403,
                    "InvalidParameter.NotFound",
                    "The specified parameter Template names no container group: '%s'.".formatted(name));
        }
        return ids.getFirst();
    }
}
