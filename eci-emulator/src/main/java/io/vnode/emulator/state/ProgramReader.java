package io.vnode.emulator.state;

import io.vnode.emulator.state.Program.Print;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a container's command as a program. It understands {@code echo}, {@code sleep}, {@code exit N}, {@code exit N after
 * S}, {@code run}, {@code true}, {@code false} and {@code while true; do …; done}, alone or in {@code sh -c}. Whatever else
 * a command says counts as a server: it prints that it started, and stays.
 */
final class ProgramReader {

    private static final Set<String> SHELLS = Set.of("sh", "bash", "ash", "dash", "zsh");
    private static final Set<String> WORDS = Set.of("echo", "sleep", "exit", "run", "true", "false", "while");
    private static final Set<String> WITHOUT_EFFECT =
            Set.of("set", "trap", "cd", "export", "mkdir", "touch", "chmod", "chown", "test", "[", ":", "then", "fi");
    private static final Pattern PAUSE = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)([smhd]?)");
    private static final Pattern SPACE = Pattern.compile("\\s");

    private final List<List<String>> statements;
    private final String startLine;
    private final List<Print> prints = new ArrayList<>();
    private Duration now = Duration.ZERO;
    private int next;

    private ProgramReader(List<List<String>> statements, String startLine) {
        this.statements = statements;
        this.startLine = startLine;
    }

    /** The program of a container. */
    static Program read(ContainerSpec container, Map<String, String> environment) {
        String script = script(container.commandLine());
        if (script != null) {
            return new ProgramReader(ShellWords.statements(script, environment), "started " + container.image())
                    .program();
        }
        return Program.running("started " + container.image());
    }

    /** The program of an init container, which is done at once unless its command says otherwise. */
    static Program readInit(ContainerSpec container, Map<String, String> environment) {
        return script(container.commandLine()) == null
                ? Program.done("ran " + container.image())
                : read(container, environment);
    }

    private static @Nullable String script(List<String> commandLine) {
        if (commandLine.isEmpty()) {
            return null;
        }
        String first = commandLine.getFirst();
        if (commandLine.size() == 1 && WORDS.contains(SPACE.split(first, 2)[0])) {
            return first; // "exit 3 after 5" as one word
        }
        String program = first.substring(first.lastIndexOf('/') + 1);
        if (SHELLS.contains(program)) {
            return shellScript(commandLine);
        }
        return WORDS.contains(program) ? program + " " + quoted(commandLine.subList(1, commandLine.size())) : null;
    }

    private static @Nullable String shellScript(List<String> commandLine) {
        for (int i = 1; i < commandLine.size() - 1; i++) {
            String flag = commandLine.get(i);
            if (flag.startsWith("-") && !flag.startsWith("--") && flag.endsWith("c")) {
                return commandLine.get(i + 1);
            }
        }
        return null;
    }

    private static String quoted(List<String> words) {
        return String.join(
                " ",
                words.stream()
                        .map(word -> "'" + word.replace("'", "'\\''") + "'")
                        .toList());
    }

    private Program program() {
        while (next < statements.size()) {
            List<String> words = statements.get(next++);
            Program end = words.getFirst().equals("while") ? loop() : step(words);
            if (end != null) {
                return end;
            }
        }
        return ended(now, 0);
    }

    /** Carries out one statement; gives the program when this statement is its last. */
    private @Nullable Program step(List<String> words) {
        List<String> rest = words.subList(1, words.size());
        return switch (words.getFirst()) {
            case "echo" -> {
                echo(rest);
                yield null;
            }
            case "sleep" -> sleep(rest);
            case "exit" -> exit(rest);
            case "false" -> next == statements.size() ? ended(now, 1) : null;
            case "true" -> null;
            case "exec", "do" -> rest.isEmpty() ? null : step(rest);
            case String other when WITHOUT_EFFECT.contains(other) || assignment(other) -> null;
            default -> stays();
        };
    }

    private void echo(List<String> words) {
        List<String> text = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.matches("[12]?>>?.*")) {
                String target = word.replaceFirst("[12]?>>?", "");
                target = target.isEmpty() && i + 1 < words.size() ? words.get(i + 1) : target;
                if (!target.matches("&[12]|/dev/(stdout|stderr)|/proc/1/fd/[12]")) {
                    return; // written to a file
                }
                break;
            }
            if (!(i == 0 && word.matches("-[neE]+"))) {
                text.add(word);
            }
        }
        prints.add(new Print(now, String.join(" ", text)));
    }

    private @Nullable Program sleep(List<String> words) {
        Duration pause = words.isEmpty() ? null : pause(words.getFirst());
        if (pause == null) {
            return new Program(prints, null, null, 0); // infinity
        }
        now = now.plus(pause);
        return null;
    }

    private Program exit(List<String> words) {
        int code =
                words.isEmpty() || !words.getFirst().matches("\\d{1,3}") ? 0 : Integer.parseInt(words.getFirst()) & 255;
        if (words.size() >= 3 && words.get(1).equals("after")) {
            Duration pause = pause(words.get(2));
            now = pause == null ? now : now.plus(pause);
        }
        return ended(now, code);
    }

    private Program loop() {
        Duration start = now;
        List<Print> before = List.copyOf(prints);
        prints.clear();
        now = Duration.ZERO;
        while (next < statements.size() && !statements.get(next).getFirst().equals("done")) {
            Program end = step(statements.get(next++));
            if (end != null) {
                return end.after(start, before);
            }
        }
        Duration period = now.isZero() ? Duration.ofSeconds(1) : now; // a busy loop prints without measure
        return new Program(before, new Program.Loop(start, period, prints), null, 0);
    }

    private Program stays() {
        if (prints.isEmpty()) {
            prints.add(new Print(now, startLine));
        }
        return new Program(prints, null, null, 0);
    }

    private Program ended(Duration lifetime, int exitCode) {
        return new Program(prints, null, lifetime, exitCode);
    }

    private static boolean assignment(String word) {
        return word.matches("[A-Za-z_][A-Za-z0-9_]*=.*");
    }

    /** A time such as {@code 5}, {@code 0.5} or {@code 2m}; null when it is none. */
    static @Nullable Duration pause(String text) {
        Matcher matcher = PAUSE.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        long unit =
                switch (matcher.group(2)) {
                    case "m" -> 60;
                    case "h" -> 3600;
                    case "d" -> 86_400;
                    default -> 1;
                };
        return Duration.ofMillis(Math.round(Double.parseDouble(matcher.group(1)) * 1000 * unit));
    }
}
