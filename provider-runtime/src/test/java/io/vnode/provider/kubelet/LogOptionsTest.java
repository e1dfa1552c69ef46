package io.vnode.provider.kubelet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vnode.provider.http.HttpRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogOptionsTest {

    @Test
    void readsWhatKubectlSends() {
        LogOptions options = LogOptions.of(request(Map.of(
                "tailLines", List.of("5"),
                "sinceTime", List.of("2026-01-01T01:00:00+01:00"),
                "limitBytes", List.of("100"),
                "timestamps", List.of("true"),
                "follow", List.of("true"))));

        assertThat(options)
                .isEqualTo(new LogOptions(5, null, Instant.parse("2026-01-01T00:00:00Z"), 100L, true, false, true));
    }

    @ParameterizedTest
    @CsvSource({"tailLines,-1", "tailLines,many", "sinceSeconds,0", "limitBytes,0", "sinceTime,yesterday"})
    void namesTheOptionAndTheValueThatAreWrong(String name, String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogOptions.of(request(Map.of(name, List.of(value)))))
                .withMessageContaining(name)
                .withMessageContaining("'" + value + "'");
    }

    @Test
    void refusesTwoBeginnings() {
        HttpRequest both = request(Map.of("sinceSeconds", List.of("5"), "sinceTime", List.of("2026-01-01T00:00:00Z")));

        assertThatIllegalArgumentException().isThrownBy(() -> LogOptions.of(both));
    }

    private static HttpRequest request(Map<String, List<String>> query) {
        return new HttpRequest("GET", "/containerLogs/a/b/c", query, null, new byte[0], List.of(), null);
    }
}
