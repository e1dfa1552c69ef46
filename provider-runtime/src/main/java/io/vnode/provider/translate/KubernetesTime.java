package io.vnode.provider.translate;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Times as Kubernetes keeps them in a status: to the second. A finer one would differ from what comes back. */
final class KubernetesTime {

    private KubernetesTime() {}

    static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : DateTimeFormatter.ISO_INSTANT.format(time.truncatedTo(ChronoUnit.SECONDS));
    }
}
