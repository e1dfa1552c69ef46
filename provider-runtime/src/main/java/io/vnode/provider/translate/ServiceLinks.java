package io.vnode.provider.translate;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** The variables by which containers find Services, in the order of the Services' names. */
final class ServiceLinks {

    private final SequencedMap<String, String> variables = new LinkedHashMap<>();

    private ServiceLinks() {}

    static SequencedMap<String, String> of(List<Service> services) {
        ServiceLinks links = new ServiceLinks();
        services.stream()
                .sorted(Comparator.comparing(service -> service.getMetadata().getName()))
                .forEach(links::add);
        return links.variables;
    }

    private void add(Service service) {
        String address = service.getSpec().getClusterIP();
        List<ServicePort> ports = service.getSpec().getPorts();
        if (address == null || address.isEmpty() || address.equals("None") || ports.isEmpty()) {
            return;
        }
        String name = variable(service.getMetadata().getName());
        put(name + "_SERVICE_HOST", address);
        put(name + "_SERVICE_PORT", ports.getFirst().getPort().toString());
        ports.stream()
                .filter(port -> port.getName() != null && !port.getName().isEmpty())
                .forEach(port -> put(
                        name + "_SERVICE_PORT_" + variable(port.getName()),
                        port.getPort().toString()));
        put(name + "_PORT", url(address, ports.getFirst()));
        ports.forEach(port -> addLink(name, address, port));
    }

    private void addLink(String name, String address, ServicePort port) {
        String prefix = name + "_PORT_" + port.getPort() + "_" + protocol(port).toUpperCase(Locale.ROOT);
        put(prefix, url(address, port));
        put(prefix + "_PROTO", protocol(port));
        put(prefix + "_PORT", port.getPort().toString());
        put(prefix + "_ADDR", address);
    }

    private void put(String name, @Nullable String value) {
        if (EnvironmentTranslator.nameable(name) && value != null) {
            variables.put(name, value);
        }
    }

    private static String url(String address, ServicePort port) {
        String host = address.contains(":") ? "[" + address + "]" : address;
        return protocol(port) + "://" + host + ":" + port.getPort();
    }

    private static String protocol(ServicePort port) {
        return Objects.requireNonNullElse(port.getProtocol(), "TCP").toLowerCase(Locale.ROOT);
    }

    private static String variable(String name) {
        return name.replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
