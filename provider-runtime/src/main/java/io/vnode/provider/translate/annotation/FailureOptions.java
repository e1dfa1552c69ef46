package io.vnode.provider.translate.annotation;

import io.vnode.addon.PodAnnotation;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a pod for which there is no room.
 *
 * @param failFast whether it fails at once; otherwise it stays pending and is tried again
 * @param maxPendingMinutes how long it may stay pending; null when the pod does not say
 */
public record FailureOptions(boolean failFast, @Nullable Integer maxPendingMinutes) {

    private static final int LEAST_PENDING = 10;
    private static final int MOST_PENDING = 1440;

    private enum Strategy {
        FAIL_BACK("fail-back"),
        FAIL_OVER("fail-over"),
        FAIL_FAST("fail-fast");

        private final String word;

        Strategy(String word) {
            this.word = word;
        }

        static @Nullable Strategy of(String word) {
            return Arrays.stream(values())
                    .filter(one -> one.word.equals(word))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** How long a pod with these annotations may stay pending; null when they do not say, or nothing that makes sense. */
    public static @Nullable Integer maxPendingMinutes(Map<String, String> annotations) {
        return new AnnotationReader(annotations)
                .wholeNumber(PodAnnotation.MAX_PENDING_MINUTE, LEAST_PENDING, MOST_PENDING);
    }

    static FailureOptions read(AnnotationReader reader) {
        Strategy strategy = reader.parsed(PodAnnotation.FAIL_STRATEGY, Strategy::of);
        boolean reschedule = reader.isTrue(PodAnnotation.RESCHEDULE_ENABLE);
        boolean failOnError = reader.isTrue(PodAnnotation.FAIL_ON_CREATE_ERROR);
        reader.refuseUnless(!(reschedule && strategy == Strategy.FAIL_FAST), PodAnnotation.RESCHEDULE_ENABLE);
        boolean contradicted = failOnError && (reschedule || (strategy != null && strategy != Strategy.FAIL_FAST));
        reader.refuseUnless(!contradicted, PodAnnotation.FAIL_ON_CREATE_ERROR);
        return new FailureOptions(
                strategy == Strategy.FAIL_FAST || failOnError,
                reader.wholeNumber(PodAnnotation.MAX_PENDING_MINUTE, LEAST_PENDING, MOST_PENDING));
    }
}
