package io.vnode.provider.translate.annotation;

import io.vnode.addon.PodAnnotation;
import java.util.Set;

/** Annotations that the addon itself writes to pods, and which therefore are no mistake of their authors. */
final class WrittenBack {

    private static final Set<String> NAMES = Set.of(
            "eci-request-id",
            "eci-instance-id",
            "eci-instance-spec",
            "eci-instance-cpu",
            "eci-instance-mem",
            "eci-instance-zone",
            "eci-instance-compute-category",
            "eci-vpc",
            "eci-created-by-template",
            "eci-matched-image-cache",
            "eci-schedule-result",
            "eci-client-token",
            "eci-platform-version",
            "eci-drop-apiserver-interactive-caps");

    private WrittenBack() {}

    static boolean contains(String key) {
        return key.startsWith(PodAnnotation.PREFIX) && NAMES.contains(key.substring(PodAnnotation.PREFIX.length()));
    }
}
