package io.vnode.emulator.wire;

import io.vnode.emulator.wire.ParameterName.Element;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The parameters that an action knows. Names of list elements are written with {@code N} for the index, which counts from 1:
 * {@code Container.N.EnvironmentVar.N.Key}.
 */
public final class ParameterSchema {

    private static final String IN_LIST = ".N.";

    /** How many names are kept taken apart, because callers send the same ones again and again. */
    private static final int KNOWN_NAMES = 10_000;

    private final Map<String, ParameterType> types;
    private final Map<String, Integer> listLimits;
    private final List<String> required;
    private final Map<String, List<String>> requiredInLists;
    private final Set<String> secret;
    private final Map<String, ParameterName> names = new ConcurrentHashMap<>();

    private ParameterSchema(Builder builder) {
        this.types = Map.copyOf(builder.types);
        this.listLimits = Map.copyOf(builder.listLimits);
        this.secret = Set.copyOf(builder.secret);
        this.required = builder.required.stream()
                .filter(name -> !name.contains(IN_LIST))
                .distinct()
                .sorted()
                .toList();
        this.requiredInLists = new TreeMap<>();
        for (String name : builder.required) {
            int index = name.lastIndexOf(IN_LIST);
            if (index >= 0) {
                requiredInLists
                        .computeIfAbsent(name.substring(0, index), _ -> new ArrayList<>())
                        .add(name.substring(index + IN_LIST.length()));
            }
        }
    }

    /** A schema to be filled. */
    public static Builder builder() {
        return new Builder();
    }

    /** Refuses unknown names, values of the wrong type, gaps in lists and missing parameters; names what is wrong. */
    public void check(NavigableMap<String, String> parameters) {
        Map<String, Set<Element>> lists = new TreeMap<>();
        parameters.forEach((name, value) -> {
            ParameterName parsed = name(name);
            checkOne(parsed, value);
            for (Element element : parsed.elements()) {
                lists.computeIfAbsent(element.list(), _ -> new HashSet<>()).add(element);
            }
        });
        lists.values().forEach(this::checkList);
        for (String name : required) {
            requireValue(name, parameters);
        }
        lists.values().forEach(elements -> elements.stream()
                .sorted(Comparator.comparingInt(Element::index))
                .forEach(element -> checkElement(element, parameters)));
    }

    /** Whether the value of this parameter must not be shown. */
    boolean isSecret(String name) {
        return !secret.isEmpty() && secret.contains(name(name).pattern());
    }

    /** The one copy of a name that is sent again and again. */
    String shared(String name) {
        return name(name).text();
    }

    private ParameterName name(String text) {
        ParameterName known = names.get(text);
        if (known != null) {
            return known;
        }
        ParameterName parsed = ParameterName.of(text);
        if (types.containsKey(parsed.pattern()) && names.size() < KNOWN_NAMES) {
            names.put(text, parsed);
        }
        return parsed;
    }

    private void checkOne(ParameterName name, String value) {
        ParameterType type = types.get(name.pattern());
        if (type == null) {
            throw ApiException.invalid(name.text(), unknown(name.pattern()));
        }
        String objection = value.isEmpty() ? null : type.objection(value);
        if (objection != null) {
            throw ApiException.invalid(name.text(), objection);
        }
    }

    private String unknown(String pattern) {
        return types.keySet().stream()
                .filter(pattern::equalsIgnoreCase)
                .findFirst()
                .map(known -> "is unknown; did you mean %s?".formatted(known))
                .orElse("is unknown to this action");
    }

    private void checkList(Set<Element> elements) {
        Element last = Collections.max(elements, Comparator.comparingInt(Element::index));
        int limit = listLimits.getOrDefault(last.listPattern(), Integer.MAX_VALUE);
        String name = last.list() + "." + last.index();
        if (last.index() > limit) {
            throw ApiException.invalid(name, "is one too many; at most %d are allowed".formatted(limit));
        }
        if (last.index() != elements.size()) {
            throw ApiException.invalid(name, "leaves a gap; lists count from 1");
        }
    }

    private void checkElement(Element element, NavigableMap<String, String> parameters) {
        for (String member : requiredInLists.getOrDefault(element.listPattern(), List.of())) {
            requireValue(element.prefix() + member, parameters);
        }
    }

    private static void requireValue(String name, NavigableMap<String, String> parameters) {
        if (parameters.getOrDefault(name, "").isEmpty()) {
            throw ApiException.missing(name);
        }
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
