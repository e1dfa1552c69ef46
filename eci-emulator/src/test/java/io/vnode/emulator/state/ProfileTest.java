package io.vnode.emulator.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTest {

    @Test
    void readsSeveralStatements() {
        Profile profile = Profile.parse("exit 3 after 2m; ready after 0.5 ;pull takes 4", "nginx");

        assertThat(profile.program())
                .extracting(Program::exitCode, Program::lifetime)
                .containsExactly(3, Duration.ofMinutes(2));
        assertThat(profile.readyAfter()).isEqualTo(Duration.ofMillis(500));
        assertThat(profile.pull()).isEqualTo(new Pull(Duration.ofSeconds(4), null));
    }

    @Test
    void saysNothingWhenItIsEmpty() {
        assertThat(Profile.parse("", "nginx")).isEqualTo(new Profile(null, null, false, null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sleep 5",
                "ready",
                "ready after soon",
                "unhealthy",
                "exit",
                "exit x",
                "pull takes",
                "run after 5",
                "never ready after 5",
                "Run"
            })
    void refusesWhatItDoesNotKnow(String text) {
        assertThatThrownBy(() -> Profile.parse(text, "nginx"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "exit 0",
                "exit 3 after 5",
                "crash loop",
                "crash loop after 5",
                "never ready",
                "ready after 5",
                "unhealthy after 5",
                "pull takes 5",
                "pull fails",
                "pull fails for 5m"
            })
    void knowsEveryDocumentedStatement(String text) {
        assertThat(Profile.parse(text, "nginx")).isNotEqualTo(Profile.parse("", "nginx"));
    }
}
