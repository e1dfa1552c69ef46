package io.vnode.cli.sandbox.hostnode;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns paths inside a container into paths of this machine. A process has no file system of its own, so what its pod
 * calls {@code /etc/certificates} lies in the pod's folder.
 */
final class PathRewriter {

    private final Map<String, Path> folders = new LinkedHashMap<>();

    PathRewriter(Map<String, Path> folderByMountPath) {
        folderByMountPath.entrySet().stream()
                .sorted(Comparator.comparing(
                        (Map.Entry<String, Path> entry) -> -entry.getKey().length()))
                .forEach(entry -> folders.put(withoutSlash(entry.getKey()), entry.getValue()));
    }

    static PathRewriter of(Container container, PodFolder pod) {
        Map<String, Path> folders = new LinkedHashMap<>();
        for (VolumeMount mount : container.getVolumeMounts()) {
            Path volume = pod.volume(mount.getName());
            String subPath = mount.getSubPath();
            folders.put(mount.getMountPath(), subPath == null || subPath.isEmpty() ? volume : volume.resolve(subPath));
        }
        return new PathRewriter(folders);
    }

    /** The text with a path that lies in a mounted volume, whole or at its beginning, replaced; else the text itself. */
    String rewrite(String text) {
        for (Map.Entry<String, Path> folder : folders.entrySet()) {
            String mountPath = folder.getKey();
            if (text.equals(mountPath) || text.startsWith(mountPath + "/")) {
                return folder.getValue() + text.substring(mountPath.length());
            }
        }
        return text;
    }

    /** The folder that is mounted there, or null. */
    @Nullable
    Path folder(String mountPath) {
        return folders.get(withoutSlash(mountPath));
    }

    private static String withoutSlash(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
