package io.vnode.emulator.exec;

import java.util.function.UnaryOperator;

/** The variables of one command, which may become only so much text: doubling a value ten times must not fill the memory. */
final class Expansion {

    private static final int MAX_LENGTH = 256 * 1024;

    private final UnaryOperator<String> variables;
    private int length;

    /** Variables by name; absent ones are empty. */
    Expansion(UnaryOperator<String> variables) {
        this.variables = variables;
    }

    String value(String name) throws SyntaxException {
        String value = variables.apply(name);
        length += value.length();
        if (length > MAX_LENGTH) {
            throw new SyntaxException("argument list too long");
        }
        return value;
    }
}
