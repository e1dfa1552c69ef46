package io.vnode.emulator.action;

import io.vnode.emulator.state.VolumeSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes volumes as the API does: flat, with the type at the start of each member's name. */
final class VolumeWriter {

    private VolumeWriter() {}

    static Map<String, Object> write(VolumeSpec volume) {
        return switch (volume) {
            case VolumeSpec.EmptyDir it -> {
                Map<String, Object> fields = fields(VolumeReader.EMPTY_DIR, it);
                put(fields, "EmptyDirVolumeMedium", it.medium());
                put(fields, "EmptyDirVolumeSizeLimit", it.sizeLimit());
                yield fields;
            }
            case VolumeSpec.Nfs it -> {
                Map<String, Object> fields = fields(VolumeReader.NFS, it);
                put(fields, "NFSVolumeServer", it.server());
                put(fields, "NFSVolumePath", it.path());
                put(fields, "NFSVolumeReadOnly", it.readOnly());
                yield fields;
            }
            case VolumeSpec.ConfigFile it -> {
                Map<String, Object> fields = fields(VolumeReader.CONFIG_FILE, it);
                put(fields, "ConfigFileVolumeConfigFileToPaths", files(it));
                yield fields;
            }
            case VolumeSpec.Flex it -> {
                Map<String, Object> fields = fields(VolumeReader.FLEX, it);
                put(fields, "FlexVolumeDriver", it.driver());
                put(fields, "FlexVolumeFsType", it.fsType());
                put(fields, "FlexVolumeOptions", it.options());
                yield fields;
            }
            case VolumeSpec.Disk it -> {
                Map<String, Object> fields = fields(VolumeReader.DISK, it);
                put(fields, "DiskVolumeDiskId", it.diskId());
                put(fields, "DiskVolumeFsType", it.fsType());
                yield fields;
            }
            case VolumeSpec.HostPath it -> fields(VolumeReader.HOST_PATH, it);
        };
    }

    private static Map<String, Object> fields(String type, VolumeSpec volume) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("Type", type);
        fields.put("Name", volume.name());
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    private static List<Map<String, String>> files(VolumeSpec.ConfigFile volume) {
        return volume.files().stream()
                .map(file -> Map.of("Path", file.path(), "Content", file.content()))
                .toList();
    }
}
