package io.vnode.emulator.action;

import io.vnode.emulator.state.Capacity;
import io.vnode.emulator.state.ContainerSpec;
import io.vnode.emulator.state.Edition;
import io.vnode.emulator.state.InstanceType;
import io.vnode.emulator.state.Size;
import io.vnode.emulator.wire.ApiException;
import io.vnode.emulator.wire.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what a container group may be made of: instance types in order of preference, or a size that is sold. */
final class CapacityReader {

    private static final double DEFAULT_CONTAINER_CPU = 1;
    private static final double DEFAULT_CONTAINER_MEMORY = 2;
    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    private CapacityReader() {}

    static List<Capacity> read(
            Parameters parameters,
            List<ContainerSpec> containers,
            List<ContainerSpec> initContainers,
            Edition edition,
            boolean spot) {
        String types = parameters.find("InstanceType");
        long gpus = containers.stream()
                .mapToLong(each -> each.gpu() == null ? 0 : each.gpu())
                .sum();
        if (types != null) {
            return instanceTypes(types, gpus);
        }
        if (gpus > 0) {
            throw ApiException.invalid("InstanceType", "must name a type with GPUs for containers that ask for some");
        }
        return List.of(new Capacity(size(parameters, containers, initContainers, edition, spot), null));
    }

    private static List<Capacity> instanceTypes(String names, long gpus) {
        List<Capacity> capacities = new ArrayList<>();
        for (String name : COMMA.split(names.strip(), -1)) {
            InstanceType type = InstanceType.find(name);
            if (type == null) {
                throw new ApiException(
                        400,
                        "InvalidInstanceTypeForEciBuy",
                        "The specified instance type cannot be bought for ECI: '%s'.".formatted(name));
            }
            if (type.gpus() < gpus) {
                throw ApiException.invalid(
                        "InstanceType",
                        "is '%s', which has %d GPUs; the containers ask for %d".formatted(name, type.gpus(), gpus));
            }
            capacities.add(new Capacity(type.size(), name));
        }
        return capacities;
    }

    private static Size size(
            Parameters parameters,
            List<ContainerSpec> containers,
            List<ContainerSpec> initContainers,
            Edition edition,
            boolean spot) {
        Size asked = asked(parameters);
        Size wanted = asked == null ? sum(containers, initContainers) : asked;
        Size sold = edition.fit(wanted);
        if (sold == null) {
            throw notSold(wanted);
        }
        if (spot && asked != null && !asked.equals(sold)) {
            throw new ApiException(
                    400,
                    "InvalidSpotCpuMemorySpec",
                    "The specified cpu and memory are no standard specification, which spot needs: %s."
                            .formatted(asked));
        }
        return sold;
    }

    static ApiException notSold(Size wanted) {
        return new ApiException(
                400,
                "InvalidParameter.CPU.Memory",
                "The specified cpu and memory are not allowed: %s.".formatted(wanted));
    }

    /** The size that the call names; null when it leaves that to the containers. */
    static @Nullable Size asked(Parameters parameters) {
        Double cpu = parameters.decimal("Cpu");
        Double memory = parameters.decimal("Memory");
        return cpu == null || memory == null ? null : new Size(cpu, memory);
    }

    /** Containers run side by side, init containers one after the other. */
    static Size sum(List<ContainerSpec> containers, List<ContainerSpec> initContainers) {
        boolean silent = Stream.concat(containers.stream(), initContainers.stream())
                .filter(container -> !container.sizeIgnored())
                .allMatch(container -> container.cpu() == null && container.memory() == null);
        return silent
                ? Size.DEFAULT
                : new Size(
                        sum(containers, initContainers, each -> orDefault(each.cpu(), DEFAULT_CONTAINER_CPU)),
                        sum(containers, initContainers, each -> orDefault(each.memory(), DEFAULT_CONTAINER_MEMORY)));
    }

    /** What containers name by themselves, without defaults. */
    static Size named(List<ContainerSpec> containers, List<ContainerSpec> initContainers) {
        return new Size(
                sum(containers, initContainers, each -> orDefault(each.cpu(), 0)),
                sum(containers, initContainers, each -> orDefault(each.memory(), 0)));
    }

    private static double sum(
            List<ContainerSpec> containers,
            List<ContainerSpec> initContainers,
            ToDoubleFunction<ContainerSpec> amount) {
        return Math.max(
                counted(containers).mapToDouble(amount).sum(),
                counted(initContainers).mapToDouble(amount).max().orElse(0));
    }

    private static Stream<ContainerSpec> counted(List<ContainerSpec> containers) {
        return containers.stream().filter(container -> !container.sizeIgnored());
    }

    private static double orDefault(@Nullable Double number, double absent) {
        return number == null ? absent : number;
    }
}
