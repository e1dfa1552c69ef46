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
