package io.vnode.provider.translate;

import io.vnode.provider.translate.Unsupported.Effect;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that a pod can ask for, and what a virtual node makes of it. The enums below are the one list of it: what
 * {@link PodFeatures} finds in a pod is decided by it, and {@code docs/pods.md} is written from it.
 */
public sealed interface PodFeature
        permits WholePodFeature, ContainerFeature, EnvironmentFeature, ProbeFeature, SecurityFeature, VolumeFeature {

    /** Everything that is known, in the order of the documentation. */
    static List<PodFeature> all() {
        return Stream.<PodFeature[]>of(
                        WholePodFeature.values(),
                        ContainerFeature.values(),
                        EnvironmentFeature.values(),
                        ProbeFeature.values(),
                        SecurityFeature.values(),
                        VolumeFeature.values())
                .flatMap(Arrays::stream)
                .toList();
    }

    /** The name of the constant; {@link #reason} is made of it. */
    String name();

    /** What is known of it. */
    Handling handling();

    /**
     * What is known of a feature.
     *
     * @param effect what becomes of a pod that asks for it
     * @param text how it is honoured, or else what to do instead
     * @param fields the fields of the pod that ask for it; {@code []} stands for any element of a list
     */
    record Handling(Effect effect, String text, List<String> fields) {

        public Handling {
            fields = List.copyOf(fields);
        }
    }

    /** The fields of the pod that ask for it; {@code []} stands for any element of a list. */
    default List<String> fields() {
        return handling().fields();
    }

    /** What becomes of a pod that asks for it. */
    default Effect effect() {
        return handling().effect();
    }

    /** How it is honoured, or else what to do instead. */
    default String text() {
        return handling().text();
    }

    /** A stable word for it, for example {@code HostNetwork}. */
    default String reason() {
        return Arrays.stream(name().split("_", -1))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }
}
