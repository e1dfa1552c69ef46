package io.vnode.emulator.wire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of an action after the schema has accepted them, read by name; a list element is read with the names of its
 * members. An empty value counts as absent, except for {@link #text}.
 */
public final class Parameters {

    private final NavigableMap<String, String> all;
    private final String scope;

    Parameters(NavigableMap<String, String> all) {
        this(all, "");
    }

    private Parameters(NavigableMap<String, String> all, String scope) {
        this.all = all;
        this.scope = scope;
    }

    /** The name as it is on the wire, for messages. */
    public String wireName(String name) {
        return scope + name;
    }

    /** The value, empty when absent. */
    public String text(String name) {
        return all.getOrDefault(scope + name, "");
    }

    /** The value, or null when absent. */
    public @Nullable String find(String name) {
        String value = text(name);
        return value.isEmpty() ? null : value;
    }

    /** The value, or another one when absent. */
    public String textOr(String name, String absent) {
        String value = find(name);
        return value == null ? absent : value;
    }

    /** The flag; false when absent. */
    public boolean flag(String name) {
        return text(name).equals("true");
    }

    /** The whole number, or null when absent. */
    public @Nullable Long integer(String name) {
        String value = find(name);
        return value == null ? null : Long.valueOf(value);
    }

    /** The whole number, or another one when absent. */
    public int integerOr(String name, int absent) {
        String value = find(name);
        return value == null ? absent : Integer.parseInt(value);
    }

    /** The number, or null when absent. */
    public @Nullable Double decimal(String name) {
        String value = find(name);
        return value == null ? null : Double.valueOf(value);
    }

    /** The time, or null when absent. */
    public @Nullable Instant time(String name) {
        String value = find(name);
        return value == null ? null : Instant.parse(value);
    }

    /** The values of {@code name.1}, {@code name.2} and so on. */
    public List<String> texts(String name) {
        List<String> values = new ArrayList<>();
        for (int i = 1; ; i++) {
            String value = all.get(scope + name + "." + i);
            if (value == null) {
                return List.copyOf(values);
            }
            values.add(value);
        }
    }

    /** The list elements under {@code name.1.}, {@code name.2.} and so on. */
    public List<Parameters> elements(String name) {
        List<Parameters> elements = new ArrayList<>();
        for (int i = 1; has(name + "." + i + "."); i++) {
            elements.add(under(name + "." + i + "."));
        }
        return elements;
    }

    /** Whether any name starts like this. */
    public boolean has(String prefix) {
        String first = all.ceilingKey(scope + prefix);
        return first != null && first.startsWith(scope + prefix);
    }

    /** Whether a filter lets something pass: one that is not there lets everything. */
    public boolean fits(String name, String actual) {
        return textOr(name, actual).equals(actual);
    }

    /** The same parameters, read without this prefix. */
    public Parameters under(String prefix) {
        return new Parameters(all, scope + prefix);
    }
}
