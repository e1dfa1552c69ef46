package io.vnode.eci.model;

import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that containers of a group can mount. */
public sealed interface Volume {

    /** Name, unique in the group. */
    String name();

    /**
     * An empty folder that lives as long as the group.
     *
     * @param medium {@code Memory} or {@code LocalRaid0}; null for the disk
     * @param sizeLimit for example {@code 256Mi}; null for none
     */
    record EmptyDir(
            String name, @Nullable String medium, @Nullable String sizeLimit) implements Volume {}

    /**
     * A folder of given files.
     *
     * @param files at most 32 KB each
     * @param defaultMode permission bits of files that have none of their own, for example {@code 0644}
     */
    record ConfigFile(
            String name, List<File> files, @Nullable Integer defaultMode) implements Volume {

        public ConfigFile {
            files = List.copyOf(files);
        }
    }

    /**
     * A volume that a driver of ECI's provides.
     *
     * @param driver for example {@code alicloud/oss}
     * @param fsType file system; null for the driver's own
     * @param options JSON object for the driver, possibly with keys; its text form does not show it
     */
    record Flex(
            String name,
            String driver,
            @Nullable String fsType,
            @Nullable String options) implements Volume {

        @Override
        public String toString() {
            return "Flex[" + name + ", " + driver + "]";
        }
    }

    /** A cloud disk. ECI calls it outdated and may refuse it; {@link Flex} does the same. */
    record Disk(
            String name,
            String diskId,
            @Nullable Integer sizeGib,
            @Nullable String fsType) implements Volume {

        public Disk {
            Limits.within("disk size", sizeGib, 1, 32_768);
        }
    }

    /**
     * A path of the machine below, for accounts that ECI lets have it.
     *
     * @param type {@code Directory} or {@code File}; null for either
     */
    record HostPath(String name, String path, @Nullable String type) implements Volume {

        public HostPath {
            Limits.require(
                    type == null || type.equals("Directory") || type.equals("File"),
                    "host path type '%s' is neither Directory nor File".formatted(type));
        }
    }

    /** A folder of a file server. */
    record Nfs(String name, String server, String path, boolean readOnly) implements Volume {}

    /**
     * A file of a {@link ConfigFile}. Its text form does not show the content.
     *
     * @param path path below the mount
     * @param base64 content, Base64
     * @param mode permission bits; null for the volume's default
     */
    record File(String path, String base64, @Nullable Integer mode) {

        /** A file with the given bytes. */
        public static File of(String path, byte[] content, @Nullable Integer mode) {
            return new File(path, Base64.getEncoder().encodeToString(content), mode);
        }

        @Override
        public String toString() {
            return "File[" + path + "]";
        }
    }
}
