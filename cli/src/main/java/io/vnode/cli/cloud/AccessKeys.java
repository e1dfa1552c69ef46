package io.vnode.cli.cloud;

import io.vnode.cli.problem.Problem;
import io.vnode.cli.problem.ProblemCode;
import io.vnode.cli.problem.ProblemException;
import io.vnode.eci.credentials.Credentials;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Finds the access key of the addon's RAM user: in the file that was named, in the environment, in the cluster, or by asking.
 * Never on the command line.
 */
public final class AccessKeys {

    private static final String ID_VARIABLE = "ALIBABA_CLOUD_ACCESS_KEY_ID";
    private static final String SECRET_VARIABLE = "ALIBABA_CLOUD_ACCESS_KEY_SECRET";
    private static final String STANDARD_INPUT = "-";
    private static final String FORM = "write   accessKeyId: ID   and   accessKeySecret: SECRET   there, a line each";
    private static final Set<PosixFilePermission> FOR_OTHERS =
            Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

    private final Map<String, String> environment;
    private final InputStream standardInput;
    private final Prompt prompt;

    public AccessKeys(Map<String, String> environment, InputStream standardInput, Prompt prompt) {
        this.environment = Map.copyOf(environment);
        this.standardInput = standardInput;
        this.prompt = prompt;
    }

    /**
     * Finds the key.
     *
     * @param file file that was named, {@code -} for standard input, or null
     * @param installed the key that the cluster has, or null
     */
    public Credentials find(@Nullable String file, @Nullable Credentials installed) {
        if (file != null) {
            return file.equals(STANDARD_INPUT) ? fromStandardInput() : fromFile(Path.of(file));
        }
        String id = environment.getOrDefault(ID_VARIABLE, "").strip();
        String secret = environment.getOrDefault(SECRET_VARIABLE, "").strip();
        if (!id.isEmpty() && !secret.isEmpty()) {
            return Credentials.of(id, secret);
        }
        if (!id.isEmpty() || !secret.isEmpty()) {
            throw missing("%s is set and %s is not"
                    .formatted(
                            id.isEmpty() ? SECRET_VARIABLE : ID_VARIABLE,
                            id.isEmpty() ? ID_VARIABLE : SECRET_VARIABLE));
        }
        return installed != null ? installed : fromPrompt();
    }

    private Credentials fromStandardInput() {
        try {
            return parse(new String(standardInput.readAllBytes(), StandardCharsets.UTF_8), "standard input");
        } catch (IOException e) {
            throw unreadable("standard input", e.getClass().getSimpleName(), FORM);
        }
    }

    private static Credentials fromFile(Path file) {
        String place = file.toString();
        try {
            if (Files.getFileStore(file).supportsFileAttributeView("posix")
                    && Files.getPosixFilePermissions(file).stream().anyMatch(FOR_OTHERS::contains)) {
                throw unreadable(place, "others can read it too", "chmod 600 " + file);
            }
            return parse(Files.readString(file), place);
        } catch (java.nio.file.NoSuchFileException _) {
            throw unreadable(place, "there is no such file", FORM);
        } catch (IOException e) {
            throw unreadable(place, e.getClass().getSimpleName(), FORM);
        }
    }

    private static Credentials parse(String text, String place) {
        JsonNode root;
        try {
            root = new YAMLMapper().readTree(text);
        } catch (JacksonException _) {
            throw unreadable(place, "it is not valid YAML", FORM); // the parser's own words could quote the secret
        }
        String id = root.path("accessKeyId").asString("").strip();
        String secret = root.path("accessKeySecret").asString("").strip();
        if (id.isEmpty() || secret.isEmpty()) {
            throw unreadable(place, "it has no %s".formatted(id.isEmpty() ? "accessKeyId" : "accessKeySecret"), FORM);
        }
        return Credentials.of(id, secret);
    }

    private Credentials fromPrompt() {
        String id = prompt.ask("Access key id: ");
        String secret = id == null || id.isBlank() ? null : prompt.askHidden("Access key secret: ");
        if (id == null || secret == null || secret.isBlank()) {
            throw missing(
                    "neither a file, nor the environment, nor the cluster has one, and nobody was there to be asked");
        }
        return Credentials.of(id.strip(), secret.strip());
    }

    private static ProblemException missing(String why) {
        return new ProblemException(new Problem(
                ProblemCode.CREDENTIALS_MISSING,
                "there is no access key for ECI",
                why,
                List.of(
                        "set %s and %s, or".formatted(ID_VARIABLE, SECRET_VARIABLE),
                        "name a file with --credentials-file FILE (- reads standard input)")));
    }

    private static ProblemException unreadable(String place, String why, String next) {
        return new ProblemException(new Problem(
                ProblemCode.CREDENTIALS_UNREADABLE, "cannot take the access key from " + place, why, List.of(next)));
    }
}
