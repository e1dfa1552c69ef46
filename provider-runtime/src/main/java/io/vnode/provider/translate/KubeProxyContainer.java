package io.vnode.provider.translate;

import io.fabric8.kubernetes.api.model.Config;
import io.fabric8.kubernetes.api.model.ConfigBuilder;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.vnode.addon.settings.KubeProxy;
import io.vnode.eci.model.ContainerSpec;
import io.vnode.eci.model.EnvironmentVariable;
import io.vnode.eci.model.SecurityContext;
import io.vnode.eci.model.VolumeMount;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The kube-proxy that a container group has beside the pod's own containers. Kubernetes does not hear of it: a pod's status
 * lists the pod's own containers only.
 */
final class KubeProxyContainer {

    static final String NAME = "vnode-kube-proxy";
    private static final String FOLDER = "/var/lib/vnode-kube-proxy";
    private static final String FILE = "kubeconfig";
    private static final int OWNER_ONLY = 0600;
    private static final BigDecimal CPU = new BigDecimal("0.1");
    private static final BigDecimal MEMORY = new BigDecimal("0.125");
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern MINOR = Pattern.compile("v?1\\.([0-9]+)\\..*");

    /** Older ones do not know the flag that spares them a kernel setting which only a privileged container may change. */
    private static final int FIRST_WITHOUT_LOCAL_NODE_PORTS = 26;

    private final KubeProxy.Access.Ready access;
    private final String nodeName;
    private final String containerName;
    private final String volumeName;

    private KubeProxyContainer(KubeProxy.Access.Ready access, String nodeName, PodSpec spec) {
        this.access = access;
        this.nodeName = nodeName;
        this.containerName = free(Stream.concat(spec.getContainers().stream(), spec.getInitContainers().stream())
                .map(Container::getName));
        this.volumeName = free(spec.getVolumes().stream().map(Volume::getName));
    }

    /**
     * The kube-proxy of a pod; null when it gets none.
     *
     * @param asked what the pod itself says; null when it does not say
     * @throws MissingInputException when it is to get one, and how that reaches the API server is not known
     */
    static @Nullable KubeProxyContainer of(Pod pod, String nodeName, @Nullable Boolean asked, KubeProxy kubeProxy) {
        boolean wanted = asked == null ? kubeProxy.wanted() : asked;
        if (!wanted) {
            return null;
        }
        return switch (kubeProxy.access()) {
            case KubeProxy.Access.Ready ready -> new KubeProxyContainer(ready, nodeName, pod.getSpec());
            case KubeProxy.Access.Unavailable(String why) ->
                throw new MissingInputException("kube-proxy has no identity: " + why);
        };
    }

    private static String free(Stream<String> taken) {
        Set<String> names = taken.collect(Collectors.toUnmodifiableSet());
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> number == 1 ? NAME : NAME + "-" + number)
                .filter(name -> !names.contains(name))
                .findFirst()
                .orElseThrow();
    }

    List<ContainerSpec> after(List<ContainerSpec> containers) {
        return Stream.concat(containers.stream(), Stream.of(container())).toList();
    }

    List<io.vnode.eci.model.Volume> afterVolumes(List<io.vnode.eci.model.Volume> volumes) {
        return Stream.concat(volumes.stream(), Stream.of(volume())).toList();
    }

    private ContainerSpec container() {
        return ContainerSpec.builder(containerName, access.image() + ":" + access.version())
                .command(List.of("/usr/local/bin/kube-proxy"))
                .args(arguments())
                // Neither its size nor its end is to make a difference to the pod, see ECI's pages "Ignore specific
                // containers" and "Forcibly terminate the sidecar container".
                .environment(List.of(
                        new EnvironmentVariable.Literal("__ECI_RESOURCE_IGNORE__", "TRUE"),
                        new EnvironmentVariable.Literal("ECI_CONTAINER_TYPE", "sidecar"),
                        new EnvironmentVariable.Literal("ECI_CONTAINER_IGNORE_EXIT_CODE", "true")))
                .volumeMounts(List.of(new VolumeMount(volumeName, FOLDER, null, true)))
                .cpu(CPU)
                .memory(MEMORY)
                .imagePullPolicy("IfNotPresent")
                .securityContext(SecurityContext.builder()
                        .addedCapabilities(List.of("NET_ADMIN"))
                        .build())
                .build();
    }

    /** Of the kernel's settings it changes none: that takes more than NET_ADMIN. */
    private List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of(
                "--kubeconfig=" + FOLDER + "/" + FILE,
                "--hostname-override=" + nodeName,
                "--proxy-mode=iptables",
                "--conntrack-max-per-core=0",
                "--conntrack-tcp-timeout-established=0s",
                "--conntrack-tcp-timeout-close-wait=0s",
                "--healthz-bind-address=127.0.0.1:10256"));
        Matcher minor = MINOR.matcher(access.version());
        if (!minor.matches() || Integer.parseInt(minor.group(1)) >= FIRST_WITHOUT_LOCAL_NODE_PORTS) {
            arguments.add("--iptables-localhost-nodeports=false");
        }
        return arguments;
    }

    private io.vnode.eci.model.Volume volume() {
        return new io.vnode.eci.model.Volume.ConfigFile(
                volumeName,
                List.of(io.vnode.eci.model.Volume.File.of(
                        FILE, kubeconfig().getBytes(StandardCharsets.UTF_8), OWNER_ONLY)),
                null);
    }

    /** JSON, which is YAML too. */
    private String kubeconfig() {
        Config config = new ConfigBuilder()
                .withApiVersion("v1")
                .withKind("Config")
                .addNewCluster()
                .withName(NAME)
                .withNewCluster()
                .withServer(access.server())
                .withCertificateAuthorityData(base64(access.caCertificate()))
                .endCluster()
                .endCluster()
                .addNewUser()
                .withName(NAME)
                .withNewUser()
                .withToken(access.token())
                .endUser()
                .endUser()
                .addNewContext()
                .withName(NAME)
                .withNewContext()
                .withCluster(NAME)
                .withUser(NAME)
                .endContext()
                .endContext()
                .withCurrentContext(NAME)
                .build();
        return JSON.writeValueAsString(config);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
