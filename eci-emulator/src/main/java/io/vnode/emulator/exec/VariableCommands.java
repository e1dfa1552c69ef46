package io.vnode.emulator.exec;

import java.util.List;
import java.util.Map;

/** The commands that are about variables. */
final class VariableCommands {

    private VariableCommands() {}

    static Effect env(Invocation call) {
        if (!call.arguments().isEmpty()) {
            return call.fail(1, "only the plain list is known here");
        }
        print(call, call.environment());
        return Effect.Done.WELL;
    }

    static Effect printenv(Invocation call) {
        if (call.arguments().isEmpty()) {
            print(call, call.environment());
            return Effect.Done.WELL;
        }
        boolean all = true;
        for (String name : call.arguments()) {
            String value = call.environment().get(name);
            all &= value != null;
            if (value != null) {
                call.print(value + "\n");
            }
        }
        return all ? Effect.Done.WELL : Effect.Done.FAILED;
    }

    private static void print(Invocation call, Map<String, String> environment) {
        StringBuilder text = new StringBuilder();
        environment.forEach(
                (name, value) -> text.append(name).append('=').append(value).append('\n'));
        call.print(text.toString());
    }

    static Effect export(Invocation call) {
        for (String argument : call.arguments()) {
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
                return call.fail(2, "%s: bad variable name".formatted(name));
            }
            if (equals >= 0 && !call.frame().set(name, argument.substring(equals + 1))) {
                return call.fail(2, "too many variables");
            }
            call.frame().export(name);
        }
        return Effect.Done.WELL;
    }

    static Effect unset(Invocation call) {
        call.arguments().forEach(call.frame()::unset);
        return Effect.Done.WELL;
    }

    static Effect set(Invocation call) {
        if (!call.arguments().equals(List.of("-e"))) {
            return call.fail(2, "only 'set -e' is known here");
        }
        call.frame().stopOnFailure();
        return Effect.Done.WELL;
    }
}
