package io.vnode.eci.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

    @Test
    void readsWhatEciWrites() {
        assertThat(Times.parse("2018-08-02T15:04:05Z")).isEqualTo(Instant.ofEpochSecond(1_533_222_245));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2018-08-02T15:04:05.000Z", "2018-08-02T17:04:05+02:00", "2018-08-02T15:04:05z"})
    void readsTheSameMomentInOtherForms(String text) {
        assertThat(Times.parse(text)).isEqualTo(Instant.ofEpochSecond(1_533_222_245));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2018-13-02T15:04:05Z",
                "2018-02-30T15:04:05Z",
                "2018-08-02T25:04:05Z",
                "2018-08-02 15:04:05Z",
                "soon",
                ""
            })
    void refusesWhatIsNoMoment(String text) {
        assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> Times.parse(text));
    }
}
