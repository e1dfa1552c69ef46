package io.vnode.emulator.state;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A volume as it was asked for. */
public sealed interface VolumeSpec {

    /** The name that mounts refer to. */
    String name();

    /** Empty at the start, gone at the end. */
    record EmptyDir(
            String name, @Nullable String medium, @Nullable String sizeLimit) implements VolumeSpec {}

    /** A share on a file server. */
    record Nfs(String name, String server, String path, boolean readOnly) implements VolumeSpec {}

    /** Files with given contents. */
    record ConfigFile(String name, List<File> files) implements VolumeSpec {

        /** Copies the list. */
        public ConfigFile {
            files = List.copyOf(files);
        }
    }

    /** Whatever a driver provides. */
    record Flex(
            String name,
            String driver,
            @Nullable String fsType,
            @Nullable String options) implements VolumeSpec {}

    /** A cloud disk. */
    record Disk(String name, String diskId, @Nullable String fsType) implements VolumeSpec {}

    /** A path of the host. */
    record HostPath(String name, String path) implements VolumeSpec {}

    /**
     * One file of a volume.
     *
     * @param path below the volume's mount path
     * @param content Base64
     * @param mode four octal digits, null for the volume's default
     */
    record File(String path, String content, @Nullable String mode) {

        @Override
        public String toString() {
            return "File[path=%s]".formatted(path); // contents may be secrets
        }
    }
}
