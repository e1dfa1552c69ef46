package io.vnode.provider.translate;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.IntOrString;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ports of probes and hooks, which Kubernetes lets say by number or by name, and ECI by number alone. */
final class NamedPorts {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}");

    private NamedPorts() {}

    /** The number; null when the container has no port of that name. */
    static @Nullable Integer find(Container container, IntOrString port) {
        if (port.getIntVal() != null) {
            return port.getIntVal();
        }
        String name = port.getStrVal();
        if (name != null && NUMBER.matcher(name).matches()) {
            return Integer.valueOf(name);
        }
        return container.getPorts().stream()
                .filter(one -> name != null && name.equals(one.getName()))
                .map(ContainerPort::getContainerPort)
                .findFirst()
                .orElse(null);
    }

    /** The number of a port that {@link PodFeatures} did not refuse. */
    static int number(Container container, IntOrString port) {
        Integer number = find(container, port);
        if (number == null) {
            throw new IllegalArgumentException(
                    "container %s has no port %s".formatted(container.getName(), port.getStrVal()));
        }
        return number;
    }
}
