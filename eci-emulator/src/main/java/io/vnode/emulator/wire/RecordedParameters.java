package io.vnode.emulator.wire;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The parameters of a call as they are recorded: sorted by name, secrets masked, in little memory. */
final class RecordedParameters extends AbstractMap<String, String> {

    private static final String MASK = "***";

    /** What a text takes besides its characters, and its place in the arrays. */
    private static final int PER_VALUE = 56;

    private final String[] names;
    private final String[] values;

    private RecordedParameters(String[] names, String[] values) {
        this.names = names;
        this.values = values;
    }

    /** Of an action that is not known, no value is shown: any of them could be a secret. */
    static RecordedParameters of(SortedMap<String, String> parameters, @Nullable Action action) {
        String[] names = parameters.keySet().toArray(String[]::new);
        String[] values = parameters.values().toArray(String[]::new);
        for (int i = 0; i < names.length; i++) {
            if (secret(action, names[i])) {
                values[i] = MASK;
            }
            names[i] = action == null ? names[i] : action.parameters().shared(names[i]);
        }
        return new RecordedParameters(names, values);
    }

    private static boolean secret(@Nullable Action action, String name) {
        return name.equals(Signature.PARAMETER)
                || name.equals(CommonParameters.SECURITY_TOKEN)
                || action == null
                || action.parameters().isSecret(name);
    }

    /** About how many bytes these parameters take. */
    long weight() {
        long weight = 0;
        for (String value : values) {
            weight += value.length() + PER_VALUE;
        }
        return weight;
    }

    @Override
    public @Nullable String get(@Nullable Object name) {
        int index = name instanceof String text ? Arrays.binarySearch(names, text) : -1;
        return index < 0 ? null : values[index];
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return names.length;
            }

            @Override
            public Iterator<Entry<String, String>> iterator() {
                return IntStream.range(0, names.length)
                        .mapToObj(i -> Map.entry(names[i], values[i]))
                        .iterator();
            }
        };
    }
}
