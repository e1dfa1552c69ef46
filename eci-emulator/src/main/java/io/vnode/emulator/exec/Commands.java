package io.vnode.emulator.exec;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The programs that every container has. */
final class Commands {

    private static final Map<String, Command> ALL = Map.ofEntries(
            Map.entry("cat", FileCommands::cat),
            Map.entry("cd", FileCommands::cd),
            Map.entry("echo", Commands::echo),
            Map.entry("env", VariableCommands::env),
            Map.entry("exit", Commands::exit),
            Map.entry("export", VariableCommands::export),
            Map.entry("false", _ -> Effect.Done.FAILED),
            Map.entry("help", Commands::help),
            Map.entry("hostname", Commands::hostname),
            Map.entry("ls", FileCommands::ls),
            Map.entry("printenv", VariableCommands::printenv),
            Map.entry("pwd", FileCommands::pwd),
            Map.entry("set", VariableCommands::set),
            Map.entry("sh", ShellCommand::run),
            Map.entry("ash", ShellCommand::run),
            Map.entry("bash", ShellCommand::run),
            Map.entry("dash", ShellCommand::run),
            Map.entry("sleep", Commands::sleep),
            Map.entry("stty", Commands::stty),
            Map.entry("test", FileCommands::test),
            Map.entry("[", FileCommands::test),
            Map.entry("true", _ -> Effect.Done.WELL),
            Map.entry(":", _ -> Effect.Done.WELL),
            Map.entry("unset", VariableCommands::unset));

    private static final Pattern PAUSE = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)([smhd]?)");
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private Commands() {}

    /** A command by its name or its path; null when there is none. */
    static @Nullable Command find(String name) {
        boolean path = name.matches("(/usr)?(/local)?/s?bin/[^/]+");
        return ALL.get(path ? name.substring(name.lastIndexOf('/') + 1) : name);
    }

    private static Effect echo(Invocation call) {
        List<String> words = call.arguments();
        boolean newline = true;
        boolean escapes = false;
        int from = 0;
        while (from < words.size() && words.get(from).matches("-[neE]+")) {
            newline &= !words.get(from).contains("n");
            escapes |= words.get(from).contains("e");
            from++;
        }
        String text = String.join(" ", words.subList(from, words.size()));
        call.print((escapes ? unescaped(text) : text) + (newline ? "\n" : ""));
        return Effect.Done.WELL;
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n").replace("\\t", "\t").replace("\\\\", "\\");
    }

    private static Effect sleep(Invocation call) {
        if (call.arguments().isEmpty()) {
            return call.fail(1, "missing operand");
        }
        Duration length = Duration.ZERO;
        for (String argument : call.arguments()) {
            Matcher pause = PAUSE.matcher(argument);
            if (pause.matches()) {
                length =
                        length.plusMillis(Math.round(Double.parseDouble(pause.group(1)) * 1000 * unit(pause.group(2))));
            } else if (argument.equals("infinity")) {
                length = FOR_EVER;
            } else {
                return call.fail(1, "invalid time interval '%s'".formatted(argument));
            }
        }
        return new Effect.Sleep(length.compareTo(FOR_EVER) < 0 ? length : FOR_EVER);
    }

    private static long unit(String letter) {
        return switch (letter) {
            case "m" -> 60;
            case "h" -> 3600;
            case "d" -> 86_400;
            default -> 1;
        };
    }

    private static Effect exit(Invocation call) {
        if (call.arguments().isEmpty()) {
            return new Effect.Leave(call.frame().status());
        }
        String status = call.arguments().getFirst();
        if (!status.matches("\\d{1,9}")) {
            call.complain("Illegal number: " + status);
            return new Effect.Leave(2);
        }
        return new Effect.Leave(Integer.parseInt(status) & 255);
    }

    private static Effect hostname(Invocation call) {
        if (!call.arguments().isEmpty()) {
            return call.fail(1, "the name cannot be changed here");
        }
        call.print(call.shell().surroundings().hostName() + "\n");
        return Effect.Done.WELL;
    }

    private static Effect stty(Invocation call) {
        TerminalSize size = call.shell().size();
        if (size == null) {
            return call.fail(1, "standard input: Inappropriate ioctl for device");
        }
        switch (String.join(" ", call.arguments())) {
            case "size" -> call.print("%d %d\n".formatted(size.height(), size.width()));
            case "", "-a" ->
                call.print("speed 38400 baud; rows %d; columns %d;\n".formatted(size.height(), size.width()));
            default -> {
                return call.fail(1, "only 'size' and '-a' are known here");
            }
        }
        return Effect.Done.WELL;
    }

    private static Effect help(Invocation call) {
        call.print("This is the emulator's small shell. It knows: %s\n"
                .formatted(String.join(" ", new TreeSet<>(ALL.keySet()))));
        return Effect.Done.WELL;
    }
}
