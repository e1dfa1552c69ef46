package io.vnode.emulator.console;

import java.util.Map;

/** Writes HTML. Every text that is not the page's own goes through {@link #text} or an attribute, which escape it. */
final class Html {

    private static final int USUAL_LENGTH = 64 * 1024;

    private final StringBuilder html = new StringBuilder(USUAL_LENGTH);

    /** Begins an element; attributes are given as names and values in turn. */
    Html open(String element, String... attributes) {
        html.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            html.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escaped(attributes[i + 1]))
                    .append('"');
        }
        html.append('>');
        return this;
    }

    Html text(String text) {
        html.append(escaped(text));
        return this;
    }

    Html close(String element) {
        html.append("</").append(element).append(">");
        return this;
    }

    /** A whole element with nothing but text in it. */
    Html element(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close(element);
    }

    /** The head of a table. */
    Html head(Map<String, String> titlesAndClasses) {
        open("thead").open("tr");
        titlesAndClasses.forEach((title, style) -> element("th", title, "scope", "col", "class", style));
        return close("tr").close("thead");
    }

    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
