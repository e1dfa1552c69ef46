package io.vnode.emulator.action;

import io.vnode.emulator.wire.ApiException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a template, which says the same as the parameters of {@code CreateContainerGroup} in another shape. */
final class TemplateReader {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern INDEX = Pattern.compile("\\.(\\d+)(?=\\.|$)");

    /** The parameter for each place in a template; {@code N} stands for an index. An empty one is known and has no effect. */
    private static final Map<String, String> PARAMETERS = parameters();

    private TemplateReader() {}

    private static Map<String, String> parameters() {
        Map<String, String> names = new TreeMap<>();
        for (String same : List.of(
                "RegionId",
                "ZoneId",
                "SecurityGroupId",
                "VSwitchId",
                "ResourceGroupId",
                "EipInstanceId",
                "ContainerGroupName")) {
            names.put(same, same);
        }
        names.put("Resources.Cpu", "Cpu");
        names.put("Resources.Memory", "Memory");
        names.put("Tags.N.Key", "Tag.N.Key");
        names.put("Tags.N.Value", "Tag.N.Value");
        names.put("Spec.RestartPolicy", "RestartPolicy");
        names.put("Spec.DnsPolicy", "DnsPolicy");
        names.put("Spec.DnsConfig.NameServers.N", "DnsConfig.NameServer.N");
        names.put("Spec.DnsConfig.Searches.N", "DnsConfig.Search.N");
        names.put("Spec.DnsConfig.Options.N.Name", "DnsConfig.Option.N.Name");
        names.put("Spec.DnsConfig.Options.N.Value", "DnsConfig.Option.N.Value");
        volumes(names);
        container(names, "Spec.Containers.N.", "Container.N.");
        container(names, "Spec.InitContainers.N.", "InitContainer.N.");
        for (String flag : List.of("Stdin", "StdinOnce", "Tty")) {
            names.put("Spec.Containers.N." + flag, "Container.N." + flag);
            names.put("Spec.InitContainers.N." + flag, "");
        }
        for (String probe : List.of("ReadinessProbe.", "LivenessProbe.")) {
            for (String member : List.of(
                    "InitialDelaySeconds",
                    "PeriodSeconds",
                    "SuccessThreshold",
                    "FailureThreshold",
                    "TimeoutSeconds",
                    "Exec.Command.N",
                    "TcpSocket.Port",
                    "HttpGet.Scheme",
                    "HttpGet.Path",
                    "HttpGet.Port")) {
                names.put("Spec.Containers.N." + probe + member, "Container.N." + probe + member);
            }
        }
        return Map.copyOf(names);
    }

    private static void volumes(Map<String, String> names) {
        String volume = "Spec.Volumes.N.";
        names.put(volume + "Name", "Volume.N.Name");
        names.put(volume + "ConfigFile.DefaultMode", "Volume.N.ConfigFileVolume.DefaultMode");
        for (String member : List.of("Path", "Mode", "Content")) {
            names.put(
                    volume + "ConfigFile.Items.N." + member, "Volume.N.ConfigFileVolume.ConfigFileToPath.N." + member);
        }
        names.put(volume + "EmptyDir.SizeLimit", "Volume.N.EmptyDirVolume.SizeLimit");
        for (String member : List.of("Server", "Path", "ReadOnly")) {
            names.put(volume + "Nfs." + member, "Volume.N.NFSVolume." + member);
        }
    }

    private static void container(Map<String, String> names, String place, String parameter) {
        for (String same : List.of("Name", "Image", "ImagePullPolicy", "WorkingDir")) {
            names.put(place + same, parameter + same);
        }
        names.put(place + "Command.N", parameter + "Command.N");
        names.put(place + "Args.N", parameter + "Arg.N");
        names.put(place + "Resources.Cpu", parameter + "Cpu");
        names.put(place + "Resources.Memory", parameter + "Memory");
        names.put(
                place + "SecurityContext.ReadOnlyRootFilesystem", parameter + "SecurityContext.ReadOnlyRootFilesystem");
        names.put(place + "SecurityContext.RunAsUser", parameter + "SecurityContext.RunAsUser");
        names.put(place + "SecurityContext.Capabilities.Add.N", parameter + "SecurityContext.Capability.Add.N");
        names.put(place + "Env.N.Name", parameter + "EnvironmentVar.N.Key");
        names.put(place + "Env.N.Value", parameter + "EnvironmentVar.N.Value");
        names.put(place + "Ports.N.Name", "");
        names.put(place + "Ports.N.Protocol", parameter + "Port.N.Protocol");
        names.put(place + "Ports.N.ContainerPort", parameter + "Port.N.Port");
        for (String member : List.of("Name", "SubPath", "MountPath", "ReadOnly")) {
            names.put(place + "VolumeMounts.N." + member, parameter + "VolumeMount.N." + member);
        }
    }

    /** The parameters that a template stands for; nobody has checked their values yet. */
    static NavigableMap<String, String> read(String template) {
        JsonNode tree;
        try {
            tree = JSON.readTree(template);
        } catch (JacksonException _) {
            throw ApiException.invalid("Template", "must be a JSON object");
        }
        if (!tree.isObject()) {
            throw ApiException.invalid("Template", "must be a JSON object");
        }
        NavigableMap<String, String> parameters = new TreeMap<>();
        read(tree, "", parameters);
        volumeTypes(tree.path("Spec").path("Volumes"), parameters);
        return parameters;
    }

    private static void read(JsonNode node, String place, NavigableMap<String, String> parameters) {
        String prefix = place.isEmpty() ? "" : place + ".";
        if (node.isObject()) {
            node.properties().forEach(each -> read(each.getValue(), prefix + each.getKey(), parameters));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                read(node.get(i), prefix + (i + 1), parameters);
            }
        } else if (!node.isNull()) {
            value(place, node.asString(), parameters);
        }
    }

    private static void value(String place, String value, NavigableMap<String, String> parameters) {
        List<String> indexes = new ArrayList<>();
        INDEX.matcher(place).results().forEach(index -> indexes.add(index.group(1)));
        String pattern = PARAMETERS.get(INDEX.matcher(place).replaceAll(".N"));
        if (pattern == null) {
            throw ApiException.invalid("Template", "has the unknown field %s".formatted(place));
        }
        for (String index : indexes) {
            pattern = pattern.replaceFirst("\\.N(?=\\.|$)", "." + index);
        }
        if (!pattern.isEmpty()) {
            parameters.put(pattern, value);
        }
    }

    /** Templates name a volume's type by the member that it has. */
    private static void volumeTypes(JsonNode volumes, NavigableMap<String, String> parameters) {
        for (int i = 0; i < volumes.size(); i++) {
            JsonNode volume = volumes.get(i);
            String type = volume.has("ConfigFile")
                    ? VolumeReader.CONFIG_FILE
                    : volume.has("Nfs") ? VolumeReader.NFS : VolumeReader.EMPTY_DIR;
            parameters.put("Volume.%d.Type".formatted(i + 1), type);
        }
    }
}
