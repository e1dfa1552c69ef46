package io.vnode.emulator.exec;

import io.vnode.emulator.state.ContainerSpec;
import io.vnode.emulator.state.VolumeSpec;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The files that a container can see: those of its config-file volumes, and a few that every container has. */
final class ContainerFiles {

    private static final Pattern SLASH = Pattern.compile("/");
    private static final int DEFAULT_MODE = 0644;
    private static final int EIGHT = 8;

    /** By absolute path, without a slash at the end. */
    private final NavigableMap<String, Node> entries = new TreeMap<>();

    ContainerFiles() {
        entries.put("/", Node.DIRECTORY);
    }

    /** Makes a file, and the directories above it. */
    void put(String path, byte[] content, int mode) {
        String file = absolute("/", path);
        directory(parent(file));
        entries.put(file, new Node(content, mode, false));
    }

    private void directory(String path) {
        for (String each = path; !isDirectory(each); each = parent(each)) {
            entries.put(each, Node.DIRECTORY);
        }
    }

    /** Puts volumes in their places; what was there before is hidden, as by every mount. */
    void mount(List<ContainerSpec.Mount> mounts, List<VolumeSpec> volumes) {
        mounts.stream()
                .sorted(Comparator.comparingInt(mount -> mount.mountPath().length())) // outer ones first
                .forEach(mount -> volumes.stream()
                        .filter(volume -> volume.name().equals(mount.volume()))
                        .forEach(volume -> mount(mount, volume)));
    }

    private void mount(ContainerSpec.Mount mount, VolumeSpec volume) {
        String place = absolute("/", mount.mountPath());
        entries.keySet().removeIf(path -> path.startsWith(place.equals("/") ? "/" : place + "/"));
        String subPath = mount.subPath();
        String wanted = subPath == null ? "/" : absolute("/", subPath);
        boolean single = false;
        for (VolumeSpec.File file : files(volume)) {
            String path = absolute("/", file.path());
            if (path.equals(wanted)) {
                single = true;
                put(place, file);
            } else if (wanted.equals("/") || path.startsWith(wanted + "/")) {
                put(place + path.substring(wanted.equals("/") ? 0 : wanted.length()), file);
            }
        }
        if (!single) {
            directory(place);
        }
    }

    private static List<VolumeSpec.File> files(VolumeSpec volume) {
        return volume instanceof VolumeSpec.ConfigFile config ? config.files() : List.of();
    }

    private void put(String path, VolumeSpec.File file) {
        String mode = file.mode();
        put(
                path,
                Base64.getDecoder().decode(file.content()),
                mode == null ? DEFAULT_MODE : Integer.parseInt(mode, EIGHT));
    }

    /** A file or a directory; null when there is nothing of this name. */
    @Nullable
    Node find(String path) {
        return entries.get(path);
    }

    boolean isDirectory(String path) {
        Node node = entries.get(path);
        return node != null && node.directory();
    }

    /** The names in a directory, in order. */
    List<String> names(String directory) {
        String prefix = directory.equals("/") ? "/" : directory + "/";
        TreeSet<String> names = new TreeSet<>();
        for (String path : entries.tailMap(prefix, false).keySet()) {
            if (!path.startsWith(prefix)) {
                break;
            }
            names.add(SLASH.split(path.substring(prefix.length()), 2)[0]);
        }
        return List.copyOf(names);
    }

    /** A path as seen from a directory, without dots and doubled slashes. */
    static String absolute(String directory, String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : SLASH.split(path.startsWith("/") ? path : directory + "/" + path, -1)) {
            switch (part) {
                case "", "." -> {}
                case ".." -> parts.pollLast();
                default -> parts.addLast(part);
            }
        }
        return "/" + String.join("/", parts);
    }

    private static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? "/" : path.substring(0, slash);
    }

    /**
     * A file or a directory.
     *
     * @param content of a file; empty for a directory
     * @param mode the permission bits
     * @param directory whether it is one
     */
    record Node(byte[] content, int mode, boolean directory) {

        static final Node DIRECTORY = new Node(new byte[0], 0755, true);

        @Override
        public String toString() {
            return "Node[%d bytes]".formatted(content.length); // contents may be secrets
        }
    }
}
