package io.vnode.provider.translate;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How big a container is in ECI: its limits, else its requests, else what ECI's documentation gives to a container without
 * either.
 *
 * @param cpu vCPUs; null to share what the pod has as a whole
 * @param memory GiB; null to share what the pod has as a whole
 * @param gpu whole GPUs; null for none
 * @param disk bytes of ephemeral storage; 0 if it does not say
 */
record ContainerSize(
        @Nullable BigDecimal cpu,
        @Nullable BigDecimal memory,
        @Nullable Integer gpu,
        BigDecimal disk) {

    private static final BigDecimal DEFAULT_CPU = BigDecimal.ONE;
    private static final BigDecimal DEFAULT_MEMORY = BigDecimal.TWO;
    private static final List<String> GPUS = List.of("nvidia.com/gpu", "aliyun.com/gpu");
    private static final Set<String> OTHERS = Set.of("cpu", "memory", "ephemeral-storage");

    /** Whether ECI has such a resource. */
    static boolean known(String resource) {
        return OTHERS.contains(resource) || GPUS.contains(resource);
    }

    static ContainerSize of(PodSpec spec, Container container) {
        BigDecimal cpu = Amounts.limitOrRequest(container.getResources(), "cpu");
        BigDecimal bytes = Amounts.limitOrRequest(container.getResources(), "memory");
        BigDecimal disk = Amounts.limitOrRequest(container.getResources(), "ephemeral-storage");
        boolean cpuShared = Amounts.limitOrRequest(spec.getResources(), "cpu") != null;
        boolean memoryShared = Amounts.limitOrRequest(spec.getResources(), "memory") != null;
        return new ContainerSize(
                cpu == null ? (cpuShared ? null : DEFAULT_CPU) : Amounts.rounded(cpu),
                bytes == null ? (memoryShared ? null : DEFAULT_MEMORY) : Amounts.gib(bytes),
                gpus(container),
                disk == null ? BigDecimal.ZERO : disk);
    }

    private static @Nullable Integer gpus(Container container) {
        int gpus = 0;
        for (String name : GPUS) {
            BigDecimal amount = Amounts.limitOrRequest(container.getResources(), name);
            gpus += amount == null
                    ? 0
                    : amount.setScale(0, RoundingMode.CEILING).intValueExact();
        }
        return gpus == 0 ? null : gpus;
    }
}
