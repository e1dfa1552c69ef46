package io.vnode.eci.sdk;

import io.vnode.eci.model.Volume;
import org.jspecify.annotations.Nullable;

/** Writes volumes. */
final class VolumeParameters {

    private VolumeParameters() {}

    static void write(ParameterWriter to, Volume volume) {
        to.put("Name", volume.name());
        switch (volume) {
            case Volume.EmptyDir folder ->
                members(to, "EmptyDirVolume").put("Medium", folder.medium()).put("SizeLimit", folder.sizeLimit());
            case Volume.ConfigFile config ->
                members(to, "ConfigFileVolume")
                        .put("DefaultMode", octal(config.defaultMode()))
                        .each("ConfigFileToPath", config.files(), VolumeParameters::file);
            case Volume.Nfs nfs ->
                members(to, "NFSVolume")
                        .put("Server", nfs.server())
                        .put("Path", nfs.path())
                        .put("ReadOnly", nfs.readOnly());
            case Volume.Flex flex ->
                members(to, "FlexVolume")
                        .put("Driver", flex.driver())
                        .put("FsType", flex.fsType())
                        .put("Options", flex.options());
            case Volume.Disk disk ->
                members(to, "DiskVolume")
                        .put("DiskId", disk.diskId())
                        .put("DiskSize", disk.sizeGib())
                        .put("FsType", disk.fsType());
            case Volume.HostPath host ->
                members(to, "HostPathVolume").put("Path", host.path()).put("Type", host.type());
        }
    }

    private static ParameterWriter members(ParameterWriter to, String type) {
        return to.put("Type", type).under(type);
    }

    private static void file(ParameterWriter to, Volume.File file) {
        to.put("Path", file.path()).put("Content", file.base64()).put("Mode", octal(file.mode()));
    }

    /** ECI takes modes as octal digits that look like a number, as in 0644. */
    private static @Nullable String octal(@Nullable Integer mode) {
        return mode == null ? null : "%04o".formatted(mode);
    }
}
