package io.vnode.eci.sdk;

import com.aliyuncs.eci.model.v20180808.CreateContainerGroupRequest.Tag;
import io.vnode.eci.model.ContainerPort;
import io.vnode.eci.model.ContainerSpec;
import io.vnode.eci.model.CreateContainerGroupRequest;
import io.vnode.eci.model.EnvironmentVariable;
import io.vnode.eci.model.RegistryCredential;
import io.vnode.eci.model.Volume;
import io.vnode.eci.model.VolumeMount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fills the SDK's request for a container group.
 *
 * <p>What the SDK knows of the group goes through its setters. Containers and volumes are written by name: the SDK's
 * types for them have no sub paths, size limits or field references of init containers, misspell the default mode, and
 * write numbers as floats.
 */
final class CreateParameters {

    private final com.aliyuncs.eci.model.v20180808.CreateContainerGroupRequest sdk =
            new com.aliyuncs.eci.model.v20180808.CreateContainerGroupRequest();

    private CreateParameters() {}

    static com.aliyuncs.eci.model.v20180808.CreateContainerGroupRequest of(
            CreateContainerGroupRequest request, String clientToken) {
        CreateParameters parameters = new CreateParameters();
        parameters.group(request, clientToken);
        parameters.containers("Container", request.containers());
        parameters.containers("InitContainer", request.initContainers());
        parameters.volumes(request.volumes());
        parameters.registryCredentials(request.registryCredentials());
        return parameters.sdk;
    }

    private void group(CreateContainerGroupRequest request, String clientToken) {
        sdk.setContainerGroupName(request.name());
        sdk.setClientToken(clientToken);
        sdk.setVSwitchId(String.join(",", request.vSwitchIds()));
        sdk.setSecurityGroupId(request.securityGroupId());
        sdk.setResourceGroupId(request.resourceGroupId());
        sdk.setRestartPolicy(request.restartPolicy().word());
        sdk.setTerminationGracePeriodSeconds(request.terminationGracePeriodSeconds());
        put("Cpu", request.cpu());
        put("Memory", request.memory());
        List<Tag> tags = new ArrayList<>();
        request.tags().forEach((key, value) -> {
            Tag tag = new Tag();
            tag.setKey(key);
            tag.setValue(value);
            tags.add(tag);
        });
        sdk.setTags(tags);
    }

    private void containers(String list, List<ContainerSpec> containers) {
        for (int i = 0; i < containers.size(); i++) {
            container("%s.%d.".formatted(list, i + 1), containers.get(i));
        }
    }

    private void container(String prefix, ContainerSpec container) {
        put(prefix + "Name", container.name());
        put(prefix + "Image", container.image());
        put(prefix + "Cpu", container.cpu());
        put(prefix + "Memory", container.memory());
        put(prefix + "WorkingDir", container.workingDir());
        put(prefix + "ImagePullPolicy", container.imagePullPolicy());
        texts(prefix + "Command", container.command());
        texts(prefix + "Arg", container.args());
        for (int i = 0; i < container.environment().size(); i++) {
            environmentVariable(
                    "%sEnvironmentVar.%d.".formatted(prefix, i + 1),
                    container.environment().get(i));
        }
        for (int i = 0; i < container.ports().size(); i++) {
            port("%sPort.%d.".formatted(prefix, i + 1), container.ports().get(i));
        }
        for (int i = 0; i < container.volumeMounts().size(); i++) {
            volumeMount(
                    "%sVolumeMount.%d.".formatted(prefix, i + 1),
                    container.volumeMounts().get(i));
        }
    }

    private void environmentVariable(String prefix, EnvironmentVariable variable) {
        put(prefix + "Key", variable.name());
        switch (variable) {
            case EnvironmentVariable.Literal literal -> put(prefix + "Value", literal.value());
            case EnvironmentVariable.FieldRef field -> put(prefix + "FieldRef.FieldPath", field.fieldPath());
        }
    }

    private void port(String prefix, ContainerPort port) {
        put(prefix + "Port", port.port());
        put(prefix + "Protocol", port.protocol());
    }

    private void volumeMount(String prefix, VolumeMount mount) {
        put(prefix + "Name", mount.volumeName());
        put(prefix + "MountPath", mount.mountPath());
        put(prefix + "SubPath", mount.subPath());
        put(prefix + "ReadOnly", mount.readOnly());
    }

    private void volumes(List<Volume> volumes) {
        for (int i = 0; i < volumes.size(); i++) {
            volume("Volume.%d.".formatted(i + 1), volumes.get(i));
        }
    }

    private void volume(String prefix, Volume volume) {
        put(prefix + "Name", volume.name());
        switch (volume) {
            case Volume.EmptyDir folder -> {
                put(prefix + "Type", "EmptyDirVolume");
                put(prefix + "EmptyDirVolume.Medium", folder.medium());
                put(prefix + "EmptyDirVolume.SizeLimit", folder.sizeLimit());
            }
            case Volume.ConfigFile config -> {
                put(prefix + "Type", "ConfigFileVolume");
                put(prefix + "ConfigFileVolume.DefaultMode", octal(config.defaultMode()));
                for (int i = 0; i < config.files().size(); i++) {
                    file(
                            "%sConfigFileVolume.ConfigFileToPath.%d.".formatted(prefix, i + 1),
                            config.files().get(i));
                }
            }
            case Volume.Nfs nfs -> {
                put(prefix + "Type", "NFSVolume");
                put(prefix + "NFSVolume.Server", nfs.server());
                put(prefix + "NFSVolume.Path", nfs.path());
                put(prefix + "NFSVolume.ReadOnly", nfs.readOnly());
            }
        }
    }

    private void file(String prefix, Volume.File file) {
        put(prefix + "Path", file.path());
        put(prefix + "Content", file.base64());
        put(prefix + "Mode", octal(file.mode()));
    }

    private void registryCredentials(List<RegistryCredential> credentials) {
        for (int i = 0; i < credentials.size(); i++) {
            String prefix = "ImageRegistryCredential.%d.".formatted(i + 1);
            put(prefix + "Server", credentials.get(i).server());
            put(prefix + "UserName", credentials.get(i).userName());
            put(prefix + "Password", credentials.get(i).password());
        }
    }

    private void texts(String list, List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            put("%s.%d".formatted(list, i + 1), texts.get(i));
        }
    }

    /** ECI takes modes as octal digits that look like a number, as in 0644. */
    private static @Nullable String octal(@Nullable Integer mode) {
        return mode == null ? null : "%04o".formatted(mode);
    }

    private void put(String name, @Nullable Object value) {
        if (value != null) {
            sdk.putQueryParameter(name, value instanceof BigDecimal number ? number.toPlainString() : value);
        }
    }
}
