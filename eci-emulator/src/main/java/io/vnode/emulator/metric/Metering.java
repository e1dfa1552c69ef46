package io.vnode.emulator.metric;

import io.vnode.emulator.state.ContainerSnapshot;
import io.vnode.emulator.state.ContainerSpec;
import io.vnode.emulator.state.GroupSnapshot;
import io.vnode.emulator.state.GroupStatus;
import io.vnode.emulator.state.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Works out what a container group uses. */
public final class Metering {

    private static final double NANOS = 1e9;
    private static final double THOUSANDTHS = 1000;
    private static final double GIB = 1024.0 * 1024 * 1024;
    private static final long BYTES_PER_PACKET = 900;
    private static final long BYTES_PER_OPERATION = 16 * 1024;
    private static final long FREE_STORAGE_GIB = 30;
    private static final Duration WARM_UP = Duration.ofMinutes(5);

    private final GroupSnapshot group;

    /** The metering of a group. */
    public Metering(GroupSnapshot group) {
        this.group = group;
    }

    /** Whether there is anything to measure yet. */
    public boolean started() {
        GroupStatus status = group.status();
        return status != GroupStatus.SCHEDULING && status != GroupStatus.PENDING;
    }

    /** What is told of a group before that. */
    public static Sample nothingYet() {
        return new Sample(
                "",
                new Sample.Cpu(0, 0, 0, 0),
                new Sample.Memory(0, 0, 0, 0, 0),
                new Sample.Network(List.of()),
                List.of(),
                List.of(),
                List.of());
    }

    /** Samples at whole multiples of the period, both ends among them, no more than the newest so many. */
    public List<Sample> between(Instant start, Instant end, Duration period, int newest) {
        Instant ended = group.ended();
        Instant last = ended != null && ended.isBefore(end) ? ended : end;
        Instant first = start.isBefore(group.created()) ? group.created() : start;
        long step = period.toSeconds();
        long to = Math.floorDiv(last.getEpochSecond(), step);
        long from = Math.max(-Math.floorDiv(-first.getEpochSecond(), step), to - newest + 1);
        List<Sample> samples = new ArrayList<>();
        for (long i = from; i <= to; i++) {
            samples.add(at(Instant.ofEpochSecond(i * step)));
        }
        return samples;
    }

    /** The sample of a moment. */
    public Sample at(Instant time) {
        Duration age = age(time);
        List<Sample.Container> containers = group.containers().stream()
                .map(container -> container(container, age))
                .toList();
        Size size = group.spec().size();
        return new Sample(
                time.truncatedTo(ChronoUnit.SECONDS).toString(),
                new Sample.Cpu(
                        containers.stream()
                                .mapToLong(each -> each.cpu().usageNanoCores())
                                .sum(),
                        containers.stream()
                                .mapToLong(each -> each.cpu().usageCoreNanoSeconds())
                                .sum(),
                        containers.stream().mapToLong(each -> each.cpu().load()).sum(),
                        Math.round(size.cpu() * THOUSANDTHS)),
                sum(containers, Math.round(size.memory() * GIB)),
                new Sample.Network(List.of(network(age))),
                containers,
                List.of(disk(age)),
                List.of(filesystem(age)));
    }

    private Duration age(Instant time) {
        Duration age = Duration.between(group.created(), time);
        return age.isNegative() ? Duration.ZERO : age;
    }

    private Sample.Container container(ContainerSnapshot container, Duration age) {
        ContainerSpec spec = container.spec();
        String name = group.id() + "/" + spec.name();
        double cpu = share(spec.cpu(), group.spec().size().cpu());
        Load load = Load.of(name, 0.05, 0.5);
        Sample.Cpu usage = new Sample.Cpu(
                Math.round(load.at(age) * cpu * NANOS),
                Math.round(load.total(age) * cpu * NANOS),
                Math.round(load.at(age) * cpu * THOUSANDTHS),
                Math.round(cpu * THOUSANDTHS));
        return new Sample.Container(
                spec.name(),
                usage,
                memory(name, share(spec.memory(), group.spec().size().memory()), age));
    }

    private double share(@Nullable Double wanted, double whole) {
        return wanted == null || wanted <= 0 ? whole / group.spec().containers().size() : Math.min(wanted, whole);
    }

    private static Sample.Memory memory(String name, double gib, Duration age) {
        double limit = gib * GIB;
        double warm = 1 - Math.exp(-(double) age.toMillis() / WARM_UP.toMillis());
        double rss = limit * (0.03 + warm * Load.of(name + "/memory", 0.1, 0.3).at(age));
        double cache = limit * warm * 0.1;
        long workingSet = Math.round(rss + cache / 2);
        return new Sample.Memory(
                Math.round(rss + cache),
                Math.round(limit) - workingSet,
                Math.round(cache),
                workingSet,
                Math.round(rss));
    }

    private static Sample.Memory sum(List<Sample.Container> containers, long limit) {
        long workingSet = containers.stream()
                .mapToLong(each -> each.memory().workingSet())
                .sum();
        return new Sample.Memory(
                containers.stream()
                        .mapToLong(each -> each.memory().usageBytes())
                        .sum(),
                Math.max(0, limit - workingSet),
                containers.stream().mapToLong(each -> each.memory().cache()).sum(),
                workingSet,
                containers.stream().mapToLong(each -> each.memory().rss()).sum());
    }

    private Sample.Interface network(Duration age) {
        long received = Math.round(Load.of(group.id() + "/rx", 500, 50_000).total(age));
        long sent = Math.round(Load.of(group.id() + "/tx", 500, 50_000).total(age));
        return new Sample.Interface(
                "eth0", received, sent, 0, 0, received / BYTES_PER_PACKET, sent / BYTES_PER_PACKET, 0, 0);
    }

    private Sample.Disk disk(Duration age) {
        long read = Math.round(Load.of(group.id() + "/read", 100, 5_000).total(age));
        long written = Math.round(Load.of(group.id() + "/write", 100, 20_000).total(age));
        return new Sample.Disk("vda", read, written, read / BYTES_PER_OPERATION, written / BYTES_PER_OPERATION);
    }

    private Sample.Filesystem filesystem(Duration age) {
        long capacity = Math.round(FREE_STORAGE_GIB * GIB);
        long usage = Math.min(
                capacity / 2,
                Math.round(
                        0.8 * GIB + Load.of(group.id() + "/write", 100, 20_000).total(age) / 10));
        return new Sample.Filesystem("/", capacity, usage, capacity - usage, "rootfs");
    }
}
