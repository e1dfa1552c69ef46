package io.vnode.eci.sdk;

import io.vnode.eci.json.Fields;
import io.vnode.eci.model.GroupVolume;
import io.vnode.eci.model.Volume;
import org.jspecify.annotations.Nullable;

/** Reads volumes of a described group: flat, with the type at the beginning of each member's name. */
final class GroupVolumeReader {

    private GroupVolumeReader() {}

    static GroupVolume read(Fields volume) {
        String name = volume.text("Name");
        String type = volume.textOrEmpty("Type");
        return new GroupVolume(name, type, volume(name, type, volume));
    }

    private static @Nullable Volume volume(String name, String type, Fields volume) {
        return switch (type) {
            case "EmptyDirVolume" ->
                new Volume.EmptyDir(
                        name,
                        volume.optionalText("EmptyDirVolumeMedium"),
                        volume.optionalText("EmptyDirVolumeSizeLimit"));
            case "ConfigFileVolume" ->
                new Volume.ConfigFile(
                        name, volume.list("ConfigFileVolumeConfigFileToPaths", GroupVolumeReader::file), null);
            case "NFSVolume" -> nfs(name, volume);
            case "FlexVolume" -> flex(name, volume);
            case "DiskVolume" -> disk(name, volume);
            default -> null;
        };
    }

    private static Volume.File file(Fields file) {
        return new Volume.File(file.text("Path"), file.textOrEmpty("Content"), null);
    }

    private static @Nullable Volume nfs(String name, Fields volume) {
        String server = volume.optionalText("NFSVolumeServer");
        String path = volume.optionalText("NFSVolumePath");
        return server == null || path == null
                ? null
                : new Volume.Nfs(name, server, path, volume.isTrue("NFSVolumeReadOnly"));
    }

    private static @Nullable Volume flex(String name, Fields volume) {
        String driver = volume.optionalText("FlexVolumeDriver");
        return driver == null
                ? null
                : new Volume.Flex(
                        name,
                        driver,
                        volume.optionalText("FlexVolumeFsType"),
                        volume.optionalText("FlexVolumeOptions"));
    }

    private static @Nullable Volume disk(String name, Fields volume) {
        String diskId = volume.optionalText("DiskVolumeDiskId");
        return diskId == null ? null : new Volume.Disk(name, diskId, null, volume.optionalText("DiskVolumeFsType"));
    }
}
