package io.vnode.emulator.action;

import static io.vnode.emulator.wire.ParameterType.decimal;
import static io.vnode.emulator.wire.ParameterType.oneOf;
import static io.vnode.emulator.wire.ParameterType.text;

import io.vnode.emulator.wire.ParameterSchema;

/** Every documented parameter of {@code UpdateContainerGroup}, whether the emulator acts on it or not. */
final class UpdateContainerGroupSchema {

    private UpdateContainerGroupSchema() {}

    static ParameterSchema build() {
        ParameterSchema.Builder schema = ParameterSchema.builder()
                .required("ContainerGroupId", text())
                .optional("ClientToken", CommonTypes.CLIENT_TOKEN)
                .optional("UpdateType", oneOf("RenewUpdate", "IncrementalUpdate"))
                .optional("RestartPolicy", oneOf("Always", "OnFailure", "Never"))
                .optional("ResourceGroupId", text())
                .optional("Cpu", decimal())
                .optional("Memory", decimal())
                .limit("DnsConfig.NameServer", 20)
                .limit("DnsConfig.Search", 20)
                .limit("DnsConfig.Option", 20)
                .optional("DnsConfig.NameServer.N", text())
                .optional("DnsConfig.Search.N", text())
                .required("DnsConfig.Option.N.Name", text())
                .optional("DnsConfig.Option.N.Value", text());
        CreateContainerGroupSchema.tags(schema);
        CreateContainerGroupSchema.credentials(schema);
        ContainerReader.describeForUpdate(schema);
        VolumeReader.describe(schema);
        return schema.build();
    }
}
