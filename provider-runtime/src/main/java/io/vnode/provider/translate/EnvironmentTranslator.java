package io.vnode.provider.translate;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapKeySelector;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.vnode.eci.model.EnvironmentVariable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The environment of one container: in the order of the pod, later entries over earlier ones, links to Services last. */
final class EnvironmentTranslator {

    /** The most variables that ECI takes. */
    static final int MAX_VARIABLES = 240;

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}");

    private final Pod pod;
    private final Container container;
    private final PodInputs inputs;
    private final SequencedMap<String, EnvironmentVariable> variables = new LinkedHashMap<>();
    private final Map<String, String> values = new HashMap<>();
    private final Set<String> addresses = new HashSet<>();
    private final SequencedMap<String, String> links;

    private EnvironmentTranslator(Pod pod, Container container, PodInputs inputs) {
        this.pod = pod;
        this.container = container;
        this.inputs = inputs;
        this.links = ServiceLinks.of(inputs.services());
    }

    /**
     * The environment of a container.
     *
     * @throws MissingInputException when a ConfigMap, a Secret or a key of one is missing and not optional
     */
    static EnvironmentTranslator of(Pod pod, Container container, PodInputs inputs, Notes notes) {
        EnvironmentTranslator environment = new EnvironmentTranslator(pod, container, inputs);
        container.getEnvFrom().forEach(source -> environment.addAll(source, notes));
        container.getEnv().forEach(environment::add);
        environment.addLinks(notes);
        return environment;
    }

    /** Whether a name can be that of a variable. */
    static boolean nameable(String name) {
        return NAME.matcher(name).matches();
    }

    List<EnvironmentVariable> variables() {
        return List.copyOf(variables.sequencedValues());
    }

    /** A text of the container with {@code $(NAME)} replaced. */
    String expand(String text) {
        return VariableExpansion.expand(text, this::find);
    }

    /**
     * A path of the container with {@code $(NAME)} replaced.
     *
     * @throws IllegalArgumentException when a name is unknown, since a path must not have such a thing in it
     */
    String expandPath(String path) {
        for (String name : VariableExpansion.namesIn(path)) {
            if (find(name) == null) {
                throw new IllegalArgumentException("subPathExpr %s of container %s names %s, which is no variable"
                        .formatted(path, container.getName(), name));
            }
        }
        return expand(path);
    }

    private @Nullable String find(String name) {
        if (addresses.contains(name)) {
            return null;
        }
        return values.getOrDefault(name, links.get(name));
    }

    /** As on any node, what the pod says itself counts more than a link. */
    private void addLinks(Notes notes) {
        SequencedMap<String, String> missing = new LinkedHashMap<>(links);
        missing.keySet().removeAll(variables.keySet());
        if (variables.size() + missing.size() > MAX_VARIABLES) {
            notes.add(new Unsupported("spec.enableServiceLinks", WholePodFeature.SERVICE_LINKS_LEFT_OUT));
            missing.keySet().retainAll(ServiceLinks.of(inputs.kubernetes()).keySet());
        }
        missing.forEach(this::put);
    }

    private void addAll(EnvFromSource source, Notes notes) {
        String prefix = Objects.requireNonNullElse(source.getPrefix(), "");
        if (source.getConfigMapRef() != null) {
            String name = source.getConfigMapRef().getName();
            ConfigMap configMap =
                    configMap(name, Boolean.TRUE.equals(source.getConfigMapRef().getOptional()));
            if (configMap != null) {
                putAll(prefix, orEmpty(configMap.getData()), "ConfigMap " + name, notes);
            }
        }
        if (source.getSecretRef() != null) {
            String name = source.getSecretRef().getName();
            Secret secret =
                    secret(name, Boolean.TRUE.equals(source.getSecretRef().getOptional()));
            if (secret != null) {
                Map<String, String> decoded = new TreeMap<>();
                orEmpty(secret.getData()).forEach((key, base64) -> decoded.put(key, decoded(base64)));
                putAll(prefix, decoded, "Secret " + name, notes);
            }
        }
    }

    /** As on any node, a key that cannot be the name of a variable, such as {@code config.json}, is passed over. */
    private void putAll(String prefix, Map<String, String> entries, String owner, Notes notes) {
        List<String> skipped = new ArrayList<>();
        new TreeMap<>(entries).forEach((key, value) -> {
            if (nameable(prefix + key)) {
                put(prefix + key, value);
            } else {
                skipped.add(prefix + key);
            }
        });
        if (!skipped.isEmpty()) {
            notes.add(new Note(
                    "InvalidEnvironmentVariableNames",
                    "keys %s of %s cannot be names of variables and are passed over"
                            .formatted(String.join(", ", skipped), owner)));
        }
    }

    private void add(EnvVar variable) {
        EnvVarSource from = variable.getValueFrom();
        if (from == null) {
            put(variable.getName(), expand(Objects.requireNonNullElse(variable.getValue(), "")));
        } else if (from.getConfigMapKeyRef() != null) {
            putIfThere(variable.getName(), valueOf(from.getConfigMapKeyRef()));
        } else if (from.getSecretKeyRef() != null) {
            putIfThere(variable.getName(), valueOf(from.getSecretKeyRef()));
        } else if (from.getFieldRef() != null) {
            addField(variable.getName(), from.getFieldRef().getFieldPath());
        } else if (from.getResourceFieldRef() != null) {
            put(variable.getName(), ResourceFields.value(pod, container, from.getResourceFieldRef()));
        }
    }

    private void addField(String name, String path) {
        if (FieldPaths.address(path)) {
            addresses.add(name);
            variables.put(name, new EnvironmentVariable.FieldRef(name, "status.podIP"));
        } else {
            put(name, FieldPaths.value(pod, path));
        }
    }

    private @Nullable String valueOf(ConfigMapKeySelector selector) {
        boolean optional = Boolean.TRUE.equals(selector.getOptional());
        ConfigMap configMap = configMap(selector.getName(), optional);
        if (configMap == null) {
            return null;
        }
        String value = orEmpty(configMap.getData()).get(selector.getKey());
        return checked(value, optional, "ConfigMap", selector.getName(), selector.getKey());
    }

    private @Nullable String valueOf(SecretKeySelector selector) {
        boolean optional = Boolean.TRUE.equals(selector.getOptional());
        Secret secret = secret(selector.getName(), optional);
        if (secret == null) {
            return null;
        }
        String base64 = orEmpty(secret.getData()).get(selector.getKey());
        return checked(
                base64 == null ? null : decoded(base64), optional, "Secret", selector.getName(), selector.getKey());
    }

    private static @Nullable String checked(
            @Nullable String value, boolean optional, String kind, String name, String key) {
        if (value == null && !optional) {
            throw new MissingInputException("%s %s has no key %s".formatted(kind, name, key));
        }
        return value;
    }

    private @Nullable ConfigMap configMap(String name, boolean optional) {
        ConfigMap configMap = inputs.configMaps().get(name);
        if (configMap == null && !optional) {
            throw new MissingInputException("ConfigMap %s does not exist".formatted(name));
        }
        return configMap;
    }

    private @Nullable Secret secret(String name, boolean optional) {
        Secret secret = inputs.secrets().get(name);
        if (secret == null && !optional) {
            throw new MissingInputException("Secret %s does not exist".formatted(name));
        }
        return secret;
    }

    private void putIfThere(String name, @Nullable String value) {
        if (value != null) {
            put(name, value);
        }
    }

    private void put(String name, String value) {
        addresses.remove(name);
        values.put(name, value);
        variables.put(name, new EnvironmentVariable.Literal(name, value));
    }

    private static String decoded(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    private static Map<String, String> orEmpty(@Nullable Map<String, String> entries) {
        return entries == null ? Map.of() : entries;
    }
}
