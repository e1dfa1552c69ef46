package io.vnode.provider.translate;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceFieldSelector;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Limits and requests that containers read, rounded up to a divisor. A limit that is not set is what there is to be had: on
 * other nodes the whole node, here the whole container group.
 */
final class ResourceFields {

    private static final Set<String> RESOURCES = Set.of("cpu", "memory", "ephemeral-storage");

    private ResourceFields() {}

    static boolean known(String path) {
        int dot = path.indexOf('.');
        return dot > 0
                && Set.of("limits", "requests").contains(path.substring(0, dot))
                && RESOURCES.contains(path.substring(dot + 1));
    }

    /**
     * The value of a field that {@link #known} knows.
     *
     * @param pod the pod
     * @param own the container that is meant when the selector names none; null for a volume
     * @param selector what is wanted
     */
    static String value(Pod pod, @Nullable Container own, ResourceFieldSelector selector) {
        Container container = container(pod.getSpec(), own, selector.getContainerName());
        String path = selector.getResource();
        String resource = path.substring(path.indexOf('.') + 1);
        BigDecimal amount = path.startsWith("limits.") ? limit(pod, container, resource) : request(container, resource);
        // Kubernetes counts processors in thousandths and everything else in whole units.
        int digits = resource.equals("cpu") ? 3 : 0;
        BigDecimal units = amount.movePointRight(digits).setScale(0, RoundingMode.CEILING);
        BigDecimal unit = divisor(selector.getDivisor()).movePointRight(digits).setScale(0, RoundingMode.CEILING);
        return units.divide(unit, 0, RoundingMode.CEILING).toPlainString();
    }

    private static Container container(PodSpec spec, @Nullable Container own, @Nullable String name) {
        if (own != null && (name == null || name.isEmpty() || name.equals(own.getName()))) {
            return own;
        }
        return Stream.concat(spec.getContainers().stream(), spec.getInitContainers().stream())
                .filter(one -> one.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a resource field names no container: " + name));
    }

    private static BigDecimal limit(Pod pod, Container container, String resource) {
        BigDecimal limit = Amounts.limit(container, resource);
        if (limit != null) {
            return limit;
        }
        GroupSize group = GroupSize.of(pod.getSpec());
        return switch (resource) {
            case "cpu" -> group.cpu();
            case "memory" -> group.memory().multiply(Amounts.GIB);
            default -> group.disk();
        };
    }

    /** The API server fills in requests from limits, so that this is one of the two only for pods that never met it. */
    private static BigDecimal request(Container container, String resource) {
        return Stream.of(Amounts.request(container, resource), Amounts.limit(container, resource))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    private static BigDecimal divisor(@Nullable Quantity divisor) {
        BigDecimal amount = divisor == null ? BigDecimal.ZERO : divisor.getNumericalAmount();
        return amount.signum() > 0 ? amount : BigDecimal.ONE;
    }
}
