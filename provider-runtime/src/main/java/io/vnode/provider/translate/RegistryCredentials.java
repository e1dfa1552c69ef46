package io.vnode.provider.translate;

import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.vnode.eci.model.RegistryCredential;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The registry users in a pod's {@code imagePullSecrets}. */
final class RegistryCredentials {

    private static final JsonMapper JSON = new JsonMapper();

    private RegistryCredentials() {}

    /**
     * As on any node, a pull secret that does not exist is passed over: the image may be public.
     *
     * @throws MissingInputException when a secret is there and cannot be read
     */
    static List<RegistryCredential> of(Pod pod, PodInputs inputs) {
        return pod.getSpec().getImagePullSecrets().stream()
                .map(LocalObjectReference::getName)
                .map(name -> inputs.secrets().get(name))
                .filter(Objects::nonNull)
                .flatMap(secret -> of(secret).stream())
                .toList();
    }

    private static List<RegistryCredential> of(Secret secret) {
        Map<String, String> data = secret.getData() == null ? Map.of() : secret.getData();
        try {
            if (data.containsKey(".dockerconfigjson")) {
                return ofAuths(parsed(data.get(".dockerconfigjson")).path("auths"));
            }
            if (data.containsKey(".dockercfg")) {
                return ofAuths(parsed(data.get(".dockercfg")));
            }
            return List.of();
        } catch (JacksonException | IllegalArgumentException _) {
            // Not even as a cause: parsers quote what they could not read.
            throw new MissingInputException("Secret %s is no image pull secret"
                    .formatted(secret.getMetadata().getName()));
        }
    }

    private static JsonNode parsed(@Nullable String base64) {
        return JSON.readTree(Base64.getDecoder().decode(Objects.requireNonNullElse(base64, "")));
    }

    private static List<RegistryCredential> ofAuths(JsonNode auths) {
        List<RegistryCredential> credentials = new ArrayList<>();
        auths.properties().forEach(entry -> {
            RegistryCredential credential = of(entry.getKey(), entry.getValue());
            if (credential != null) {
                credentials.add(credential);
            }
        });
        return credentials;
    }

    private static @Nullable RegistryCredential of(String server, JsonNode auth) {
        String user = auth.path("username").asString("");
        String password = auth.path("password").asString("");
        if (user.isEmpty()) {
            String both =
                    new String(Base64.getDecoder().decode(auth.path("auth").asString("")), StandardCharsets.UTF_8);
            int colon = both.indexOf(':');
            user = colon < 0 ? "" : both.substring(0, colon);
            password = both.substring(colon + 1);
        }
        return user.isEmpty() ? null : new RegistryCredential(hostOf(server), user, password);
    }

    /** ECI wants the host alone; docker writes {@code https://index.docker.io/v1/}. */
    private static String hostOf(String server) {
        return server.replaceFirst("^https?://", "").replaceFirst("/.*$", "");
    }
}
