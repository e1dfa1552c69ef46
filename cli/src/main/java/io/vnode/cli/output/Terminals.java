package io.vnode.cli.output;

import java.util.Map;

/**
 * Which of the three standard streams are a terminal, and whether it understands more than plain text.
 *
 * <p>The JVM knows this for its console as a whole only, so the launcher tells it stream by stream in the system property
 * {@value #PROPERTY}: the digits of the streams that are terminals, for example {@code 02}. Without the property, a
 * stream counts as a terminal when the JVM has a console.
 *
 * @param input whether standard input is a terminal
 * @param output whether standard output is one
 * @param error whether standard error is one
 * @param capable whether the terminal moves its cursor and shows colours ({@code TERM} is neither absent nor {@code dumb})
 */
public record Terminals(boolean input, boolean output, boolean error, boolean capable) {

    /** Set by the launcher. */
    public static final String PROPERTY = "vnode.terminals";

    /** Nobody is watching: files and pipes all around. */
    public static final Terminals NONE = new Terminals(false, false, false, false);

    /** Asks the launcher's property, then the JVM. */
    public static Terminals detect(Map<String, String> environment) {
        String term = environment.getOrDefault("TERM", "dumb");
        boolean capable = !term.isEmpty() && !term.equals("dumb");
        String streams = System.getProperty(PROPERTY);
        if (streams != null) {
            return new Terminals(streams.contains("0"), streams.contains("1"), streams.contains("2"), capable);
        }
        boolean console = System.console() != null;
        return new Terminals(console, console, console, capable);
    }
}
