package io.vnode.provider.translate.annotation;

import java.math.BigDecimal;
import java.util.List;

/** What a container group may run on; one wish of several, tried in their order. */
public sealed interface Size {

    /**
     * A size, whatever it runs on.
     *
     * @param cpu vCPUs
     * @param memory GiB
     */
    record CpuAndMemory(BigDecimal cpu, BigDecimal memory) implements Size {}

    /**
     * ECS instance types; ECI itself tries several in their order, so that they need one call only.
     *
     * @param names at least one
     */
    record InstanceTypes(List<String> names) implements Size {
        public InstanceTypes {
            names = List.copyOf(names);
        }
    }
}
