package io.vnode.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The completion script for fish: one {@code complete} line for each verb and option. */
final class FishCompletion {

    private FishCompletion() {}

    static String of(CommandSpec root) {
        List<String> lines = new ArrayList<>();
        lines.add("# fish completion for vnode; printed by: vnode completion fish");
        lines.add("complete -c vnode -f");
        add(root, "__fish_use_subcommand", lines);
        return String.join("\n", lines) + "\n";
    }

    private static void add(CommandSpec command, String condition, List<String> lines) {
        for (OptionSpec option : command.options()) {
            lines.add(line(option, condition));
        }
        for (CommandLine sub : command.subcommands().values()) {
            CommandSpec verb = sub.getCommandSpec();
            lines.add("complete -c vnode -n '%s' -a %s -d '%s'"
                    .formatted(condition, verb.name(), quoted(firstSentence(verb))));
        }
        for (CommandLine sub : command.subcommands().values()) {
            CommandSpec verb = sub.getCommandSpec();
            String below = "__fish_seen_subcommand_from " + verb.name();
            add(verb, command.parent() == null ? below : condition + "; and " + below, lines);
        }
    }

    private static String line(OptionSpec option, String condition) {
        StringBuilder line = new StringBuilder("complete -c vnode -n '%s'".formatted(condition));
        for (String name : option.names()) {
            line.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
        }
        if (!option.typeInfo().isBoolean()) {
            line.append(takesFile(option) ? " -rF" : " -x");
            List<String> values = values(option);
            if (!values.isEmpty()) {
                line.append(" -a '%s'".formatted(String.join(" ", values)));
            }
        }
        return line.append(" -d '%s'".formatted(quoted(description(option)))).toString();
    }

    static boolean takesFile(OptionSpec option) {
        return option.typeInfo().getType() == Path.class || option.paramLabel().equals("FILE");
    }

    static List<String> values(OptionSpec option) {
        return option.typeInfo().isEnum()
                ? option.typeInfo().getEnumConstantNames().stream()
                        .map(name -> name.toLowerCase(java.util.Locale.ROOT))
                        .toList()
                : List.of();
    }

    static String firstSentence(CommandSpec command) {
        return command.usageMessage().description().length == 0
                ? ""
                : command.usageMessage().description()[0];
    }

    static String description(OptionSpec option) {
        return option.description().length == 0 ? "" : withoutDefault(option.description()[0]);
    }

    private static String withoutDefault(String text) {
        return text.replaceAll(" \\(default: [^)]*\\)", "");
    }

    private static String quoted(String text) {
        return text.replace("'", "\\'");
    }
}
