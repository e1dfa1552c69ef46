package io.vnode.eci.sdk;

import io.vnode.eci.ChangeOutcome;
import io.vnode.eci.CreateOutcome;
import io.vnode.eci.DeleteOutcome;
import io.vnode.eci.json.JsonTree;
import io.vnode.eci.model.ContainerGroupTemplate;
import io.vnode.eci.model.UpdateContainerGroupRequest;
import java.util.UUID;
import java.util.function.Supplier;

/** Changing container groups, and making them from templates. */
final class GroupCalls {

    private static final String DELETE = "DeleteContainerGroup";
    private static final String UPDATE = "UpdateContainerGroup";
    private static final String RESTART = "RestartContainerGroup";
    private static final String CREATE_FROM_TEMPLATE = "CreateContainerGroupFromTemplate";
    private static final String UPDATE_BY_TEMPLATE = "UpdateContainerGroupByTemplate";
    private static final String EXPORT_TEMPLATE = "ExportContainerGroupTemplate";

    private final EciCalls calls;
    private final Supplier<Deadline> deadlines;

    GroupCalls(EciCalls calls, Supplier<Deadline> deadlines) {
        this.calls = calls;
        this.deadlines = deadlines;
    }

    DeleteOutcome delete(String containerGroupId, boolean atOnce) {
        String clientToken = UUID.randomUUID().toString();
        return Outcomes.delete(
                DELETE,
                calls.call(
                        DELETE,
                        () -> {
                            ActionRequest request = new ActionRequest(DELETE);
                            request.parameters()
                                    .put("ContainerGroupId", containerGroupId)
                                    .put("ClientToken", clientToken)
                                    .put("Force", ContainerParameters.onlyIfTrue(atOnce));
                            return request;
                        },
                        Outcomes::requestId,
                        deadlines.get()));
    }

    ChangeOutcome update(UpdateContainerGroupRequest request) {
        return Outcomes.change(
                UPDATE, calls.call(UPDATE, () -> UpdateParameters.of(request), Outcomes::requestId, deadlines.get()));
    }

    ChangeOutcome restart(String containerGroupId) {
        String clientToken = UUID.randomUUID().toString();
        return Outcomes.change(
                RESTART,
                calls.call(
                        RESTART,
                        () -> {
                            ActionRequest request = new ActionRequest(RESTART);
                            request.parameters()
                                    .put("ContainerGroupId", containerGroupId)
                                    .put("ClientToken", clientToken);
                            return request;
                        },
                        Outcomes::requestId,
                        deadlines.get()));
    }

    CreateOutcome createFromTemplate(ContainerGroupTemplate template, String clientToken) {
        return Outcomes.create(
                CREATE_FROM_TEMPLATE,
                calls.call(
                        CREATE_FROM_TEMPLATE,
                        () -> templateRequest(CREATE_FROM_TEMPLATE, template, clientToken),
                        Outcomes::created,
                        deadlines.get()));
    }

    ChangeOutcome updateByTemplate(ContainerGroupTemplate template, String clientToken) {
        return Outcomes.change(
                UPDATE_BY_TEMPLATE,
                calls.call(
                        UPDATE_BY_TEMPLATE,
                        () -> templateRequest(UPDATE_BY_TEMPLATE, template, clientToken),
                        Outcomes::requestId,
                        deadlines.get()));
    }

    private static ActionRequest templateRequest(String action, ContainerGroupTemplate template, String clientToken) {
        ActionRequest request = new ActionRequest(action);
        request.parameters().put("Template", template.text()).put("ClientToken", clientToken);
        return request;
    }

    ContainerGroupTemplate exportTemplate(String containerGroupId) {
        return calls.call(
                        EXPORT_TEMPLATE,
                        () -> {
                            ActionRequest request = new ActionRequest(EXPORT_TEMPLATE);
                            request.parameters().put("ContainerGroupId", containerGroupId);
                            return request;
                        },
                        fields -> new ContainerGroupTemplate(JsonTree.writeValue(fields.requiredTree("Template"))),
                        deadlines.get())
                .orThrow(EXPORT_TEMPLATE);
    }
}
