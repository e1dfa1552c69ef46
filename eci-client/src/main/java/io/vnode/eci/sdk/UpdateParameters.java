package io.vnode.eci.sdk;

import io.vnode.eci.model.UpdateContainerGroupRequest;

/** Writes a change of a container group. The SDK's request has neither client token nor mode, so all goes by name. */
final class UpdateParameters {

    private UpdateParameters() {}

    static ActionRequest of(UpdateContainerGroupRequest request) {
        ActionRequest sdk = new ActionRequest("UpdateContainerGroup");
        ParameterWriter to = sdk.parameters();
        to.put("ContainerGroupId", request.containerGroupId())
                .put("ClientToken", request.clientToken())
                .put("UpdateType", request.mode().word())
                .put("Cpu", request.cpu())
                .put("Memory", request.memory())
                .ifPresent(request.restartPolicy(), (it, policy) -> it.put("RestartPolicy", policy.word()))
                .put("ResourceGroupId", request.resourceGroupId())
                .tags(request.tags())
                .each("Container", request.containers(), ContainerParameters.inUpdate()::write)
                .each("InitContainer", request.initContainers(), ContainerParameters.inUpdate()::write)
                .each("Volume", request.volumes(), VolumeParameters::write)
                .each("ImageRegistryCredential", request.registryCredentials(), CreateParameters::credential)
                .each("AcrRegistryInfo", request.acrRegistries(), CreateParameters::acrRegistry);
        NetworkParameters.dns(to, request.dns());
        return sdk;
    }
}
