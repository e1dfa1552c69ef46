package io.vnode.cli.command;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The completion script for zsh: a function for each verb, made of {@code _arguments}. */
final class ZshCompletion {

    private ZshCompletion() {}

    static String of(CommandSpec root) {
        List<String> lines = new ArrayList<>();
        lines.add("#compdef vnode kubectl-vnode");
        lines.add("# zsh completion for vnode; printed by: vnode completion zsh");
        add(root, "_vnode", lines);
        lines.add("");
        lines.add("if [ \"$funcstack[1]\" = \"_vnode\" ]; then");
        lines.add("  _vnode \"$@\"");
        lines.add("else");
        lines.add("  compdef _vnode vnode kubectl-vnode");
        lines.add("fi");
        return String.join("\n", lines) + "\n";
    }

    private static void add(CommandSpec command, String function, List<String> lines) {
        for (CommandLine sub : command.subcommands().values()) {
            add(sub.getCommandSpec(), function + "_" + sub.getCommandName(), lines);
        }
        lines.add("");
        lines.add("%s() {".formatted(function));
        List<String> arguments = new ArrayList<>();
        for (OptionSpec option : command.options()) {
            for (String name : option.names()) {
                arguments.add("'%s%s'".formatted(name, specification(option)));
            }
        }
        if (command.subcommands().isEmpty()) {
            command.positionalParameters()
                    .forEach(parameter -> arguments.add("'*:%s:'".formatted(quoted(parameter.paramLabel()))));
            lines.add("  _arguments \\");
            lines.add("    " + String.join(" \\\n    ", arguments));
        } else {
            arguments.add("'1: :->command'");
            arguments.add("'*:: :->argument'");
            lines.add("  local state");
            lines.add("  _arguments -C \\");
            lines.add("    " + String.join(" \\\n    ", arguments));
            lines.add("  case $state in");
            lines.add("    command)");
            lines.add("      local -a commands");
            lines.add("      commands=(");
            command.subcommands()
                    .values()
                    .forEach(sub -> lines.add("        '%s:%s'"
                            .formatted(
                                    sub.getCommandName(), quoted(FishCompletion.firstSentence(sub.getCommandSpec())))));
            lines.add("      )");
            lines.add("      _describe command commands ;;");
            lines.add("    argument)");
            lines.add("      (( $+functions[%s_$words[1]] )) && %s_$words[1] ;;".formatted(function, function));
            lines.add("  esac");
        }
        lines.add("}");
    }

    private static String specification(OptionSpec option) {
        String description = "[%s]".formatted(quoted(FishCompletion.description(option)));
        if (option.typeInfo().isBoolean()) {
            return description;
        }
        List<String> values = FishCompletion.values(option);
        String action = FishCompletion.takesFile(option)
                ? "_files"
                : values.isEmpty() ? "" : "(%s)".formatted(String.join(" ", values));
        return "%s:%s:%s".formatted(description, quoted(option.paramLabel()), action);
    }

    private static String quoted(String text) {
        return text.replace("'", "'\\''")
                .replace("[", "\\[")
                .replace("]", "\\]")
                .replace(":", "\\:");
    }
}
