package io.vnode.emulator.exec;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code sh}: with {@code -c} it runs a script, without it reads commands from its input. */
final class ShellCommand {

    private static final int BAD_SYNTAX = 2;

    private ShellCommand() {}

    static Effect run(Invocation call) {
        List<String> arguments = call.arguments();
        boolean stopsOnFailure = false;
        boolean script = false;
        int next = 0;
        while (next < arguments.size() && arguments.get(next).matches("-[a-z]+|--login|--norc|--noprofile")) {
            String flags = arguments.get(next++);
            stopsOnFailure |= flags.matches("-[a-z]*e[a-z]*");
            script |= flags.matches("-[a-z]*c[a-z]*");
        }
        if (!script) {
            return next == arguments.size() ? reader(call) : file(call, arguments.get(next), stopsOnFailure);
        }
        return next == arguments.size()
                ? call.fail(BAD_SYNTAX, "-c requires an argument")
                : script(call, arguments.get(next), stopsOnFailure);
    }

    private static Effect reader(Invocation call) {
        byte[] input = call.streams().input();
        return input == null
                ? new Effect.Enter(Frame.reader(call.frame().directory(), call.environment()))
                : script(call, new String(input, StandardCharsets.UTF_8), false);
    }

    private static Effect file(Invocation call, String file, boolean stopsOnFailure) {
        ContainerFiles.Node node = call.files().find(call.path(file));
        return node == null || node.directory()
                ? call.fail(BAD_SYNTAX, "can't open '%s': No such file or directory".formatted(file))
                : script(call, new String(node.content(), StandardCharsets.UTF_8), stopsOnFailure);
    }

    private static Effect script(Invocation call, String script, boolean stopsOnFailure) {
        try {
            return new Effect.Enter(Frame.script(
                    ShellScript.parse(script), stopsOnFailure, call.frame().directory(), call.environment()));
        } catch (SyntaxException e) {
            return call.fail(BAD_SYNTAX, "syntax error: " + e.getMessage());
        }
    }
}
