package io.vnode.emulator.action;

import io.vnode.emulator.wire.Action;
import io.vnode.emulator.wire.ActionCall;
import io.vnode.emulator.wire.ParameterSchema;
import io.vnode.emulator.wire.ParameterType;
import io.vnode.emulator.wire.Parameters;
import java.util.NavigableMap;

/** Creates a container group from a template, such as {@code ExportContainerGroupTemplate} gives. */
final class CreateContainerGroupFromTemplate implements Action {

    private static final ParameterSchema PARAMETERS = ParameterSchema.builder()
            .required("Template", ParameterType.text())
            .optional("ClientToken", ParameterType.text(64))
            .build();

    private final GroupCreation creation;

    CreateContainerGroupFromTemplate(GroupCreation creation) {
        this.creation = creation;
    }

    @Override
    public String name() {
        return "CreateContainerGroupFromTemplate";
    }

    @Override
    public ParameterSchema parameters() {
        return PARAMETERS;
    }

    @Override
    public Object answer(ActionCall call) {
        Parameters parameters = call.parameters();
        NavigableMap<String, String> wanted = TemplateReader.read(parameters.text("Template"));
        String token = parameters.find("ClientToken");
        if (token != null) {
            wanted.put("ClientToken", token);
        }
        return new CreateContainerGroup.Answer(call.requestId(), creation.create(call, wanted));
    }
}
