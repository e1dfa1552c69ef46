package io.vnode.emulator.metric;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What a group uses at one moment, in the fields of the API. Sizes are bytes; counters count from the group's creation.
 *
 * @param timestamp when; empty for a group of which nothing is known yet
 */
public record Sample(
        String timestamp,
        @JsonProperty("CPU") Cpu cpu,
        Memory memory,
        Network network,
        List<Container> containers,
        List<Disk> disk,
        List<Filesystem> filesystem) {

    /** Copies the lists. */
    public Sample {
        containers = List.copyOf(containers);
        disk = List.copyOf(disk);
        filesystem = List.copyOf(filesystem);
    }

    /**
     * @param usageNanoCores at the moment
     * @param usageCoreNanoSeconds since the beginning
     * @param load thousandths of a vCPU, on average over ten seconds
     * @param limit thousandths of a vCPU
     */
    public record Cpu(long usageNanoCores, long usageCoreNanoSeconds, long load, long limit) {}

    /** Memory at the moment. */
    public record Memory(long usageBytes, long availableBytes, long cache, long workingSet, long rss) {}

    /** All network interfaces. */
    public record Network(List<Interface> interfaces) {

        /** Copies the list. */
        public Network {
            interfaces = List.copyOf(interfaces);
        }
    }

    /** What went through an interface since the beginning. */
    public record Interface(
            String name,
            long rxBytes,
            long txBytes,
            long rxErrors,
            long txErrors,
            long rxPackets,
            long txPackets,
            long rxDrops,
            long txDrops) {}

    /** One container. */
    public record Container(
            String name, @JsonProperty("CPU") Cpu cpu, Memory memory) {}

    /** What was read and written since the beginning. */
    public record Disk(
            String device,
            long readBytes,
            long writeBytes,
            @JsonProperty("ReadIO") long readOperations,
            @JsonProperty("WriteIO") long writeOperations) {}

    /** Space at the moment. */
    public record Filesystem(String fsName, long capacity, long usage, long available, String category) {}
}
