package io.vnode.emulator.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Splits a small shell script into statements and those into words; knows quotes and variables, nothing more. */
final class ShellWords {

    private final String script;
    private final Map<String, String> environment;
    private final List<List<String>> statements = new ArrayList<>();
    private List<String> statement = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private int position;

    private ShellWords(String script, Map<String, String> environment) {
        this.script = script;
        this.environment = environment;
    }

    /** The statements of a script, which {@code ;}, {@code &&}, {@code ||} and line ends separate. */
    static List<List<String>> statements(String script, Map<String, String> environment) {
        return new ShellWords(script, environment).split();
    }

    private List<List<String>> split() {
        while (position < script.length()) {
            char c = script.charAt(position++);
            switch (c) {
                case '\'' -> singleQuoted();
                case '"' -> doubleQuoted();
                case '\\' -> literal();
                case '$' -> variable();
                case ';', '\n' -> endStatement();
                case ' ', '\t', '\r' -> endWord();
                case '&', '|' -> operator(c);
                default -> append(c);
            }
        }
        endStatement();
        return statements;
    }

    private void singleQuoted() {
        inWord = true;
        int end = script.indexOf('\'', position);
        int stop = end < 0 ? script.length() : end;
        word.append(script, position, stop);
        position = stop + 1;
    }

    private void doubleQuoted() {
        inWord = true;
        while (position < script.length()) {
            char c = script.charAt(position++);
            if (c == '"') {
                return;
            }
            switch (c) {
                case '\\' -> literal();
                case '$' -> variable();
                default -> append(c);
            }
        }
    }

    private void literal() {
        if (position < script.length()) {
            append(script.charAt(position++));
        }
    }

    private void operator(char c) {
        boolean redirectsToDescriptor = word.toString().endsWith(">");
        if (redirectsToDescriptor) {
            append(c); // as in >&2
        } else {
            endStatement();
        }
    }

    private void variable() {
        boolean braces = position < script.length() && script.charAt(position) == '{';
        int start = braces ? position + 1 : position;
        int end = start;
        while (end < script.length() && nameCharacter(script.charAt(end))) {
            end++;
        }
        boolean closed = !braces || (end < script.length() && script.charAt(end) == '}');
        if (end == start || !closed) {
            append('$');
            return;
        }
        inWord = true;
        word.append(environment.getOrDefault(script.substring(start, end), ""));
        position = braces ? end + 1 : end;
    }

    private static boolean nameCharacter(char c) {
        return c == '_' || (c < 128 && Character.isLetterOrDigit(c));
    }

    private void append(char c) {
        inWord = true;
        word.append(c);
    }

    private void endWord() {
        if (inWord) {
            statement.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }

    private void endStatement() {
        endWord();
        if (!statement.isEmpty()) {
            statements.add(statement);
            statement = new ArrayList<>();
        }
    }
}
