package io.vnode.cli.output;

/** Colour for one stream, or none. */
public final class Style {

    private static final String RESET = "\u001b[0m";

    private final boolean colored;

    Style(boolean colored) {
        this.colored = colored;
    }

    /** Important. */
    public String bold(String text) {
        return wrap("\u001b[1m", text);
    }

    /** Good. */
    public String green(String text) {
        return wrap("\u001b[32m", text);
    }

    /** Needs a look. */
    public String yellow(String text) {
        return wrap("\u001b[33m", text);
    }

    /** Bad. */
    public String red(String text) {
        return wrap("\u001b[31m", text);
    }

    /** Beside the point. */
    public String dim(String text) {
        return wrap("\u001b[2m", text);
    }

    /** Whether anything is coloured at all. */
    public boolean colored() {
        return colored;
    }

    private String wrap(String code, String text) {
        return colored ? code + text + RESET : text;
    }
}
