package io.vnode.eci.sdk;

import io.vnode.eci.json.Fields;
import io.vnode.eci.model.metric.MetricRecord;
import io.vnode.eci.model.metric.MetricRecord.ContainerUsage;
import io.vnode.eci.model.metric.MetricRecord.CpuUsage;
import io.vnode.eci.model.metric.MetricRecord.DiskUsage;
import io.vnode.eci.model.metric.MetricRecord.FilesystemUsage;
import io.vnode.eci.model.metric.MetricRecord.MemoryUsage;
import io.vnode.eci.model.metric.MetricRecord.NetworkInterface;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads measurements. */
final class MetricReader {

    private MetricReader() {}

    static MetricRecord metrics(Fields fields) {
        Fields network = fields.object("Network");
        return new MetricRecord(
                fields.time("Timestamp"),
                cpu(fields.object("CPU")),
                memory(fields.object("Memory")),
                network == null ? List.of() : network.list("Interfaces", MetricReader::networkInterface),
                fields.list("Containers", MetricReader::container),
                fields.list("Disk", MetricReader::disk),
                fields.list("Filesystem", MetricReader::filesystem));
    }

    private static CpuUsage cpu(@Nullable Fields cpu) {
        return cpu == null
                ? new CpuUsage(null, null, null, null)
                : new CpuUsage(
                        cpu.longNumber("UsageNanoCores"),
                        cpu.longNumber("UsageCoreNanoSeconds"),
                        cpu.longNumber("Load"),
                        cpu.longNumber("Limit"));
    }

    private static MemoryUsage memory(@Nullable Fields memory) {
        return memory == null
                ? new MemoryUsage(null, null, null, null, null)
                : new MemoryUsage(
                        memory.longNumber("UsageBytes"),
                        memory.longNumber("AvailableBytes"),
                        memory.longNumber("Cache"),
                        memory.longNumber("WorkingSet"),
                        memory.longNumber("Rss"));
    }

    private static NetworkInterface networkInterface(Fields network) {
        return new NetworkInterface(
                network.textOrEmpty("Name"),
                network.longNumber("RxBytes"),
                network.longNumber("TxBytes"),
                network.longNumber("RxErrors"),
                network.longNumber("TxErrors"));
    }

    private static ContainerUsage container(Fields container) {
        return new ContainerUsage(
                container.text("Name"), cpu(container.object("CPU")), memory(container.object("Memory")));
    }

    /** The two actions spell the numbers of operations differently. */
    private static DiskUsage disk(Fields disk) {
        Long reads = disk.longNumber("ReadIO");
        Long writes = disk.longNumber("WriteIO");
        return new DiskUsage(
                disk.textOrEmpty("Device"),
                disk.longNumber("ReadBytes"),
                disk.longNumber("WriteBytes"),
                reads == null ? disk.longNumber("ReadIo") : reads,
                writes == null ? disk.longNumber("WriteIo") : writes);
    }

    private static FilesystemUsage filesystem(Fields filesystem) {
        return new FilesystemUsage(
                filesystem.textOrEmpty("FsName"),
                filesystem.longNumber("Capacity"),
                filesystem.longNumber("Usage"),
                filesystem.longNumber("Available"));
    }
}
