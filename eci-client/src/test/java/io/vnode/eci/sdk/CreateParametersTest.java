package io.vnode.eci.sdk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.eci.model.ContainerPort;
import io.vnode.eci.model.ContainerSpec;
import io.vnode.eci.model.CreateContainerGroupRequest;
import io.vnode.eci.model.EnvironmentVariable;
import io.vnode.eci.model.RegistryCredential;
import io.vnode.eci.model.RestartPolicy;
import io.vnode.eci.model.Volume;
import io.vnode.eci.model.VolumeMount;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CreateParametersTest {

    @Test
    void nameEverythingAsTheServiceDoes() {
        CreateContainerGroupRequest request = CreateContainerGroupRequest.builder("web", "uid-1")
                .vSwitchIds(List.of("vsw-1", "vsw-2"))
                .securityGroupId("sg-1")
                .resourceGroupId("rg-1")
                .tags(Map.of("ClusterName", "c1"))
                .restartPolicy(RestartPolicy.ON_FAILURE)
                .terminationGracePeriodSeconds(45L)
                .cpu(new BigDecimal("0.25"))
                .memory(new BigDecimal("1E+1"))
                .containers(List.of(everything()))
                .initContainers(List.of(ContainerSpec.builder("init", "busybox")
                        .environment(List.of(new EnvironmentVariable.FieldRef("IP", "status.podIP")))
                        .build()))
                .volumes(List.of(
                        new Volume.EmptyDir("cache", "Memory", "256Mi"),
                        new Volume.ConfigFile(
                                "config", List.of(Volume.File.of("a/b", "text".getBytes(UTF_8), 0400)), 0644),
                        new Volume.Nfs("share", "nas.example.org", "/data", true)))
                .registryCredentials(List.of(new RegistryCredential("registry.example.org", "user", "word")))
                .build();

        Map<String, String> parameters = CreateParameters.of(request, "token-1").getSysQueryParameters();

        assertThat(parameters)
                .containsOnly(
                        entry("Action", "CreateContainerGroup"),
                        entry("Version", "2018-08-08"),
                        entry("Format", "JSON"),
                        entry("ContainerGroupName", "web"),
                        entry("ClientToken", "token-1"),
                        entry("VSwitchId", "vsw-1,vsw-2"),
                        entry("SecurityGroupId", "sg-1"),
                        entry("ResourceGroupId", "rg-1"),
                        entry("Tag.1.Key", "ClusterName"),
                        entry("Tag.1.Value", "c1"),
                        entry("RestartPolicy", "OnFailure"),
                        entry("TerminationGracePeriodSeconds", "45"),
                        entry("Cpu", "0.25"),
                        entry("Memory", "10"),
                        entry("Container.1.Name", "web"),
                        entry("Container.1.Image", "nginx"),
                        entry("Container.1.Cpu", "0.5"),
                        entry("Container.1.Memory", "1.0"),
                        entry("Container.1.WorkingDir", "/srv"),
                        entry("Container.1.ImagePullPolicy", "IfNotPresent"),
                        entry("Container.1.Command.1", "sh"),
                        entry("Container.1.Command.2", "-c"),
                        entry("Container.1.Arg.1", "true"),
                        entry("Container.1.EnvironmentVar.1.Key", "MODE"),
                        entry("Container.1.EnvironmentVar.1.Value", ""),
                        entry("Container.1.EnvironmentVar.2.Key", "IP"),
                        entry("Container.1.EnvironmentVar.2.FieldRef.FieldPath", "status.podIP"),
                        entry("Container.1.Port.1.Port", "8080"),
                        entry("Container.1.Port.1.Protocol", "TCP"),
                        entry("Container.1.VolumeMount.1.Name", "config"),
                        entry("Container.1.VolumeMount.1.MountPath", "/etc/web"),
                        entry("Container.1.VolumeMount.1.SubPath", "a"),
                        entry("Container.1.VolumeMount.1.ReadOnly", "true"),
                        entry("InitContainer.1.Name", "init"),
                        entry("InitContainer.1.Image", "busybox"),
                        entry("InitContainer.1.EnvironmentVar.1.Key", "IP"),
                        entry("InitContainer.1.EnvironmentVar.1.FieldRef.FieldPath", "status.podIP"),
                        entry("Volume.1.Name", "cache"),
                        entry("Volume.1.Type", "EmptyDirVolume"),
                        entry("Volume.1.EmptyDirVolume.Medium", "Memory"),
                        entry("Volume.1.EmptyDirVolume.SizeLimit", "256Mi"),
                        entry("Volume.2.Name", "config"),
                        entry("Volume.2.Type", "ConfigFileVolume"),
                        entry("Volume.2.ConfigFileVolume.DefaultMode", "0644"),
                        entry("Volume.2.ConfigFileVolume.ConfigFileToPath.1.Path", "a/b"),
                        entry("Volume.2.ConfigFileVolume.ConfigFileToPath.1.Content", "dGV4dA=="),
                        entry("Volume.2.ConfigFileVolume.ConfigFileToPath.1.Mode", "0400"),
                        entry("Volume.3.Name", "share"),
                        entry("Volume.3.Type", "NFSVolume"),
                        entry("Volume.3.NFSVolume.Server", "nas.example.org"),
                        entry("Volume.3.NFSVolume.Path", "/data"),
                        entry("Volume.3.NFSVolume.ReadOnly", "true"),
                        entry("ImageRegistryCredential.1.Server", "registry.example.org"),
                        entry("ImageRegistryCredential.1.UserName", "user"),
                        entry("ImageRegistryCredential.1.Password", "word"));
    }

    @Test
    void writeEverythingThatCanBeOrdered() {
        GoldenParameters.assertMatches(
                CreateParameters.of(Orders.everything("web", "uid-1").build(), "token-1"),
                "parameters/create-everything.txt");
    }

    @Test
    void writeWhatExcludesSomethingElse() {
        GoldenParameters.assertMatches(
                CreateParameters.of(Orders.otherwise("web", "uid-1").build(), "token-1"),
                "parameters/create-otherwise.txt");
    }

    @Test
    void leaveOutNoParameterThatIsDocumented() {
        Set<String> written = new TreeSet<>();
        for (CreateContainerGroupRequest.Builder order :
                List.of(Orders.everything("web", "uid-1"), Orders.otherwise("web", "uid-1"))) {
            CreateParameters.of(order.build(), "token-1")
                    .getSysQueryParameters()
                    .keySet()
                    .forEach(name -> written.add(name.replaceAll("\\.\\d+(?=\\.|$)", ".N")));
        }
        written.removeAll(Set.of("Action", "Version", "Format"));

        assertThat(written)
                .containsExactlyElementsOf(GoldenParameters.read("/parameters/create-documented.txt")
                        .lines()
                        .sorted()
                        .toList());
    }

    private static ContainerSpec everything() {
        return ContainerSpec.builder("web", "nginx")
                .command(List.of("sh", "-c"))
                .args(List.of("true"))
                .workingDir("/srv")
                .environment(List.of(
                        new EnvironmentVariable.Literal("MODE", ""),
                        new EnvironmentVariable.FieldRef("IP", "status.podIP")))
                .ports(List.of(new ContainerPort(8080, "TCP")))
                .volumeMounts(List.of(new VolumeMount("config", "/etc/web", "a", true)))
                .cpu(new BigDecimal("0.5"))
                .memory(new BigDecimal("1.0"))
                .imagePullPolicy("IfNotPresent")
                .build();
    }
}
