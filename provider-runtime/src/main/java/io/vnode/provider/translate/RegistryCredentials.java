package io.vnode.provider.translate;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.LocalObjectReference;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Secret;
import io.vnode.eci.model.RegistryCredential;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The registry users in a pod's {@code imagePullSecrets}, as far as its images need them. */
final class RegistryCredentials {

    private static final JsonMapper JSON = new JsonMapper();

    /** A user as docker's configuration has it. Its text form does not show the password. */
    private record Login(ImageLocation location, String secret, String user, String password, boolean token) {

        @Override
        public String toString() {
            return "Login[" + location + "]";
        }
    }

    private RegistryCredentials() {}

    /**
     * One user for each registry that the pod's images come from. As on any node, a pull secret that does not exist is
     * passed over: the image may be public.
     *
     * @throws MissingInputException when a secret is there and cannot be read
     * @throws UnsupportedInputException when a registry is to be entered by a token
     */
    static List<RegistryCredential> of(Pod pod, PodInputs inputs) {
        PodSpec spec = pod.getSpec();
        List<Login> logins = spec.getImagePullSecrets().stream()
                .map(LocalObjectReference::getName)
                .map(name -> inputs.secrets().get(name))
                .filter(Objects::nonNull)
                .flatMap(RegistryCredentials::logins)
                .toList();
        SequencedMap<String, RegistryCredential> byHost = new LinkedHashMap<>();
        Stream.concat(spec.getInitContainers().stream(), spec.getContainers().stream())
                .map(Container::getImage)
                .map(ImageLocation::ofImage)
                .forEach(image -> best(logins, image).ifPresent(login -> {
                    RegistryCredential credential = credential(login, image);
                    byHost.putIfAbsent(credential.server(), credential);
                }));
        return List.copyOf(byHost.sequencedValues());
    }

    /** The one that says most exactly where it may go, and of equal ones the first. */
    private static Optional<Login> best(List<Login> logins, ImageLocation image) {
        Comparator<Login> byExactness =
                Comparator.comparingInt(login -> -login.location().path().length());
        return logins.stream().filter(login -> login.location().covers(image)).min(byExactness);
    }

    private static RegistryCredential credential(Login login, ImageLocation image) {
        String host = login.location().hostFor(image);
        if (login.token()) {
            throw new UnsupportedInputException(
                    WholePodFeature.IDENTITY_TOKEN, "Secret %s for %s".formatted(login.secret(), host));
        }
        return new RegistryCredential(host, login.user(), login.password());
    }

    private static Stream<Login> logins(Secret secret) {
        String name = secret.getMetadata().getName();
        Map<String, String> data = secret.getData() == null ? Map.of() : secret.getData();
        try {
            if (data.containsKey(".dockerconfigjson")) {
                return logins(name, parsed(data.get(".dockerconfigjson")).path("auths"));
            }
            return data.containsKey(".dockercfg") ? logins(name, parsed(data.get(".dockercfg"))) : Stream.empty();
        } catch (JacksonException | IllegalArgumentException _) {
            // Not even as a cause: parsers quote what they could not read.
            throw new MissingInputException("Secret %s is no image pull secret".formatted(name));
        }
    }

    private static JsonNode parsed(@Nullable String base64) {
        return JSON.readTree(Base64.getDecoder().decode(Objects.requireNonNullElse(base64, "")));
    }

    private static Stream<Login> logins(String secret, JsonNode auths) {
        return auths.properties().stream()
                .map(entry -> login(secret, entry.getKey(), entry.getValue()))
                .filter(login -> !login.user().isEmpty() || login.token())
                .toList()
                .stream();
    }

    private static Login login(String secret, String server, JsonNode auth) {
        String user = auth.path("username").asString("");
        String password = auth.path("password").asString("");
        if (user.isEmpty()) {
            String both =
                    new String(Base64.getDecoder().decode(auth.path("auth").asString("")), StandardCharsets.UTF_8);
            int colon = both.indexOf(':');
            user = colon < 0 ? "" : both.substring(0, colon);
            password = both.substring(colon + 1);
        }
        boolean token = !auth.path("identitytoken").asString("").isEmpty()
                || !auth.path("registrytoken").asString("").isEmpty();
        return new Login(ImageLocation.ofServer(server), secret, user, password, token);
    }
}
