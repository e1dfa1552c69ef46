package io.vnode.cli.cluster;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.vnode.cli.problem.Problem;
import io.vnode.cli.problem.ProblemCode;
import io.vnode.cli.problem.ProblemException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.databind.json.JsonMapper;

/** Finds the kubeconfig and opens a connection to the cluster it names. */
public final class ClusterConnector {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(30);
    private static final int CONCURRENT_REQUESTS = 64;

    private final Map<String, String> environment;

    public ClusterConnector(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /**
     * Opens a connection; nothing is sent yet.
     *
     * @param kubeconfig the kubeconfig; null for {@code KUBECONFIG}, then {@code ~/.kube/config}
     * @param context its context; null for the current one
     * @throws ProblemException when there is no kubeconfig, it cannot be read, or it has no such context
     */
    public Cluster connect(@Nullable String kubeconfig, @Nullable String context) {
        Path file = find(kubeconfig);
        SimpleKubeconfig contexts = parse(file);
        String name = chosen(file, contexts, context);
        Config config = read(file, contexts, name);
        KubernetesClient client = new KubernetesClientBuilder()
                .withConfig(tuned(config))
                .withHttpClientFactory(new ClosingHttpClientFactory())
                // Without a look at all 350 model classes, which costs 20 ms of every command.
                .withKubernetesSerialization(new KubernetesSerialization(
                        JsonMapper.builderWithJackson2Defaults().build(), false))
                .build();
        return new Cluster(name, config.getMasterUrl(), client);
    }

    private Path find(@Nullable String kubeconfig) {
        if (kubeconfig != null) {
            return existing(Path.of(kubeconfig));
        }
        String variable = environment.getOrDefault("KUBECONFIG", "");
        if (!variable.isEmpty()) {
            List<Path> files = Arrays.stream(variable.split(File.pathSeparator, -1))
                    .filter(part -> !part.isEmpty())
                    .map(Path::of)
                    .toList();
            return existing(
                    files.stream().filter(Files::isRegularFile).findFirst().orElse(files.getFirst()));
        }
        String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
        return existing(Path.of(home, ".kube", "config"));
    }

    private static Path existing(Path file) {
        if (Files.isRegularFile(file)) {
            return file;
        }
        throw new ProblemException(new Problem(
                ProblemCode.KUBECONFIG_MISSING,
                "there is no kubeconfig",
                "%s does not exist".formatted(file),
                List.of(
                        "name one with --kubeconfig FILE or KUBECONFIG",
                        "vnode sandbox up     starts a local cluster to try things in (then add --profile sandbox)")));
    }

    private static SimpleKubeconfig parse(Path file) {
        try {
            return SimpleKubeconfig.read(file);
        } catch (IOException | YamlEngineException e) {
            throw unreadable(file, "it is no valid kubeconfig", e);
        }
    }

    private static String chosen(Path file, SimpleKubeconfig contexts, @Nullable String wanted) {
        String name = wanted != null ? wanted : contexts.currentContext();
        if (name == null) {
            throw unreadable(file, "it names no current context", null);
        }
        List<String> known = contexts.contexts();
        if (!known.contains(name)) {
            throw unreadable(
                    file,
                    "it has no context '%s'; it has %s"
                            .formatted(
                                    name,
                                    known.isEmpty()
                                            ? "none"
                                            : String.join(
                                                    ", ",
                                                    known.stream().sorted().toList())),
                    null);
        }
        return name;
    }

    private static Config read(Path file, SimpleKubeconfig contexts, String context) {
        try {
            Config simple = contexts.config(context);
            return simple != null ? simple : Config.fromKubeconfig(context, file.toFile());
        } catch (IOException | RuntimeException e) { // fabric8 throws what its YAML parser throws
            throw unreadable(file, "context '%s' cannot be used".formatted(context), e);
        }
    }

    private static ProblemException unreadable(Path file, String why, @Nullable Exception cause) {
        Problem problem = new Problem(
                ProblemCode.KUBECONFIG_UNREADABLE,
                "cannot use the kubeconfig %s".formatted(file),
                why,
                List.of("kubectl --kubeconfig %s config get-contexts".formatted(file)));
        return cause == null ? new ProblemException(problem) : new ProblemException(problem, cause);
    }

    private static Config tuned(Config config) {
        return new ConfigBuilder(config)
                .withConnectionTimeout((int) CONNECT_TIMEOUT.toMillis())
                .withRequestTimeout((int) REQUEST_TIMEOUT.toMillis())
                .withRequestRetryBackoffLimit(0)
                .withMaxConcurrentRequests(CONCURRENT_REQUESTS)
                .withMaxConcurrentRequestsPerHost(CONCURRENT_REQUESTS)
                .withHttp2Disable(true)
                .build();
    }

    /** Translates what a request failed with. */
    public static ProblemException failed(Cluster cluster, String doing, KubernetesClientException e) {
        return ClusterProblems.of(cluster, doing, e);
    }
}
