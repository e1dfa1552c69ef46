package io.vnode.eci.sdk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.aliyuncs.AcsRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Compares the parameters of a request with a file, one to a line; {@code -Dgolden.update} writes the file anew. */
final class GoldenParameters {

    private static final Path SOURCES = Path.of("src/test/resources");

    private GoldenParameters() {}

    static void assertMatches(AcsRequest<?> request, String resource) {
        String actual = asText(request.getSysQueryParameters());
        if (System.getProperty("golden.update") != null) {
            write(SOURCES.resolve(resource), actual);
        }

        assertThat(actual).isEqualTo(read("/" + resource));
    }

    private static String asText(Map<String, String> parameters) {
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(parameter -> parameter.getKey() + "=" + parameter.getValue() + "\n")
                        .collect(Collectors.joining());
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(String resource) {
        try (InputStream in = GoldenParameters.class.getResourceAsStream(resource)) {
            assertThat(in).as(resource).isNotNull();
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
