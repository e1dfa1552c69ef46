package io.vnode.provider.translate;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How big a container group must be: containers run side by side and init containers one after the other, so it is the sum
 * of the containers, or the largest init container if that is more. ECI rounds up to what it sells.
 *
 * @param cpu vCPUs
 * @param memory GiB
 * @param disk bytes of ephemeral storage
 * @param beyondItsContainers whether the sum of the containers is less, so that ECI must be told
 */
record GroupSize(BigDecimal cpu, BigDecimal memory, BigDecimal disk, boolean beyondItsContainers) {

    /** What each container group has free of charge. */
    private static final BigDecimal FREE_DISK = Amounts.GIB.multiply(BigDecimal.valueOf(30));

    static GroupSize of(PodSpec spec) {
        List<ContainerSize> containers = sizes(spec, spec.getContainers());
        List<ContainerSize> initContainers = sizes(spec, spec.getInitContainers());
        BigDecimal cpu = larger(containers, initContainers, ContainerSize::cpu);
        BigDecimal memory = larger(containers, initContainers, ContainerSize::memory);
        BigDecimal wholeCpu = Amounts.limitOrRequest(spec.getResources(), "cpu");
        BigDecimal wholeMemory = Amounts.limitOrRequest(spec.getResources(), "memory");
        BigDecimal groupCpu = wholeCpu == null ? cpu : Amounts.rounded(wholeCpu);
        BigDecimal groupMemory = wholeMemory == null ? memory : Amounts.gib(wholeMemory);
        boolean beyond = groupCpu.compareTo(sum(containers, ContainerSize::cpu)) != 0
                || groupMemory.compareTo(sum(containers, ContainerSize::memory)) != 0;
        return new GroupSize(
                groupCpu, groupMemory, FREE_DISK.max(larger(containers, initContainers, ContainerSize::disk)), beyond);
    }

    /** Whole GiB of disk to be paid for; null for none. */
    @Nullable
    Integer paidDisk() {
        int gib = disk.subtract(FREE_DISK)
                .divide(Amounts.GIB, 0, RoundingMode.CEILING)
                .intValueExact();
        return gib == 0 ? null : gib;
    }

    private static List<ContainerSize> sizes(PodSpec spec, List<Container> containers) {
        return containers.stream()
                .map(container -> ContainerSize.of(spec, container))
                .toList();
    }

    private static BigDecimal larger(
            List<ContainerSize> containers,
            List<ContainerSize> initContainers,
            Function<ContainerSize, @Nullable BigDecimal> amount) {
        return initContainers.stream()
                .map(one -> orZero(amount.apply(one)))
                .reduce(sum(containers, amount), BigDecimal::max);
    }

    private static BigDecimal sum(
            List<ContainerSize> containers, Function<ContainerSize, @Nullable BigDecimal> amount) {
        return containers.stream().map(one -> orZero(amount.apply(one))).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal orZero(@Nullable BigDecimal amount) {
        return amount == null ? BigDecimal.ZERO : amount;
    }
}
