package io.vnode.cli.settings;

import io.vnode.cli.problem.Problem;
import io.vnode.cli.problem.ProblemCode;
import io.vnode.cli.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** A values file or a profile: a YAML mapping of parameter keys to values. */
final class SettingsFile {

    private SettingsFile() {}

    /**
     * Reads a file.
     *
     * @throws ProblemException when it cannot be read, or has a key that is none
     */
    static Map<Parameter, Given> read(Path file) {
        JsonNode root = parse(file);
        if (root.isMissingNode() || root.isNull()) {
            return Map.of();
        }
        if (!root.isObject()) {
            throw unreadable(file, "it must be a mapping of keys to values", null);
        }
        Map<Parameter, Given> values = new EnumMap<>(Parameter.class);
        for (Map.Entry<String, JsonNode> entry : root.properties()) {
            Parameter parameter = parameter(entry.getKey(), file);
            if (!entry.getValue().isNull()) {
                values.put(
                        parameter, new Given(text(parameter, entry.getValue(), file), parameter.key() + " in " + file));
            }
        }
        return values;
    }

    private static JsonNode parse(Path file) {
        try {
            return new YAMLMapper().readTree(Files.readString(file));
        } catch (NoSuchFileException e) {
            throw unreadable(file, "there is no such file", e);
        } catch (IOException e) {
            throw unreadable(file, e.getClass().getSimpleName() + ": " + e.getMessage(), e);
        } catch (JacksonException e) {
            throw unreadable(
                    file, "line %d: not valid YAML".formatted(e.getLocation().getLineNr()), e);
        }
    }

    private static Parameter parameter(String key, Path file) {
        for (Parameter parameter : Parameter.values()) {
            if (parameter.key().equals(key)) {
                return parameter;
            }
        }
        String meant = Suggestions.closest(key, Parameter.keys());
        throw new ProblemException(new Problem(
                ProblemCode.SETTING_UNKNOWN,
                "'%s' in %s is no setting".formatted(key, file),
                "known are " + String.join(", ", Parameter.keys()),
                List.of(meant == null ? "remove the key from the file" : "did you mean '%s'?".formatted(meant))));
    }

    private static String text(Parameter parameter, JsonNode value, Path file) {
        if (value.isArray() && parameter == Parameter.VSWITCHES) {
            return value.valueStream()
                    .map(item -> scalar(parameter, item, file))
                    .collect(Collectors.joining(","));
        }
        return scalar(parameter, value, file);
    }

    private static String scalar(Parameter parameter, JsonNode value, Path file) {
        if (!value.isValueNode()) {
            throw new ProblemException(new Problem(
                    ProblemCode.SETTING_INVALID,
                    "%s in %s must be a single value".formatted(parameter.key(), file),
                    "it is a " + value.getNodeType().name().toLowerCase(java.util.Locale.ROOT),
                    List.of("write it as   %s: VALUE".formatted(parameter.key()))));
        }
        return value.asString();
    }

    private static ProblemException unreadable(Path file, String why, @Nullable Exception cause) {
        Problem problem = new Problem(
                ProblemCode.SETTINGS_FILE_UNREADABLE,
                "cannot read the settings in %s".formatted(file),
                why,
                List.of("put settings there as   KEY: VALUE   with the keys " + String.join(", ", Parameter.keys())));
        return cause == null ? new ProblemException(problem) : new ProblemException(problem, cause);
    }
}
