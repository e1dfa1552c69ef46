package io.vnode.provider.kubelet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogCursorTest {

    private static final String A = "2026-01-01T00:00:00.1Z a";
    private static final String B = "2026-01-01T00:00:00.2Z b";
    private static final String C = "2026-01-01T00:00:00.2Z c";
    private static final String D = "2026-01-01T00:00:00.3Z d";

    private final LogCursor cursor = new LogCursor();

    @Test
    void takesAllOfTheFirstSnapshot() {
        assertThat(cursor.fresh(List.of(A, B))).containsExactly(A, B);
    }

    @Test
    void takesOnlyWhatIsNewOfTheNext() {
        List<String> unused = cursor.fresh(List.of(A, B));

        assertThat(cursor.fresh(List.of(B, C, D))).containsExactly(C, D);
    }

    @Test
    void tellsEqualLinesOfTheSameMomentApart() {
        List<String> unused = cursor.fresh(List.of(A, B));

        assertThat(cursor.fresh(List.of(B, B))).containsExactly(B);
        assertThat(cursor.fresh(List.of(B, B))).isEmpty();
    }

    @Test
    void asksFromTheLastLineOn() {
        List<String> unused = cursor.fresh(List.of(A, B));

        assertThat(cursor.from()).isEqualTo(Instant.parse("2026-01-01T00:00:00.2Z"));
    }

    @Test
    void keepsTheTextAsItWas() {
        assertThat(LogCursor.textOf("2026-01-01T00:00:00Z  two  blanks")).isEqualTo(" two  blanks");
        assertThat(LogCursor.textOf("2026-01-01T00:00:00Z")).isEmpty();
    }
}
