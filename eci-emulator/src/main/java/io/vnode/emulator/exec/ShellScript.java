package io.vnode.emulator.exec;

import io.vnode.emulator.exec.Statement.Redirection;
import io.vnode.emulator.exec.Statement.When;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a script: commands joined by {@code ;}, line ends, {@code &&} and {@code ||}, with quotes, variables, comments and
 * redirections. What else shells know (pipes, loops, substitutions) is refused by name and never half done.
 */
final class ShellScript {

    private final String script;
    private final List<Statement> statements = new ArrayList<>();
    private final List<Word> words = new ArrayList<>();
    private final List<Redirection> redirections = new ArrayList<>();
    private final List<Word.Part> word = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private When when = When.ALWAYS;
    private @Nullable Integer redirected;
    private int position;

    private ShellScript(String script) {
        this.script = script;
    }

    static List<Statement> parse(String script) throws SyntaxException {
        return new ShellScript(script).parse();
    }

    private List<Statement> parse() throws SyntaxException {
        while (position < script.length()) {
            char c = script.charAt(position++);
            switch (c) {
                case '\'' -> singleQuoted();
                case '"' -> doubleQuoted();
                case '\\' -> escaped();
                case '$' -> variable(false);
                case ' ', '\t', '\r' -> endWord();
                case ';', '\n' -> endStatement(When.ALWAYS, c == '\n');
                case '&', '|' -> join(c);
                case '>', '<' -> redirect(c);
                case '#' -> comment();
                case '`', '(', ')' -> throw unknown(c == '`' ? "`…`" : "(…)");
                default -> text.append(c);
            }
        }
        if (!endStatement(When.ALWAYS, true) && when != When.ALWAYS) {
            throw new SyntaxException("unexpected end of the script");
        }
        return statements;
    }

    private void singleQuoted() throws SyntaxException {
        endText(false);
        int end = script.indexOf('\'', position);
        if (end < 0) {
            throw new SyntaxException("unterminated quoted string");
        }
        word.add(new Word.Text(script.substring(position, end), true));
        position = end + 1;
    }

    private void doubleQuoted() throws SyntaxException {
        endText(false);
        while (position < script.length()) {
            char c = script.charAt(position++);
            switch (c) {
                case '"' -> {
                    endText(true);
                    return;
                }
                case '\\' -> escapedInQuotes();
                case '$' -> variable(true);
                case '`' -> throw unknown("`…`");
                default -> text.append(c);
            }
        }
        throw new SyntaxException("unterminated quoted string");
    }

    private void escaped() {
        if (position < script.length()) {
            char c = script.charAt(position++);
            if (c != '\n') {
                endText(false);
                word.add(new Word.Text(String.valueOf(c), true));
            }
        }
    }

    private void escapedInQuotes() {
        if (position < script.length()) {
            char c = script.charAt(position++);
            if ("\"\\$`".indexOf(c) < 0) {
                text.append('\\');
            }
            text.append(c);
        }
    }

    private void variable(boolean quoted) throws SyntaxException {
        if (peek() == '(') {
            throw unknown("$(…)");
        }
        if (peek() == '{') {
            bracedVariable(quoted);
            return;
        }
        int end = position;
        if (peek() == '?' || peek() == '$') {
            end++;
        } else {
            while (end < script.length() && nameCharacter(script.charAt(end))) {
                end++;
            }
        }
        if (end == position) {
            text.append('$');
            return;
        }
        endText(quoted);
        word.add(new Word.Variable(script.substring(position, end), "", quoted));
        position = end;
    }

    private void bracedVariable(boolean quoted) throws SyntaxException {
        int end = script.indexOf('}', position);
        String inside = end < 0 ? "" : script.substring(position + 1, end);
        int colon = inside.indexOf(":-");
        String name = colon < 0 ? inside : inside.substring(0, colon);
        if (!name.matches("[A-Za-z_][A-Za-z0-9_]*|\\?")) {
            throw new SyntaxException("bad substitution");
        }
        endText(quoted);
        word.add(new Word.Variable(name, colon < 0 ? "" : inside.substring(colon + 2), quoted));
        position = end + 1;
    }

    private static boolean nameCharacter(char c) {
        return c == '_' || (c < 128 && Character.isLetterOrDigit(c));
    }

    private void join(char c) throws SyntaxException {
        if (peek() != c) {
            throw unknown(c == '|' ? "| (a pipe)" : "& (in the background)");
        }
        position++;
        if (!endStatement(c == '&' ? When.AFTER_SUCCESS : When.AFTER_FAILURE, false)) {
            throw new SyntaxException("unexpected \"%c%c\"".formatted(c, c));
        }
    }

    private void redirect(char c) throws SyntaxException {
        int descriptor = c == '<' ? 0 : 1;
        if (word.isEmpty() && text.toString().matches("[012]")) {
            descriptor = Integer.parseInt(text.toString());
            text.setLength(0);
        }
        endWord();
        if (c == '<' && peek() == '<') {
            throw unknown("<<");
        }
        if (c == '>' && peek() == '>') {
            position++;
        }
        if (peek() != '&') {
            redirected = descriptor;
            return;
        }
        position++;
        char to = peek();
        if (to != '1' && to != '2') {
            throw new SyntaxException("bad redirection");
        }
        position++;
        redirections.add(new Redirection(descriptor, null, to - '0'));
    }

    private void comment() {
        if (word.isEmpty() && text.isEmpty()) {
            int end = script.indexOf('\n', position);
            position = end < 0 ? script.length() : end;
        } else {
            text.append('#');
        }
    }

    private char peek() {
        return position < script.length() ? script.charAt(position) : '\0';
    }

    private void endText(boolean quoted) {
        if (quoted || !text.isEmpty()) {
            word.add(new Word.Text(text.toString(), quoted));
            text.setLength(0);
        }
    }

    private void endWord() {
        endText(false);
        if (word.isEmpty()) {
            return;
        }
        Word finished = new Word(word);
        word.clear();
        if (redirected == null) {
            words.add(finished);
        } else {
            redirections.add(new Redirection(redirected, finished, 0));
            redirected = null;
        }
    }

    /** Ends a statement, if one was begun; what follows it depends on its status or not. */
    private boolean endStatement(When following, boolean mayBeEmpty) throws SyntaxException {
        endWord();
        if (redirected != null) {
            throw new SyntaxException("a redirection goes nowhere");
        }
        if (words.isEmpty() && redirections.isEmpty()) {
            if (!mayBeEmpty && following == When.ALWAYS) {
                throw new SyntaxException("unexpected \";\"");
            }
            return false;
        }
        statements.add(new Statement(when, words, redirections));
        words.clear();
        redirections.clear();
        when = following;
        return true;
    }

    private static SyntaxException unknown(String construct) {
        return new SyntaxException("this small shell does not know " + construct);
    }
}
