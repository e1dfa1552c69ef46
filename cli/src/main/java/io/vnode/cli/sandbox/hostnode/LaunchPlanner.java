package io.vnode.cli.sandbox.hostnode;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.vnode.cli.sandbox.process.ProcessMark;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Works out how a container of the addon becomes a process of this machine. */
final class LaunchPlanner {

    private static final String SERVICE_ACCOUNT = "/var/run/secrets/kubernetes.io/serviceaccount";

    private final HostNodeSettings settings;
    private final Pod pod;
    private final PodFolder folder;
    private final ContainerEnvironment environment;

    LaunchPlanner(HostNodeSettings settings, Pod pod, PodFolder folder, PodInputs inputs) {
        this.settings = settings;
        this.pod = pod;
        this.folder = folder;
        this.environment = new ContainerEnvironment(pod, inputs, settings.address(), settings.nodeName());
    }

    /**
     * How to start the container.
     *
     * @throws UnrunnableException when something that it refers to is missing
     */
    Launch plan(Container container, PortPlan ports) {
        PathRewriter paths = PathRewriter.of(container, folder);
        Path home = folder.home(container.getName());
        Map<String, String> asked = environment.of(container);
        Map<String, String> variables = new LinkedHashMap<>(surroundings(home, paths));
        ports.rewrite(asked).forEach((name, value) -> variables.put(name, paths.rewrite(value)));
        List<String> commandLine = new ArrayList<>();
        commandLine.add(settings.java());
        commandLine.addAll(settings.javaOptions());
        commandLine.add("-Djava.io.tmpdir=" + home);
        commandLine.addAll(ProcessMark.forJava(settings.sandbox(), processName(pod)));
        commandLine.add("-jar");
        commandLine.add(settings.providerJar().toString());
        for (String argument : container.getArgs()) {
            commandLine.add(paths.rewrite(ContainerEnvironment.expand(argument, variables)));
        }
        return new Launch(commandLine, variables, home, ports);
    }

    /** How the processes of a pod are called in {@code status}. */
    static String processName(Pod pod) {
        return "pod " + pod.getMetadata().getNamespace() + "/"
                + pod.getMetadata().getName();
    }

    private Map<String, String> surroundings(Path home, PathRewriter paths) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
        variables.put("LANG", "C.UTF-8");
        variables.put("HOME", home.toString());
        variables.put("HOSTNAME", pod.getMetadata().getName());
        variables.put("KUBERNETES_SERVICE_HOST", settings.apiHost());
        variables.put("KUBERNETES_SERVICE_PORT", Integer.toString(settings.apiPort()));
        variables.put("KUBERNETES_SERVICE_PORT_HTTPS", Integer.toString(settings.apiPort()));
        Path account = paths.folder(SERVICE_ACCOUNT);
        if (account != null) {
            // The places are fixed in Kubernetes clients; these two tell the fabric8 client others.
            variables.put(
                    "KUBERNETES_AUTH_SERVICEACCOUNT_TOKEN",
                    account.resolve("token").toString());
            variables.put("KUBERNETES_CERTS_CA_FILE", account.resolve("ca.crt").toString());
        }
        return variables;
    }
}
