package io.vnode.emulator;

import static io.vnode.emulator.SignedCaller.base64;
import static io.vnode.emulator.SignedCaller.call;
import static io.vnode.emulator.SignedCaller.newGroup;
import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.emulator.state.GroupSnapshot;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class TemplateIT {

    private EciEmulator emulator;
    private SignedCaller caller;

    @BeforeEach
    void start() throws Exception {
        emulator = EciEmulator.start(EmulatorConfig.loopback(SignedCaller.KEY));
        caller = new SignedCaller(emulator);
    }

    @AfterEach
    void stop() {
        caller.close();
        emulator.close();
    }

    @Test
    void createsAnEqualGroupFromAnExportedTemplate() throws Exception {
        String id = caller.created(newGroup("web")
                .with(Map.of("Cpu", "1", "Memory", "2", "RestartPolicy", "OnFailure", "VSwitchId", "vsw-sandboxb"))
                .with(Map.of("Tag.1.Key", "a", "Tag.1.Value", "b", "DnsPolicy", "None"))
                .with(Map.of("DnsConfig.NameServer.1", "10.0.0.1", "DnsConfig.Option.1.Name", "ndots"))
                .with(Map.of("Container.1.Command.1", "sh", "Container.1.Arg.1", "-c", "Container.1.Tty", "true"))
                .with(Map.of("Container.1.EnvironmentVar.1.Key", "A", "Container.1.EnvironmentVar.1.Value", "b c"))
                .with(Map.of("Container.1.Port.1.Port", "80", "Container.1.Port.1.Protocol", "TCP"))
                .with(Map.of("Container.1.ReadinessProbe.HttpGet.Port", "80", "Container.1.Cpu", "0.5"))
                .with(Map.of("Container.1.LivenessProbe.Exec.Command.1", "true"))
                .with(Map.of("Container.1.SecurityContext.RunAsUser", "7"))
                .with(Map.of("Container.1.SecurityContext.Capability.Add.1", "NET_ADMIN"))
                .with(Map.of("Container.1.VolumeMount.1.Name", "config", "Container.1.VolumeMount.1.MountPath", "/c"))
                .with(Map.of("Container.1.VolumeMount.1.SubPath", "f", "Container.1.VolumeMount.1.ReadOnly", "true"))
                .with(Map.of("InitContainer.1.Name", "setup", "InitContainer.1.Image", "busybox"))
                .with(Map.of("Volume.1.Name", "config", "Volume.1.Type", "ConfigFileVolume"))
                .with("Volume.1.ConfigFileVolume.ConfigFileToPath.1.Path", "f")
                .with("Volume.1.ConfigFileVolume.ConfigFileToPath.1.Content", base64("x"))
                .with("Volume.1.ConfigFileVolume.ConfigFileToPath.1.Mode", "0400")
                .with(Map.of("Volume.2.Name", "tmp", "Volume.2.Type", "EmptyDirVolume"))
                .with("Volume.2.EmptyDirVolume.SizeLimit", "1Gi")
                .with(Map.of("Volume.3.Name", "nfs", "Volume.3.Type", "NFSVolume"))
                .with(Map.of("Volume.3.NFSVolume.Server", "s", "Volume.3.NFSVolume.Path", "/p")));
        JsonNode template = caller.ok(call("ExportContainerGroupTemplate").with("ContainerGroupId", id))
                .path("Template");

        String copy = caller.created(call("CreateContainerGroupFromTemplate").with("Template", template.toString()));

        assertThat(copy).isNotEqualTo(id);
        assertThat(group(copy).spec()).isEqualTo(group(id).spec());
        assertThat(group(copy).placement().vSwitch())
                .isEqualTo(group(id).placement().vSwitch());
        assertThat(template.at("/Spec/Containers/0/Env/0").toString()).isEqualTo("{\"Name\":\"A\",\"Value\":\"b c\"}");
    }

    @Test
    void createsOneGroupForARepeatedToken() throws Exception {
        String template =
                "{\"ContainerGroupName\":\"web\",\"Spec\":{\"Containers\":[{\"Name\":\"c\",\"Image\":\"i\"}]}}";

        String first = caller.created(call("CreateContainerGroupFromTemplate")
                .with("Template", template)
                .with("ClientToken", "t"));

        assertThat(caller.created(call("CreateContainerGroupFromTemplate")
                        .with("Template", template)
                        .with("ClientToken", "t")))
                .isEqualTo(first);
        assertThat(emulator.containerGroups().all()).hasSize(1);
    }

    @Test
    void updatesTheOneGroupOfItsName() throws Exception {
        String id = caller.created(newGroup("web"));
        String template = caller.ok(call("ExportContainerGroupTemplate").with("ContainerGroupId", id))
                .path("Template")
                .toString();

        assertThat(caller.refusal(call("UpdateContainerGroupByTemplate").with("Template", template)))
                .isEqualTo("400 NoNeedUpdate");
        caller.ok(
                call("UpdateContainerGroupByTemplate").with("Template", template.replace("nginx:1.27", "nginx:1.28")));
        assertThat(group(id).spec().containers().getFirst().image()).isEqualTo("nginx:1.28");
        assertThat(caller.refusal(
                        call("UpdateContainerGroupByTemplate").with("Template", template.replace("\"web\"", "\"db\""))))
                .isEqualTo("403 InvalidParameter.NotFound");
        caller.created(newGroup("web"));
        assertThat(caller.refusal(call("UpdateContainerGroupByTemplate").with("Template", template)))
                .isEqualTo("400 InvalidParameter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "web",
                "[]",
                "{\"ContainerGroupName\":\"web\",\"Image\":\"i\"}",
                "{\"ContainerGroupName\":\"Web\",\"Spec\":{\"Containers\":[{\"Name\":\"c\",\"Image\":\"i\"}]}}",
            })
    void refusesTemplatesThatSayNothing(String template) throws Exception {
        assertThat(caller.refusal(call("CreateContainerGroupFromTemplate").with("Template", template)))
                .isEqualTo("400 InvalidParameter");
    }

    @Test
    void refusesWhatIsNotThere() throws Exception {
        assertThat(caller.refusal(call("CreateContainerGroupFromTemplate").with("Template", "{}")))
                .isEqualTo("400 MissingParameter");
        assertThat(caller.refusal(call("ExportContainerGroupTemplate").with("ContainerGroupId", "eci-none")))
                .isEqualTo("404 InvalidContainerGroupId.NotFound");
    }

    private GroupSnapshot group(String id) {
        return Objects.requireNonNull(emulator.containerGroups().find(id));
    }
}
