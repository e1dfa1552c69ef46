package io.vnode.cli.cluster;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A kubeconfig, read as plain YAML. fabric8 reads it through typed models of all of Kubernetes, which costs a third of a short
 * command's time. Contexts that need more than certificates, a token or a password, such as a program that fetches a
 * token, are left to fabric8.
 */
final class SimpleKubeconfig {

    private static final Set<String> CLUSTER_KEYS = Set.of(
            "server", "certificate-authority", "certificate-authority-data", "insecure-skip-tls-verify", "extensions");
    private static final Set<String> USER_KEYS = Set.of(
            "client-certificate",
            "client-certificate-data",
            "client-key",
            "client-key-data",
            "token",
            "tokenFile",
            "username",
            "password",
            "extensions");

    private final Path folder;
    private final Map<?, ?> root;

    private SimpleKubeconfig(Path folder, Map<?, ?> root) {
        this.folder = folder;
        this.root = root;
    }

    /**
     * Reads a file.
     *
     * @throws IOException when it cannot be read
     * @throws YamlEngineException when it is no YAML
     */
    static SimpleKubeconfig read(Path file) throws IOException {
        Object content = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
        Path folder = file.toAbsolutePath().getParent();
        return new SimpleKubeconfig(
                folder == null ? Path.of("/") : folder, content instanceof Map<?, ?> map ? map : Map.of());
    }

    /** The name of the context that counts where none is named; null when there is none. */
    @Nullable
    String currentContext() {
        return text(root, "current-context");
    }

    /** The names of all contexts. */
    List<String> contexts() {
        List<String> names = new ArrayList<>();
        for (Map<?, ?> entry : entries("contexts")) {
            String name = text(entry, "name");
            if (name != null) {
                names.add(name);
            }
        }
        return names;
    }

    /** The configuration of a context; null when it needs what only fabric8 knows. */
    @Nullable
    Config config(String context) throws IOException {
        Map<?, ?> chosen = map(find("contexts", context), "context");
        Map<?, ?> cluster = map(find("clusters", text(chosen, "cluster")), "cluster");
        Map<?, ?> user = map(find("users", text(chosen, "user")), "user");
        String server = text(cluster, "server");
        if (server == null || !CLUSTER_KEYS.containsAll(cluster.keySet()) || !USER_KEYS.containsAll(user.keySet())) {
            return null;
        }
        String keyFile = file(user, "client-key");
        String keyData = text(user, "client-key-data");
        ConfigBuilder config = new ConfigBuilder(Config.empty())
                .withMasterUrl(server)
                .withTrustCerts(Boolean.parseBoolean(text(cluster, "insecure-skip-tls-verify")))
                .withCaCertFile(file(cluster, "certificate-authority"))
                .withCaCertData(text(cluster, "certificate-authority-data"))
                .withClientCertFile(file(user, "client-certificate"))
                .withClientCertData(text(user, "client-certificate-data"))
                .withClientKeyFile(keyFile)
                .withClientKeyData(keyData)
                .withUsername(text(user, "username"))
                .withPassword(text(user, "password"))
                .withOauthToken(token(user));
        if (keyFile != null || keyData != null) {
            config.withClientKeyAlgo(Config.getKeyAlgorithm(keyFile, keyData));
        }
        return config.build();
    }

    private @Nullable String token(Map<?, ?> user) throws IOException {
        String file = file(user, "tokenFile");
        return file == null
                ? text(user, "token")
                : Files.readString(Path.of(file)).strip();
    }

    private Map<?, ?> find(String list, @Nullable String name) {
        for (Map<?, ?> entry : entries(list)) {
            if (name != null && name.equals(text(entry, "name"))) {
                return entry;
            }
        }
        return Map.of();
    }

    private List<Map<?, ?>> entries(String list) {
        List<Map<?, ?>> entries = new ArrayList<>();
        if (root.get(list) instanceof List<?> items) {
            for (Object item : items) {
                if (item instanceof Map<?, ?> entry) {
                    entries.add(entry);
                }
            }
        }
        return entries;
    }

    private static Map<?, ?> map(Map<?, ?> entry, String key) {
        return entry.get(key) instanceof Map<?, ?> value ? value : Map.of();
    }

    /** Paths in a kubeconfig start at its folder. */
    private @Nullable String file(Map<?, ?> entry, String key) {
        String path = text(entry, key);
        return path == null ? null : folder.resolve(path).toString();
    }

    private static @Nullable String text(Map<?, ?> entry, String key) {
        Object value = entry.get(key);
        return value == null || value.toString().isEmpty() ? null : value.toString();
    }
}
