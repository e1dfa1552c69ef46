package io.vnode.cli.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.jspecify.annotations.Nullable;

/** Finds what somebody probably meant. */
public final class Suggestions {

    private static final double ALIKE = 0.8;

    private Suggestions() {}

    /** The known word most like the given one; null when none is. */
    public static @Nullable String closest(String given, Collection<String> known) {
        JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
        String wanted = given.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(word -> similarity.apply(wanted, word.toLowerCase(Locale.ROOT)) >= ALIKE)
                .max(Comparator.comparingDouble(word -> similarity.apply(wanted, word.toLowerCase(Locale.ROOT))))
                .orElse(null);
    }
}
