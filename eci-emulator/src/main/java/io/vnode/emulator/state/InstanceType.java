package io.vnode.emulator.state;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An ECS instance type that container groups can ask for.
 *
 * @param name such as {@code ecs.c6.large}
 * @param size what it has
 * @param gpus how many GPUs it has
 */
public record InstanceType(String name, Size size, int gpus) {

    /** Sizes that all ordinary families have, with their vCPU. */
    private static final Map<String, Integer> SIZES = Map.ofEntries(
            Map.entry("large", 2),
            Map.entry("xlarge", 4),
            Map.entry("2xlarge", 8),
            Map.entry("3xlarge", 12),
            Map.entry("4xlarge", 16),
            Map.entry("6xlarge", 24),
            Map.entry("8xlarge", 32),
            Map.entry("13xlarge", 52),
            Map.entry("16xlarge", 64));

    /** Ordinary families, with their GiB for each vCPU. */
    private static final Map<String, Integer> FAMILIES = Map.ofEntries(
            Map.entry("ic5", 1),
            Map.entry("c5", 2),
            Map.entry("c6", 2),
            Map.entry("c6a", 2),
            Map.entry("c6e", 2),
            Map.entry("c7", 2),
            Map.entry("sn1ne", 2),
            Map.entry("hfc6", 2),
            Map.entry("hfc7", 2),
            Map.entry("g5", 4),
            Map.entry("g6", 4),
            Map.entry("g6e", 4),
            Map.entry("g7", 4),
            Map.entry("sn2ne", 4),
            Map.entry("hfg6", 4),
            Map.entry("hfg7", 4),
            Map.entry("r5", 8),
            Map.entry("r6", 8),
            Map.entry("r6e", 8),
            Map.entry("r7", 8),
            Map.entry("se1ne", 8));

    private static final Map<String, InstanceType> ALL = all();

    /** A type by its name; null when ECI does not sell it. */
    public static @Nullable InstanceType find(String name) {
        return ALL.get(name);
    }

    private static Map<String, InstanceType> all() {
        Map<String, InstanceType> all = new HashMap<>();
        FAMILIES.forEach((family, ratio) ->
                SIZES.forEach((size, cpu) -> add(all, family + "." + size, cpu, cpu * (double) ratio, 0)));
        for (String family : new String[] {"s6", "t5", "t6"}) {
            add(all, family + "-c1m1.small", 1, 1, 0);
            add(all, family + "-c1m2.small", 1, 2, 0);
            add(all, family + "-c1m4.small", 1, 4, 0);
            add(all, family + "-c1m1.large", 2, 2, 0);
            add(all, family + "-c1m2.large", 2, 4, 0);
            add(all, family + "-c1m4.large", 2, 8, 0);
            add(all, family + "-c1m2.xlarge", 4, 8, 0);
            add(all, family + "-c1m4.xlarge", 4, 16, 0);
        }
        add(all, "gn5-c4g1.xlarge", 4, 30, 1);
        add(all, "gn5-c8g1.2xlarge", 8, 60, 1);
        add(all, "gn5i-c2g1.large", 2, 8, 1);
        add(all, "gn5i-c4g1.xlarge", 4, 16, 1);
        add(all, "gn5i-c8g1.2xlarge", 8, 32, 1);
        add(all, "gn6i-c4g1.xlarge", 4, 15, 1);
        add(all, "gn6i-c8g1.2xlarge", 8, 31, 1);
        add(all, "gn6i-c16g1.4xlarge", 16, 62, 1);
        add(all, "gn6i-c24g1.12xlarge", 48, 186, 2);
        add(all, "gn6v-c8g1.2xlarge", 8, 32, 1);
        add(all, "gn6v-c8g1.8xlarge", 32, 128, 4);
        add(all, "gn6v-c8g1.16xlarge", 64, 256, 8);
        return Map.copyOf(all);
    }

    private static void add(Map<String, InstanceType> all, String name, int cpu, double memory, int gpus) {
        all.put("ecs." + name, new InstanceType("ecs." + name, new Size(cpu, memory), gpus));
    }
}
