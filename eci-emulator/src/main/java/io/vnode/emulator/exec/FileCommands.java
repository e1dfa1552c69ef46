package io.vnode.emulator.exec;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The commands that look at files. */
final class FileCommands {

    private static final String ABSENT = "No such file or directory";

    private FileCommands() {}

    static Effect cat(Invocation call) {
        List<String> names = call.arguments();
        if (names.isEmpty() || names.equals(List.of("-"))) {
            byte[] input = call.streams().input();
            if (input == null) {
                return new Effect.Copy(call.streams());
            }
            call.print(input);
            return Effect.Done.WELL;
        }
        boolean all = true;
        for (String name : names) {
            ContainerFiles.Node node = call.files().find(call.path(name));
            if (node == null || node.directory()) {
                call.complain(
                        node == null ? "can't open '%s': %s".formatted(name, ABSENT) : "read error: Is a directory");
                all = false;
            } else {
                call.print(node.content());
            }
        }
        return all ? Effect.Done.WELL : Effect.Done.FAILED;
    }

    static Effect pwd(Invocation call) {
        call.print(call.frame().directory() + "\n");
        return Effect.Done.WELL;
    }

    static Effect cd(Invocation call) {
        String to = call.arguments().isEmpty() ? "/" : call.arguments().getFirst();
        String path = call.path(to);
        if (!call.files().isDirectory(path)) {
            return call.fail(2, "can't cd to %s: %s".formatted(to, ABSENT));
        }
        call.frame().directory(path);
        return Effect.Done.WELL;
    }

    static Effect ls(Invocation call) {
        List<String> paths = new ArrayList<>(call.arguments());
        boolean lengthy = false;
        boolean hidden = false;
        while (!paths.isEmpty() && paths.getFirst().matches("-[la1A]+")) {
            String flags = paths.removeFirst();
            lengthy |= flags.contains("l");
            hidden |= flags.contains("a") || flags.contains("A");
        }
        if (paths.isEmpty()) {
            paths.add(".");
        }
        boolean all = true;
        for (String path : paths) {
            all &= list(call, path, lengthy, hidden, paths.size() > 1);
        }
        return all ? Effect.Done.WELL : Effect.Done.FAILED;
    }

    private static boolean list(Invocation call, String name, boolean lengthy, boolean hidden, boolean titled) {
        String path = call.path(name);
        ContainerFiles.Node node = call.files().find(path);
        if (node == null) {
            call.complain("%s: %s".formatted(name, ABSENT));
            return false;
        }
        if (!node.directory()) {
            call.print(line(name, node, lengthy));
            return true;
        }
        if (titled) {
            call.print(name + ":\n");
        }
        for (String entry : call.files().names(path)) {
            ContainerFiles.Node child = call.files().find(ContainerFiles.absolute(path, entry));
            if (child != null && (hidden || !entry.startsWith("."))) {
                call.print(line(entry, child, lengthy));
            }
        }
        return true;
    }

    private static String line(String name, ContainerFiles.Node node, boolean lengthy) {
        if (!lengthy) {
            return name + "\n";
        }
        StringBuilder permissions = new StringBuilder(node.directory() ? "d" : "-");
        for (int bit = 8; bit >= 0; bit--) {
            permissions.append((node.mode() >> bit & 1) == 0 ? '-' : "xwr".charAt(bit % 3));
        }
        return "%s    1 root     root     %9d %s\n".formatted(permissions, node.content().length, name);
    }

    static Effect test(Invocation call) {
        List<String> words = new ArrayList<>(call.arguments());
        if (call.name().equals("[") && (words.isEmpty() || !words.removeLast().equals("]"))) {
            return call.fail(2, "missing ]");
        }
        boolean negated = !words.isEmpty() && words.getFirst().equals("!");
        if (negated) {
            words.removeFirst();
        }
        Boolean holds = holds(call, words);
        if (holds == null) {
            return call.fail(2, "this small shell does not know the test '%s'".formatted(String.join(" ", words)));
        }
        return holds == negated ? Effect.Done.FAILED : Effect.Done.WELL;
    }

    private static @Nullable Boolean holds(Invocation call, List<String> words) {
        if (words.size() == 1) {
            return !words.getFirst().isEmpty();
        }
        if (words.size() == 3) {
            boolean equal = words.get(0).equals(words.get(2));
            return switch (words.get(1)) {
                case "=", "==" -> equal;
                case "!=" -> !equal;
                default -> null;
            };
        }
        if (words.size() != 2) {
            return words.isEmpty() ? false : null;
        }
        String subject = words.get(1);
        ContainerFiles.Node node = call.files().find(call.path(subject));
        return switch (words.getFirst()) {
            case "-n" -> !subject.isEmpty();
            case "-z" -> subject.isEmpty();
            case "-e", "-r" -> node != null;
            case "-d" -> node != null && node.directory();
            case "-f" -> node != null && !node.directory();
            case "-s" -> node != null && node.content().length > 0;
            default -> null;
        };
    }
}
