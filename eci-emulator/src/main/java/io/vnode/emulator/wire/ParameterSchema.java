package io.vnode.emulator.wire;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The parameters that an action knows. Names of list elements are written with {@code N} for the index, which counts from 1:
 * {@code Container.N.EnvironmentVar.N.Key}.
 */
public final class ParameterSchema {

    private static final Pattern INDEX = Pattern.compile("\\.[1-9]\\d{0,5}(?=\\.|$)");

    private final Map<String, ParameterType> types;
    private final Map<String, Integer> listLimits;
    private final Set<String> required;
    private final Set<String> secret;

    private ParameterSchema(Builder builder) {
        this.types = Map.copyOf(builder.types);
        this.listLimits = Map.copyOf(builder.listLimits);
        this.required = Set.copyOf(builder.required);
        this.secret = Set.copyOf(builder.secret);
    }

    /** A schema to be filled. */
    public static Builder builder() {
        return new Builder();
    }

    /** Refuses unknown names, values of the wrong type, gaps in lists and missing parameters; names what is wrong. */
    void check(NavigableMap<String, String> parameters) {
        parameters.forEach(this::checkOne);
        SortedMap<String, SortedSet<Integer>> lists = lists(parameters);
        lists.forEach(this::checkList);
        Map<String, List<String>> elements = elements(lists);
        required.stream().sorted().forEach(pattern -> checkPresent(pattern, parameters, elements));
    }

    /** Whether the value of this parameter must not be shown. */
    boolean isSecret(String name) {
        return secret.contains(pattern(name));
    }

    private void checkOne(String name, String value) {
        ParameterType type = types.get(pattern(name));
        if (type == null) {
            throw ApiException.invalid(name, unknown(name));
        }
        String objection = value.isEmpty() ? null : type.objection(value);
        if (objection != null) {
            throw ApiException.invalid(name, objection);
        }
    }

    private String unknown(String name) {
        String pattern = pattern(name);
        return types.keySet().stream()
                .filter(pattern::equalsIgnoreCase)
                .findFirst()
                .map(known -> "is unknown; did you mean %s?".formatted(known))
                .orElse("is unknown to this action");
    }

    /** The indexes that each list has, by the list's name, such as {@code Container.1.Port}. */
    private static SortedMap<String, SortedSet<Integer>> lists(NavigableMap<String, String> parameters) {
        SortedMap<String, SortedSet<Integer>> lists = new TreeMap<>();
        for (String name : parameters.keySet()) {
            INDEX.matcher(name).results().forEach(index -> lists.computeIfAbsent(
                            name.substring(0, index.start()), _ -> new TreeSet<>())
                    .add(Integer.parseInt(index.group().substring(1))));
        }
        return lists;
    }

    private void checkList(String list, SortedSet<Integer> indexes) {
        int limit = listLimits.getOrDefault(pattern(list), Integer.MAX_VALUE);
        int last = indexes.last();
        if (last > limit) {
            throw ApiException.invalid(list + "." + last, "is one too many; at most %d are allowed".formatted(limit));
        }
        if (last != indexes.size()) {
            throw ApiException.invalid(list + "." + last, "leaves a gap; lists count from 1");
        }
    }

    /** The list elements that are there, such as {@code Container.1.Port.2.}, by their list's pattern. */
    private static Map<String, List<String>> elements(SortedMap<String, SortedSet<Integer>> lists) {
        Map<String, List<String>> elements = new HashMap<>();
        lists.forEach((list, indexes) -> {
            List<String> sameList = elements.computeIfAbsent(pattern(list), _ -> new ArrayList<>());
            indexes.forEach(index -> sameList.add(list + "." + index + "."));
        });
        return elements;
    }

    private static void checkPresent(
            String pattern, NavigableMap<String, String> parameters, Map<String, List<String>> elements) {
        int index = pattern.lastIndexOf(".N.");
        if (index < 0) {
            requireValue(pattern, parameters);
            return;
        }
        String member = pattern.substring(index + ".N.".length());
        elements.getOrDefault(pattern.substring(0, index), List.of())
                .forEach(element -> requireValue(element + member, parameters));
    }

    private static void requireValue(String name, NavigableMap<String, String> parameters) {
        if (parameters.getOrDefault(name, "").isEmpty()) {
            throw ApiException.missing(name);
        }
    }

    private static String pattern(String name) {
        return INDEX.matcher(name).replaceAll(".N");
    }

    /** Collects parameters; {@code optional} and {@code required} take the same names. */
    public static final class Builder {

        private final Map<String, ParameterType> types = new HashMap<>();
        private final Map<String, Integer> listLimits = new HashMap<>();
        private final List<String> required = new ArrayList<>();
        private final List<String> secret = new ArrayList<>();

        private Builder() {
            // Sent by every client, or allowed nearly everywhere.
            optional("RegionId", ParameterType.text());
            for (String owner : List.of("OwnerId", "OwnerAccount", "ResourceOwnerId", "ResourceOwnerAccount")) {
                optional(owner, ParameterType.text());
            }
        }

        /** A parameter that may be left out. */
        public Builder optional(String name, ParameterType type) {
            types.put(name, type);
            return this;
        }

        /** A parameter that must be there, in a list: wherever the element is. */
        public Builder required(String name, ParameterType type) {
            required.add(name);
            return optional(name, type);
        }

        /** A parameter whose value is not recorded. */
        public Builder secret(String name, ParameterType type) {
            secret.add(name);
            return optional(name, type);
        }

        /** The most elements of a list, named without its last index: {@code Container.N.Port}. */
        public Builder limit(String list, int elements) {
            listLimits.put(list, elements);
            return this;
        }

        /** The finished schema. */
        public ParameterSchema build() {
            return new ParameterSchema(this);
        }
    }
}
