package io.vnode.eci.json;

import java.util.AbstractMap;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names and values of one JSON object, side by side. Objects in answers are small and come by the thousand, for which two
 * arrays are much cheaper than a hash map. What grows beyond the size of anything ECI sends gets an index.
 */
final class JsonObject extends AbstractMap<String, @Nullable Object> {

    private static final int INDEXED_FROM = 64;
    private static final int USUAL_SIZE = 8;

    private String[] names = new String[USUAL_SIZE];
    private @Nullable Object[] values = new Object[USUAL_SIZE];
    private int size;
    private long seenLow; // a bit for each hash that a name had: what is not seen here is certainly not there
    private long seenHigh;
    private @Nullable Map<String, Integer> index;

    /** Adds a name and its value; false when the name was there already. */
    boolean add(String name, @Nullable Object value) {
        if (find(name) >= 0) {
            return false;
        }
        if (size == names.length) {
            names = Arrays.copyOf(names, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        names[size] = name;
        see(name.hashCode());
        values[size] = value;
        size++;
        extendIndex();
        return true;
    }

    private void extendIndex() {
        if (index != null) {
            index.put(names[size - 1], size - 1);
        } else if (size == INDEXED_FROM) {
            index = new HashMap<>();
            for (int i = 0; i < size; i++) {
                index.put(names[i], i);
            }
        }
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        int position = name instanceof String text ? find(text) : -1;
        return position < 0 ? null : values[position];
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return name instanceof String text && find(text) >= 0;
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
        Set<Entry<String, @Nullable Object>> entries = new LinkedHashSet<>();
        for (int i = 0; i < size; i++) {
            entries.add(new SimpleImmutableEntry<>(names[i], values[i]));
        }
        return entries;
    }

    private int find(String name) {
        if (index != null) {
            return index.getOrDefault(name, -1);
        }
        int hash = name.hashCode(); // strings keep theirs, so looking at it is cheaper than comparing texts
        if (!maybeSeen(hash)) {
            return -1;
        }
        for (int i = 0; i < size; i++) {
            if (names[i].hashCode() == hash && names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private void see(int hash) {
        if ((hash & Long.SIZE) == 0) {
            seenLow |= 1L << hash; // by the lowest six bits of the hash
        } else {
            seenHigh |= 1L << hash;
        }
    }

    private boolean maybeSeen(int hash) {
        return (((hash & Long.SIZE) == 0 ? seenLow : seenHigh) & (1L << hash)) != 0;
    }
}
