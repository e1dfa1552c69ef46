package io.vnode.eci.model;

import java.util.List;

/** What ECI documents of volumes in a request. */
final class VolumeLimits {

    private static final int MAX_FILES = 90;
    private static final int MAX_FILE_BYTES = 32 * 1024;

    private VolumeLimits() {}

    static void check(List<Volume> volumes) {
        Limits.atMost("volumes", volumes, CreateContainerGroupRequest.MAX_VOLUMES);
        for (Volume volume : volumes) {
            if (volume instanceof Volume.ConfigFile config) {
                Limits.atMost("files of volume " + config.name(), config.files(), MAX_FILES);
                config.files().forEach(file -> check(config.name(), file));
            }
        }
    }

    static void checkInUpdate(List<Volume> volumes) {
        check(volumes);
        for (Volume volume : volumes) {
            boolean updatable =
                    switch (volume) {
                        case Volume.Disk _ -> false;
                        case Volume.ConfigFile config ->
                            config.defaultMode() == null
                                    && config.files().stream().allMatch(file -> file.mode() == null);
                        case Volume.EmptyDir _, Volume.Nfs _, Volume.Flex _, Volume.HostPath _ -> true;
                    };
            Limits.require(
                    updatable,
                    "volume %s: ECI takes no cloud disks and no file modes in an update".formatted(volume.name()));
        }
    }

    private static void check(String volume, Volume.File file) {
        String base64 = file.base64();
        int padding = base64.endsWith("==") ? 2 : base64.endsWith("=") ? 1 : 0;
        long bytes = base64.length() / 4L * 3 - padding;
        Limits.require(
                bytes <= MAX_FILE_BYTES,
                "file %s of volume %s has %d bytes; ECI takes %d at most"
                        .formatted(file.path(), volume, bytes, MAX_FILE_BYTES));
    }
}
