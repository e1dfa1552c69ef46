package io.vnode.cli.sandbox.hostnode;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.IntOrString;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which port of this machine stands for each port that a container declares: the same, unless it is taken.
 *
 * @param actual the port in use for each declared one
 */
record PortPlan(Map<Integer, Integer> actual) {

    PortPlan {
        actual = Map.copyOf(actual);
    }

    static PortPlan of(Container container, PortBook ports) {
        Map<Integer, Integer> actual = new LinkedHashMap<>();
        for (ContainerPort port : container.getPorts()) {
            actual.put(port.getContainerPort(), ports.reserve(port.getContainerPort()));
        }
        return new PortPlan(actual);
    }

    /** The environment variables that tell the process its ports: those named {@code …_PORT} with a declared port as value. */
    Map<String, String> rewrite(Map<String, String> environment) {
        Map<String, String> rewritten = new LinkedHashMap<>(environment);
        rewritten.replaceAll((name, value) -> name.endsWith("_PORT") ? rewritten(value) : value);
        return rewritten;
    }

    /** The port that a probe means, by number or by name. */
    int resolve(IntOrString port, List<ContainerPort> declared) {
        if (port.getIntVal() != null) {
            return actual.getOrDefault(port.getIntVal(), port.getIntVal());
        }
        return declared.stream()
                .filter(candidate -> port.getStrVal().equals(candidate.getName()))
                .map(candidate -> actual.getOrDefault(candidate.getContainerPort(), candidate.getContainerPort()))
                .findFirst()
                .orElseThrow(() -> new UnrunnableException(
                        "InvalidProbe", "the probe's port '%s' is not declared".formatted(port.getStrVal())));
    }

    private String rewritten(String value) {
        for (Map.Entry<Integer, Integer> port : actual.entrySet()) {
            if (value.equals(port.getKey().toString())) {
                return port.getValue().toString();
            }
        }
        return value;
    }
}
