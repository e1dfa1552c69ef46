package io.vnode.provider.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.provider.telemetry.Metrics;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Runs the examples of {@code docs/diagnostics.md}, in their order. */
class DiagnosticsPageTest {

    private static final Path PAGE = Path.of("../docs/diagnostics.md");
    private static final Pattern EXAMPLE =
            Pattern.compile("curl (?:-X (\\w+) |-o \\S+ )?'?http://127\\.0\\.0\\.1:10255(/[^' ]*)'?");

    @Test
    void givesExamplesThatWork() throws Exception {
        List<String> examples = Files.readString(PAGE)
                .lines()
                .filter(line -> line.startsWith("curl "))
                .toList();
        assertThat(examples).hasSizeGreaterThan(15);

        try (HttpClient client = HttpClient.newHttpClient();
                Diagnostics diagnostics = Diagnostics.start(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), new Metrics("test"), Map::of)) {
            for (String example : examples) {
                Matcher matcher = EXAMPLE.matcher(example);
                assertThat(matcher.matches()).as(example).isTrue();
                String method = matcher.group(1) == null ? "GET" : matcher.group(1);
                HttpRequest request = HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + diagnostics.port() + matcher.group(2)))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build();

                HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());

                assertThat(answer.statusCode()).as(example).isBetween(200, 201);
            }
        }
    }
}
