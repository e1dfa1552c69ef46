package io.vnode.provider.translate.annotation;

import io.vnode.addon.PodAnnotation;
import io.vnode.addon.PodAnnotation.Standing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads annotations as typed values. It remembers what is wrong and carries on, so that the author of a pod hears of all
 * of it at once; until {@link #complain} is called, what it returned for a broken value must not be used.
 */
final class AnnotationReader {

    private static final int MOST_SHOWN = 120;

    private final Map<String, String> annotations;
    private final Set<String> problems = new LinkedHashSet<>();
    private final Set<String> noted = new LinkedHashSet<>();

    AnnotationReader(Map<String, String> annotations) {
        this.annotations = annotations;
    }

    /** The value without blanks around it; null when the annotation is not there. */
    @Nullable
    String text(PodAnnotation annotation) {
        List<String> keys = annotation.keys().filter(annotations::containsKey).toList();
        if (keys.isEmpty()) {
            return null;
        }
        String value = value(keys.getFirst());
        if (keys.stream().anyMatch(key -> !value(key).equals(value))) {
            problems.add("annotations %s say different things; only one of them is needed"
                    .formatted(String.join(" and ", keys)));
        }
        if (annotation.standing() == Standing.NOTED) {
            noted.add("annotation " + keys.getFirst());
        }
        return value;
    }

    private String value(String key) {
        return Objects.requireNonNullElse(annotations.get(key), "").strip();
    }

    boolean has(PodAnnotation annotation) {
        return annotation.keys().anyMatch(annotations::containsKey);
    }

    /** The value as something else; null when it is not there or cannot be that. */
    <T> @Nullable T parsed(PodAnnotation annotation, Function<String, @Nullable T> parser) {
        String text = text(annotation);
        if (text == null) {
            return null;
        }
        try {
            T parsed = parser.apply(text);
            if (parsed != null) {
                return parsed;
            }
        } catch (IllegalArgumentException | ArithmeticException _) {
            // said below, by the annotation's own rule
        }
        refuse(annotation);
        return null;
    }

    @Nullable
    Boolean bool(PodAnnotation annotation) {
        return parsed(annotation, text -> switch (text) {
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> null;
        });
    }

    boolean isTrue(PodAnnotation annotation) {
        return Boolean.TRUE.equals(bool(annotation));
    }

    @Nullable
    Integer wholeNumber(PodAnnotation annotation, int least, int most) {
        return parsed(annotation, text -> {
            int number = Integer.parseInt(text);
            return number >= least && number <= most ? number : null;
        });
    }

    @Nullable
    String matching(PodAnnotation annotation, Pattern pattern) {
        return parsed(annotation, text -> pattern.matcher(text).matches() ? text : null);
    }

    /** A list with commas, each part of this form and none of them twice; empty when the annotation is not there. */
    List<String> list(PodAnnotation annotation, Pattern pattern, int most) {
        List<String> parts = parsed(annotation, text -> {
            List<String> all = parts(text);
            boolean valid = all.size() <= most
                    && all.stream().distinct().count() == all.size()
                    && all.stream().allMatch(part -> pattern.matcher(part).matches());
            return valid ? all : null;
        });
        return parts == null ? List.of() : parts;
    }

    static List<String> parts(String text) {
        return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
    }

    /** Refuses an annotation that is there although it must not be, or not like this. */
    void refuse(PodAnnotation annotation) {
        annotation
                .keys()
                .filter(annotations::containsKey)
                .findFirst()
                .ifPresent(key -> problems.add(
                        "annotation %s is '%s'; it must be %s".formatted(key, shown(value(key)), annotation.rule())));
    }

    void refuseUnless(boolean holds, PodAnnotation... those) {
        if (!holds) {
            for (PodAnnotation annotation : those) {
                refuse(annotation);
            }
        }
    }

    /** Refuses an annotation that is nothing without another. */
    void refuseAsIncomplete(PodAnnotation annotation, PodAnnotation needed) {
        problems.add("annotation %s is '%s', which needs annotation %s: %s"
                .formatted(annotation.key(), value(annotation.key()), needed.key(), needed.rule()));
    }

    /** Refuses an annotation that a virtual node cannot honour and must not leave out. */
    void refuseAsUnsupported(PodAnnotation annotation) {
        annotation
                .keys()
                .filter(annotations::containsKey)
                .findFirst()
                .ifPresent(
                        key -> problems.add("annotation %s cannot be honoured: %s".formatted(key, annotation.why())));
    }

    void note(String what) {
        noted.add(what);
    }

    void forget(PodAnnotation annotation) {
        annotation.keys().forEach(key -> noted.remove("annotation " + key));
    }

    private static String shown(String value) {
        return value.length() <= MOST_SHOWN ? value : value.substring(0, MOST_SHOWN) + "…";
    }

    List<String> noted() {
        return List.copyOf(noted);
    }

    void complain() {
        if (!problems.isEmpty()) {
            throw new InvalidAnnotationException(new ArrayList<>(problems));
        }
    }
}
