package io.vnode.cli.settings;

import io.vnode.cli.problem.Problem;
import io.vnode.cli.problem.ProblemCode;
import io.vnode.cli.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the user said, with the nearest word winning: flag, then {@code VNODE_*} variable, then values file, then profile.
 * Values are as written; who needs one checks it.
 */
public final class Parameters {

    private static final Pattern PROFILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private final Map<Parameter, Given> values;

    private Parameters(Map<Parameter, Given> values) {
        this.values = new EnumMap<>(Parameter.class);
        this.values.putAll(values);
    }

    /**
     * Collects what was said.
     *
     * @param flags what the command line says, as text
     * @param environment the environment variables
     * @param valuesFile file given by {@code --values}, or null
     * @param profile name given by {@code --profile}, or null to look at {@code VNODE_PROFILE}
     * @throws ProblemException when a file cannot be read or something unknown was said
     */
    public static Parameters collect(
            Map<Parameter, String> flags,
            Map<String, String> environment,
            @Nullable Path valuesFile,
            @Nullable String profile) {
        Map<Parameter, Given> values = new EnumMap<>(Parameter.class);
        String profileName = profile == null ? environment.getOrDefault(Parameter.PROFILE_VARIABLE, "") : profile;
        if (!profileName.isEmpty()) {
            values.putAll(readProfile(profileName, new UserDirectories(environment)));
        }
        if (valuesFile != null) {
            values.putAll(SettingsFile.read(valuesFile));
        }
        values.putAll(fromEnvironment(environment));
        flags.forEach((parameter, text) -> values.put(parameter, new Given(text, parameter.flag())));
        return new Parameters(values);
    }

    /** What was said about a parameter; null when nothing was. */
    public @Nullable Given find(Parameter parameter) {
        return values.get(parameter);
    }

    /** The text given for a parameter, or the default. */
    public String text(Parameter parameter, String whenAbsent) {
        Given given = values.get(parameter);
        return given == null ? whenAbsent : given.text();
    }

    private static Map<Parameter, Given> readProfile(String name, UserDirectories directories) {
        Path file = directories.profile(name);
        if (PROFILE_NAME.matcher(name).matches() && Files.isRegularFile(file)) {
            return SettingsFile.read(file);
        }
        List<String> known = profiles(file.getParent());
        String meant = Suggestions.closest(name, known);
        throw new ProblemException(new Problem(
                ProblemCode.PROFILE_UNKNOWN,
                "there is no profile '%s'".formatted(name),
                known.isEmpty()
                        ? "%s does not exist, nor any other profile".formatted(file)
                        : "%s does not exist; known are %s".formatted(file, String.join(", ", known)),
                List.of(
                        meant != null
                                ? "did you mean '%s'?".formatted(meant)
                                : name.equals("sandbox")
                                        ? "vnode sandbox up     makes this profile"
                                        : "write one with the keys " + String.join(", ", Parameter.keys()))));
    }

    private static List<String> profiles(@Nullable Path directory) {
        if (directory == null || !Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.substring(0, name.length() - ".yaml".length()))
                    .sorted()
                    .toList();
        } catch (IOException _) {
            return List.of(); // only used to suggest something
        }
    }

    private static Map<Parameter, Given> fromEnvironment(Map<String, String> environment) {
        Map<String, Parameter> known = new HashMap<>();
        Arrays.stream(Parameter.values()).forEach(parameter -> known.put(parameter.variable(), parameter));
        Map<Parameter, Given> values = new EnumMap<>(Parameter.class);
        environment.forEach((variable, text) -> {
            if (!variable.startsWith("VNODE_") || LauncherVariables.contains(variable)) {
                return;
            }
            Parameter parameter = known.get(variable);
            if (parameter == null) {
                throw unknownVariable(variable, known);
            }
            if (!text.isBlank()) {
                values.put(parameter, new Given(text, variable));
            }
        });
        return values;
    }

    private static ProblemException unknownVariable(String variable, Map<String, Parameter> known) {
        String meant = Suggestions.closest(variable, known.keySet());
        return new ProblemException(new Problem(
                ProblemCode.SETTING_UNKNOWN,
                "the environment variable %s is no setting".formatted(variable),
                "known are "
                        + String.join(", ", known.keySet().stream().sorted().toList()),
                List.of(meant == null ? "unset " + variable : "did you mean %s?".formatted(meant))));
    }
}
