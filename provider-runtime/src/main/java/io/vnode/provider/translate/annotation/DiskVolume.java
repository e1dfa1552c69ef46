package io.vnode.provider.translate.annotation;

import io.vnode.addon.PodAnnotation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A volume of the pod that becomes a cloud disk, made with the group and removed with it.
 *
 * @param volume the name of the pod's volume
 * @param fsType its file system
 * @param gib its size
 */
public record DiskVolume(String volume, String fsType, int gib) {

    private static final int LEAST_GIB = 20;
    private static final int MOST_GIB = 32_768;
    private static final Pattern FORM =
            Pattern.compile("([a-z0-9](?:[a-z0-9-]*[a-z0-9])?):(ext3|ext4|xfs):([0-9]+[GT]i)");

    /**
     * The disks that a pod asks for, by volume.
     *
     * @param replaceable the names of the pod's emptyDir and hostPath volumes
     */
    static List<DiskVolume> read(AnnotationReader reader, Set<String> replaceable) {
        List<DiskVolume> disks = reader.parsed(PodAnnotation.SET_DISK_VOLUME, text -> parse(text, replaceable));
        return disks == null ? List.of() : disks;
    }

    private static @Nullable List<DiskVolume> parse(String text, Set<String> replaceable) {
        Map<String, DiskVolume> disks = new LinkedHashMap<>();
        for (String part : AnnotationReader.parts(text)) {
            Matcher matcher = FORM.matcher(part);
            if (!matcher.matches() || !replaceable.contains(matcher.group(1))) {
                return null;
            }
            Integer gib = Quantities.gib(matcher.group(3), LEAST_GIB, MOST_GIB);
            DiskVolume disk = gib == null ? null : new DiskVolume(matcher.group(1), matcher.group(2), gib);
            if (disk == null || disks.put(disk.volume(), disk) != null) {
                return null;
            }
        }
        return List.copyOf(disks.values());
    }
}
