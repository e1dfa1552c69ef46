package io.vnode.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.emulator.wire.AccessKey;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples of {@code docs/emulator.md}, tried. */
class DocumentationIT {

    private static final Path PAGE = Path.of("../docs/emulator.md");
    private static final Pattern JSON = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern POSTED_FAULT =
            Pattern.compile("\\$ curl -d '(.*)' localhost:18080(/admin/faults)\\n(.*)\\n");
    private static final Pattern FAULT_ROW = Pattern.compile("(?m)^\\| (`[a-zA-Z`, ]+`) \\| .*\\| .*\\|$");

    @Test
    void itsConfigurationIsAccepted() throws Exception {
        List<String> examples = JSON.matcher(Files.readString(PAGE))
                .results()
                .map(example -> example.group(1))
                .toList();

        EmulatorConfig config = ConfigFile.parse(examples.getFirst());

        assertThat(config.accessKeys()).extracting(AccessKey::id).containsExactly("LTAI-sandbox");
        assertThat(config.region().securityGroupIds()).containsExactly("sg-sandbox");
    }

    @Test
    void itsFaultIsLaidDownAndAnsweredAsItSays() throws Exception {
        MatchResult example = POSTED_FAULT
                .matcher(Files.readString(PAGE))
                .results()
                .findFirst()
                .orElseThrow();

        try (EciEmulator emulator = EciEmulator.start(EmulatorConfig.loopback(SignedCaller.KEY));
                HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(emulator.endpoint().resolve(example.group(2)))
                            .POST(BodyPublishers.ofString(example.group(1)))
                            .build(),
                    BodyHandlers.ofString());

            assertThat(answer.body()).isEqualTo(example.group(3));
        }
    }

    @Test
    void everyFaultInItsTableExists() throws Exception {
        String page = Files.readString(PAGE);
        String table = page.substring(page.indexOf("| `fault` | own keys"), page.indexOf("All of them but refusals"));
        List<String> names = FAULT_ROW
                .matcher(table)
                .results()
                .flatMap(row ->
                        Pattern.compile("`([a-zA-Z]+)`").matcher(row.group(1)).results())
                .map(name -> name.group(1))
                .filter(name -> !name.equals("fault"))
                .toList();

        assertThat(names).hasSizeGreaterThan(15);
        try (EciEmulator emulator = EciEmulator.start(EmulatorConfig.loopback(SignedCaller.KEY));
                HttpClient http = HttpClient.newHttpClient()) {
            for (String name : names) {
                String rule =
                        "{\"action\": \"*\", \"fault\": \"%s\", \"code\": \"C\", \"by\": \"PT20M\"}".formatted(name);
                String needed =
                        switch (name) {
                            case "refusal" -> rule.replace(", \"by\": \"PT20M\"", "");
                            case "clockSkew" -> rule.replace(", \"code\": \"C\"", "");
                            default -> "{\"action\": \"*\", \"fault\": \"%s\"}".formatted(name);
                        };
                HttpResponse<String> answer = http.send(
                        HttpRequest.newBuilder(emulator.endpoint().resolve("/admin/faults"))
                                .POST(BodyPublishers.ofString(needed))
                                .build(),
                        BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(name + ": " + answer.body()).isEqualTo(201);
            }
        }
    }
}
