package io.vnode.eci.model.metric;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a container group used at a moment.
 *
 * @param timestamp the moment; null for a group that is too young
 * @param cpu of all containers
 * @param memory of all containers
 * @param interfaces its network interfaces
 * @param containers each container
 * @param disks disks, in newer editions of the API
 * @param filesystems file systems, in newer editions of the API
 */
public record MetricRecord(
        @Nullable Instant timestamp,
        CpuUsage cpu,
        MemoryUsage memory,
        List<NetworkInterface> interfaces,
        List<ContainerUsage> containers,
        List<DiskUsage> disks,
        List<FilesystemUsage> filesystems) {
    public MetricRecord {
        interfaces = List.copyOf(interfaces);
        containers = List.copyOf(containers);
        disks = List.copyOf(disks);
        filesystems = List.copyOf(filesystems);
    }

    /**
     * Processors. Everything is null that ECI does not say.
     *
     * @param usageNanoCores billionths of a core in use
     * @param usageCoreNanoSeconds time used since the beginning
     * @param load average of the last ten seconds
     * @param limit thousandths of a vCPU at hand
     */
    public record CpuUsage(
            @Nullable Long usageNanoCores,
            @Nullable Long usageCoreNanoSeconds,
            @Nullable Long load,
            @Nullable Long limit) {}

    /** Bytes of memory. Everything is null that ECI does not say. */
    public record MemoryUsage(
            @Nullable Long usageBytes,
            @Nullable Long availableBytes,
            @Nullable Long cache,
            @Nullable Long workingSet,
            @Nullable Long rss) {}

    /** What went through a network interface since the beginning. */
    public record NetworkInterface(
            String name,
            @Nullable Long receivedBytes,
            @Nullable Long sentBytes,
            @Nullable Long receiveErrors,
            @Nullable Long sendErrors) {}

    /** What one container used. */
    public record ContainerUsage(String name, CpuUsage cpu, MemoryUsage memory) {}

    /** What went through a disk since the beginning. */
    public record DiskUsage(
            String device,
            @Nullable Long readBytes,
            @Nullable Long writtenBytes,
            @Nullable Long reads,
            @Nullable Long writes) {}

    /** How full a file system is, in bytes. */
    public record FilesystemUsage(
            String name,
            @Nullable Long capacity,
            @Nullable Long used,
            @Nullable Long available) {}
}
