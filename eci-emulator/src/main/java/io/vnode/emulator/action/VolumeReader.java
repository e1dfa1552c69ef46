package io.vnode.emulator.action;

import io.vnode.emulator.state.VolumeSpec;
import io.vnode.emulator.wire.ApiException;
import io.vnode.emulator.wire.ParameterSchema;
import io.vnode.emulator.wire.ParameterType;
import io.vnode.emulator.wire.Parameters;
import java.util.List;
import java.util.regex.Pattern;

/** Reads one {@code Volume.N.}; each type has its own members and must not have those of another. */
final class VolumeReader {

    static final String EMPTY_DIR = "EmptyDirVolume";
    static final String NFS = "NFSVolume";
    static final String CONFIG_FILE = "ConfigFileVolume";
    static final String FLEX = "FlexVolume";
    static final String DISK = "DiskVolume";
    static final String HOST_PATH = "HostPathVolume";

    private static final List<String> TYPES = List.of(EMPTY_DIR, NFS, CONFIG_FILE, FLEX, DISK, HOST_PATH);
    private static final int MAX_FILE_BYTES = 32 * 1024;
    private static final ParameterType MODE =
            ParameterType.matching(Pattern.compile("[0-7]{3,4}"), "an octal file mode such as 0644");

    private VolumeReader() {}

    static void describe(ParameterSchema.Builder schema) {
        schema.limit("Volume", 20)
                .limit("Volume.N.ConfigFileVolume.ConfigFileToPath", 90)
                .required("Volume.N.Name", CommonTypes.NAME)
                .required("Volume.N.Type", ParameterType.oneOf(TYPES.toArray(String[]::new)))
                .optional("Volume.N.EmptyDirVolume.Medium", ParameterType.oneOf("Memory", "LocalRaid0"))
                .optional("Volume.N.EmptyDirVolume.SizeLimit", ParameterType.text())
                .optional("Volume.N.NFSVolume.Server", ParameterType.text())
                .optional("Volume.N.NFSVolume.Path", ParameterType.text())
                .optional("Volume.N.NFSVolume.ReadOnly", ParameterType.flag())
                .optional("Volume.N.ConfigFileVolume.DefaultMode", MODE)
                .required("Volume.N.ConfigFileVolume.ConfigFileToPath.N.Path", ParameterType.text())
                .optional("Volume.N.ConfigFileVolume.ConfigFileToPath.N.Content", ParameterType.base64(MAX_FILE_BYTES))
                .optional("Volume.N.ConfigFileVolume.ConfigFileToPath.N.Mode", MODE)
                .optional("Volume.N.FlexVolume.Driver", ParameterType.text())
                .optional("Volume.N.FlexVolume.FsType", ParameterType.text())
                .optional("Volume.N.FlexVolume.Options", ParameterType.text())
                .optional("Volume.N.DiskVolume.DiskId", ParameterType.text())
                .optional("Volume.N.DiskVolume.DiskSize", ParameterType.integer(1, 32_768))
                .optional("Volume.N.DiskVolume.FsType", ParameterType.text())
                .optional("Volume.N.HostPathVolume.Path", ParameterType.text())
                .optional("Volume.N.HostPathVolume.Type", ParameterType.oneOf("Directory", "File"));
    }

    static VolumeSpec read(Parameters volume) {
        String name = volume.text("Name");
        String type = volume.text("Type");
        refuseForeignMembers(volume, type);
        Parameters members = volume.under(type + ".");
        return switch (type) {
            case EMPTY_DIR -> new VolumeSpec.EmptyDir(name, members.find("Medium"), members.find("SizeLimit"));
            case NFS ->
                new VolumeSpec.Nfs(
                        name, required(members, "Server"), required(members, "Path"), members.flag("ReadOnly"));
            case CONFIG_FILE -> new VolumeSpec.ConfigFile(name, files(members));
            case FLEX ->
                new VolumeSpec.Flex(name, required(members, "Driver"), members.find("FsType"), members.find("Options"));
            case DISK -> new VolumeSpec.Disk(name, required(members, "DiskId"), members.find("FsType"));
            case HOST_PATH -> new VolumeSpec.HostPath(name, required(members, "Path"));
            default -> throw ApiException.invalid(volume.wireName("Type"), "is unknown");
        };
    }

    private static void refuseForeignMembers(Parameters volume, String type) {
        for (String other : TYPES) {
            if (!other.equals(type) && volume.has(other + ".")) {
                throw ApiException.invalid(volume.wireName(other), "does not go with the volume's type " + type);
            }
        }
    }

    private static List<VolumeSpec.File> files(Parameters members) {
        return members.elements("ConfigFileToPath").stream()
                .map(file -> new VolumeSpec.File(file.text("Path"), file.text("Content"), file.find("Mode")))
                .toList();
    }

    private static String required(Parameters parameters, String name) {
        String value = parameters.find(name);
        if (value == null) {
            throw ApiException.missing(parameters.wireName(name));
        }
        return value;
    }
}
