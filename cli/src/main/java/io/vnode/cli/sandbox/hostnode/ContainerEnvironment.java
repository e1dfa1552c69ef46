package io.vnode.cli.sandbox.hostnode;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarSource;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Works out the environment that a container asks for. */
final class ContainerEnvironment {

    /** {@code $(NAME)} stands for the value of another variable, {@code $$(NAME)} for itself. */
    private static final Pattern REFERENCE = Pattern.compile("\\$?\\$\\(([-._a-zA-Z][-._a-zA-Z0-9]*)\\)");

    private final PodInputs inputs;
    private final PodFields fields;

    ContainerEnvironment(Pod pod, PodInputs inputs, String address, String nodeName) {
        this.inputs = inputs;
        this.fields = new PodFields(pod, address, nodeName);
    }

    /** All variables of the container, later definitions over earlier ones. */
    Map<String, String> of(Container container) {
        Map<String, String> environment = new LinkedHashMap<>();
        for (EnvFromSource source : container.getEnvFrom()) {
            environment.putAll(all(source));
        }
        for (EnvVar variable : container.getEnv()) {
            String value = value(variable);
            if (value != null) {
                environment.put(variable.getName(), expand(value, environment));
            }
        }
        return environment;
    }

    /** The text with references to variables replaced; a reference to none stays as it is. */
    static String expand(String text, Map<String, String> environment) {
        return REFERENCE
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        match.group().startsWith("$$")
                                ? match.group().substring(1)
                                : environment.getOrDefault(match.group(1), match.group())));
    }

    private Map<String, String> all(EnvFromSource source) {
        String prefix = source.getPrefix() == null ? "" : source.getPrefix();
        Map<String, String> values = new LinkedHashMap<>();
        if (source.getConfigMapRef() != null) {
            boolean optional = Boolean.TRUE.equals(source.getConfigMapRef().getOptional());
            inputs.configMap(source.getConfigMapRef().getName(), optional)
                    .forEach((key, value) -> values.put(prefix + key, text(value)));
        }
        if (source.getSecretRef() != null) {
            boolean optional = Boolean.TRUE.equals(source.getSecretRef().getOptional());
            inputs.secret(source.getSecretRef().getName(), optional)
                    .forEach((key, value) -> values.put(prefix + key, text(value)));
        }
        return values;
    }

    private @Nullable String value(EnvVar variable) {
        EnvVarSource source = variable.getValueFrom();
        if (source == null) {
            return variable.getValue() == null ? "" : variable.getValue();
        }
        if (source.getSecretKeyRef() != null) {
            var reference = source.getSecretKeyRef();
            boolean optional = Boolean.TRUE.equals(reference.getOptional());
            return key(
                    "Secret",
                    reference.getName(),
                    reference.getKey(),
                    optional,
                    inputs.secret(reference.getName(), optional));
        }
        if (source.getConfigMapKeyRef() != null) {
            var reference = source.getConfigMapKeyRef();
            boolean optional = Boolean.TRUE.equals(reference.getOptional());
            return key(
                    "ConfigMap",
                    reference.getName(),
                    reference.getKey(),
                    optional,
                    inputs.configMap(reference.getName(), optional));
        }
        if (source.getFieldRef() != null) {
            return fields.value(source.getFieldRef().getFieldPath());
        }
        throw new UnrunnableException(
                "CreateContainerConfigError",
                "variable %s: this node knows values from Secrets, ConfigMaps and pod fields only"
                        .formatted(variable.getName()));
    }

    private static @Nullable String key(
            String kind, String name, String key, boolean optional, Map<String, byte[]> values) {
        byte[] value = values.get(key);
        if (value == null && !optional) {
            throw new UnrunnableException(
                    "CreateContainerConfigError", "couldn't find key %s in %s %s".formatted(key, kind, name));
        }
        return value == null ? null : text(value);
    }

    private static String text(byte[] value) {
        return new String(value, java.nio.charset.StandardCharsets.UTF_8);
    }
}
