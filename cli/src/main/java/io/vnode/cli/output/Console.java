package io.vnode.cli.output;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The three standard streams, used as they should be: results on standard output, talk on standard error, questions only
 * where somebody can answer.
 */
public final class Console {

    private final PrintStream out;
    private final PrintStream err;
    private final InputStream in;
    private final Terminals terminals;
    private final Map<String, String> environment;
    private volatile ColorMode color = ColorMode.AUTO;
    private volatile boolean quiet;
    private volatile boolean verbose;

    public Console(
            PrintStream out, PrintStream err, InputStream in, Terminals terminals, Map<String, String> environment) {
        this.out = out;
        this.err = err;
        this.in = in;
        this.terminals = terminals;
        this.environment = Map.copyOf(environment);
    }

    /** The process's own streams. */
    public static Console ofProcess(Map<String, String> environment) {
        return new Console(System.out, System.err, System.in, Terminals.detect(environment), environment);
    }

    /** Applies what the command line says about talking. */
    public void configure(ColorMode wanted, boolean beQuiet, boolean beVerbose) {
        this.color = wanted;
        this.quiet = beQuiet;
        this.verbose = beVerbose;
    }

    /** Prints a result, as it is, with a line end after it if it has none. */
    public void result(String text) {
        out.print(text);
        if (!text.endsWith("\n")) {
            out.println();
        }
        out.flush();
    }

    /** Standard output for those who insist on a writer. */
    public PrintWriter resultWriter() {
        return new PrintWriter(out, true, StandardCharsets.UTF_8);
    }

    /** Says something that is no result; silent with {@code --quiet}. */
    public void talk(String line) {
        if (!quiet) {
            err.println(line);
            err.flush();
        }
    }

    /** Says something that must be read even with {@code --quiet}. */
    public void insist(String line) {
        err.println(line);
        err.flush();
    }

    /** Whether {@code --verbose} was given. */
    public boolean verbose() {
        return verbose;
    }

    /** Whether a person can be asked something. */
    public boolean canAsk() {
        return terminals.input() && terminals.error();
    }

    /** Asks a question and reads a line; null at the end of the input. */
    public @Nullable String ask(String question) {
        err.print(question);
        err.flush();
        try {
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
        } catch (IOException _) {
            return null;
        }
    }

    /** Asks a question and reads a line that is not shown; null where the terminal cannot do that. */
    public @Nullable String askHidden(String question) {
        java.io.Console terminal = System.console();
        if (terminal == null) {
            return null;
        }
        err.print(question);
        err.flush();
        char[] answer = terminal.readPassword();
        return answer == null ? null : new String(answer);
    }

    /** Standard input, for the commands that take something from there. */
    public InputStream input() {
        return in;
    }

    /** Standard error, for the few that write parts of lines. */
    PrintStream talkStream() {
        return err;
    }

    /** Whether the last line on standard error may be overwritten. */
    boolean liveTalk() {
        return !quiet && terminals.error() && terminals.capable();
    }

    boolean quiet() {
        return quiet;
    }

    /** How to colour results. */
    public Style resultStyle() {
        return style(terminals.output());
    }

    /** How to colour talk. */
    public Style talkStyle() {
        return style(terminals.error());
    }

    private Style style(boolean terminal) {
        return switch (color) {
            case ALWAYS -> new Style(true);
            case NEVER -> new Style(false);
            case AUTO ->
                new Style(terminal
                        && terminals.capable()
                        && environment.getOrDefault("NO_COLOR", "").isEmpty()); // https://no-color.org
        };
    }
}
