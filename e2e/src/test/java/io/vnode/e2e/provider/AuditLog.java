package io.vnode.e2e.provider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What providers have written to the API server, as the server noted it down. */
public final class AuditLog {

    /** Only writes of service accounts, without their bodies. */
    static final String POLICY = """
            apiVersion: audit.k8s.io/v1
            kind: Policy
            omitStages: [RequestReceived]
            rules:
              - level: Metadata
                userGroups: ["system:serviceaccounts"]
                verbs: [create, update, patch, delete, deletecollection]
              - level: None
            """;

    private final Path file;

    AuditLog(Path file) {
        this.file = file;
    }

    /**
     * One write, whether accepted or not.
     *
     * @param resource such as {@code pods/status}
     */
    public record Write(Instant at, String verb, String resource, String namespace, String name, int status) {}

    /** All writes since the server was started for the first time, in the order in which they ended. */
    public List<Write> writes() {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(JsonMapper.shared()::readTree).map(AuditLog::write).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many writes there have been so far. */
    public long count() {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Write write(JsonNode event) {
        String subresource = event.at("/objectRef/subresource").asString("");
        String resource = event.at("/objectRef/resource").asString("");
        return new Write(
                Instant.parse(event.at("/requestReceivedTimestamp").asString("")),
                event.at("/verb").asString(""),
                subresource.isEmpty() ? resource : resource + "/" + subresource,
                event.at("/objectRef/namespace").asString(""),
                event.at("/objectRef/name").asString(""),
                event.at("/responseStatus/code").asInt(0));
    }
}
