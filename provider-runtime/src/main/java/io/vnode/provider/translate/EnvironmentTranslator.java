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
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The environment of one container: in the order of the pod, later entries over earlier ones. */
final class EnvironmentTranslator {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}");

    private final Pod pod;
    private final PodInputs inputs;
    private final SequencedMap<String, EnvironmentVariable> variables = new LinkedHashMap<>();
    private final Map<String, String> values = new LinkedHashMap<>();

    private EnvironmentTranslator(Pod pod, PodInputs inputs) {
        this.pod = pod;
        this.inputs = inputs;
    }

    /**
     * The environment of a container.
     *
     * @throws MissingInputException when a ConfigMap, a Secret or a key of one is missing and not optional
     */
    static EnvironmentTranslator of(Pod pod, Container container, PodInputs inputs) {
        EnvironmentTranslator environment = new EnvironmentTranslator(pod, inputs);
        container.getEnvFrom().forEach(environment::addAll);
        container.getEnv().forEach(environment::add);
        return environment;
    }

    List<EnvironmentVariable> variables() {
        return List.copyOf(variables.sequencedValues());
    }

    /** A text of the container with {@code $(NAME)} replaced. */
    String expand(String text) {
        return VariableExpansion.expand(text, values);
    }

    private void addAll(EnvFromSource source) {
        String prefix = Objects.requireNonNullElse(source.getPrefix(), "");
        if (source.getConfigMapRef() != null) {
            boolean optional = Boolean.TRUE.equals(source.getConfigMapRef().getOptional());
            ConfigMap configMap = configMap(source.getConfigMapRef().getName(), optional);
            if (configMap != null) {
                orEmpty(configMap.getData()).forEach((key, value) -> putIfNameable(prefix + key, value));
            }
        }
        if (source.getSecretRef() != null) {
            boolean optional = Boolean.TRUE.equals(source.getSecretRef().getOptional());
            Secret secret = secret(source.getSecretRef().getName(), optional);
            if (secret != null) {
                orEmpty(secret.getData()).forEach((key, base64) -> putIfNameable(prefix + key, decoded(base64)));
            }
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
        }
    }

    private void addField(String name, String path) {
        if (FieldPaths.address(path)) {
            values.remove(name);
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

    /** As on any node, a key that cannot be the name of a variable, such as {@code config.json}, is passed over. */
    private void putIfNameable(String name, String value) {
        if (NAME.matcher(name).matches()) {
            put(name, value);
        }
    }

    private void put(String name, String value) {
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
