package io.vnode.cli.command;

import io.vnode.cli.problem.Problem;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/**
 * All verbs, of which only those whose names occur on the command line are built: building one costs milliseconds that every
 * other command would have to wait for.
 */
public final class CommandTree {

    private static final Map<String, Function<Surroundings, Object>> VERBS = verbs();

    private CommandTree() {}

    private static Map<String, Function<Surroundings, Object>> verbs() {
        Map<String, Function<Surroundings, Object>> verbs = new LinkedHashMap<>();
        verbs.put("install", InstallCommand::new);
        verbs.put("status", StatusCommand::new);
        verbs.put("uninstall", UninstallCommand::new);
        verbs.put("sandbox", SandboxCommand::create);
        verbs.put("version", VersionCommand::new);
        verbs.put("completion", CompletionCommand::new);
        return verbs;
    }

    /** Runs a command line and returns the exit code. */
    public static int run(Surroundings surroundings, String... arguments) {
        Problem secret = SecretOnCommandLine.find(arguments);
        if (secret != null) {
            return new FailureReport(surroundings.console()).print(secret);
        }
        return forArguments(surroundings, arguments).execute(arguments);
    }

    /** The tree with all verbs, for help, completion and messages about unknown verbs. */
    public static CommandLine complete(Surroundings surroundings) {
        return build(surroundings, VERBS.keySet());
    }

    private static CommandLine forArguments(Surroundings surroundings, String... arguments) {
        Set<String> wanted = new LinkedHashSet<>(VERBS.keySet());
        wanted.retainAll(Arrays.asList(arguments));
        return wanted.isEmpty() ? complete(surroundings) : build(surroundings, wanted);
    }

    private static CommandLine build(Surroundings surroundings, Set<String> names) {
        Root root = new Root(surroundings.console());
        CommandLine tree = new CommandLine(root);
        VERBS.forEach((name, verb) -> {
            if (names.contains(name)) {
                tree.addSubcommand(name, verb.apply(surroundings));
            }
        });
        FailureReport failures = new FailureReport(surroundings.console());
        tree.setCaseInsensitiveEnumValuesAllowed(true);
        tree.setExecutionStrategy(new ConsoleFirst(root));
        tree.setExecutionExceptionHandler((e, _, _) -> failures.print(e));
        tree.setParameterExceptionHandler((e, _) -> failures.print(UsageProblem.of(e)));
        tree.setOut(surroundings.console().resultWriter());
        tree.setUsageHelpWidth(100);
        tree.setUsageHelpLongOptionsMaxWidth(34);
        tree.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        return tree;
    }
}
