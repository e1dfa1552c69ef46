package io.vnode.provider.translate.annotation;

import io.vnode.eci.model.ContainerSpec;
import io.vnode.eci.model.CreateContainerGroupRequest;
import io.vnode.eci.model.DnsConfig;
import io.vnode.eci.model.HostAlias;
import io.vnode.eci.model.InstanceOptions;
import io.vnode.eci.model.Networking;
import io.vnode.eci.model.ScheduleStrategy;
import io.vnode.eci.model.Scheduling;
import io.vnode.eci.model.SpotOptions;
import io.vnode.eci.model.SystemOptions;
import io.vnode.eci.model.Volume;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts what annotations say over what the pod's spec and the defaults ask for.
 *
 * @param base what spec and defaults ask for
 * @param options what the annotations say
 * @param unsized the containers that share the size of the whole
 */
record RequestWithOptions(CreateContainerGroupRequest base, PodOptions options, UnsizedContainers unsized) {

    private static final String DISK_DRIVER = "alicloud/disk";

    /**
     * The request of one candidate.
     *
     * @param size its size; null for that of the base
     * @param spot how to bid; null for the full price
     */
    CreateContainerGroupRequest with(@Nullable Size size, @Nullable SpotOptions spot) {
        PlacementOptions placement = options.placement();
        List<String> vSwitches = placement.vSwitchIds().isEmpty() ? base.vSwitchIds() : placement.vSwitchIds();
        Map<String, String> tags = new LinkedHashMap<>(placement.tags());
        tags.putAll(base.tags());
        return CreateContainerGroupRequest.builder(base.name(), base.clientToken())
                .vSwitchIds(vSwitches)
                .securityGroupId(or(placement.securityGroupIds(), base.securityGroupId()))
                .resourceGroupId(
                        placement.resourceGroupId() == null ? base.resourceGroupId() : placement.resourceGroupId())
                .tags(tags)
                .restartPolicy(base.restartPolicy())
                .terminationGracePeriodSeconds(base.terminationGracePeriodSeconds())
                .activeDeadlineSeconds(base.activeDeadlineSeconds())
                .cpu(cpu(size))
                .memory(memory(size))
                .containers(containers(base.containers(), size))
                .initContainers(containers(base.initContainers(), size))
                .volumes(base.volumes().stream().map(this::volume).toList())
                .registryCredentials(base.registryCredentials())
                .scheduling(scheduling(vSwitches))
                .instance(instance(size, spot))
                .networking(networking())
                .images(options.images())
                .system(system())
                .ramRoleName(
                        options.system().ramRoleName() == null
                                ? base.ramRoleName()
                                : options.system().ramRoleName())
                .dataCache(options.dataCache() == null ? base.dataCache() : options.dataCache())
                .build();
    }

    private List<ContainerSpec> containers(List<ContainerSpec> containers, @Nullable Size size) {
        return size == null
                ? containers
                : containers.stream().map(unsized::sharing).toList();
    }

    private @Nullable BigDecimal cpu(@Nullable Size size) {
        return switch (size) {
            case null -> base.cpu();
            case Size.CpuAndMemory both -> both.cpu();
            case Size.InstanceTypes _ -> null;
        };
    }

    private @Nullable BigDecimal memory(@Nullable Size size) {
        return switch (size) {
            case null -> base.memory();
            case Size.CpuAndMemory both -> both.memory();
            case Size.InstanceTypes _ -> null;
        };
    }

    private Scheduling scheduling(List<String> vSwitches) {
        ScheduleStrategy said = options.placement().strategy();
        ScheduleStrategy strategy = said == null ? base.scheduling().strategy() : said;
        Integer pending = options.failure().maxPendingMinutes();
        // Groups are spread over the zones unless somebody says otherwise.
        ScheduleStrategy spread = strategy == null && vSwitches.size() > 1 ? ScheduleStrategy.VSWITCH_RANDOM : strategy;
        return new Scheduling(
                base.scheduling().zoneId(),
                spread,
                pending == null ? base.scheduling().maxPendingMinutes() : pending);
    }

    private InstanceOptions instance(@Nullable Size size, @Nullable SpotOptions spot) {
        SizeOptions wanted = options.size();
        InstanceOptions of = base.instance();
        Integer storage = options.system().ephemeralStorageGib();
        return InstanceOptions.builder()
                .instanceTypes(size instanceof Size.InstanceTypes types ? types.names() : of.instanceTypes())
                .computeCategories(
                        wanted.computeCategories().isEmpty() ? of.computeCategories() : wanted.computeCategories())
                .architecture(of.architecture())
                .osType(of.osType())
                .cpuOptions(wanted.cpuOptions() == null ? of.cpuOptions() : wanted.cpuOptions())
                .gpuDriverVersion(wanted.gpuDriverVersion() == null ? of.gpuDriverVersion() : wanted.gpuDriverVersion())
                .ephemeralStorage(storage == null ? of.ephemeralStorage() : storage)
                .overheadReservation(of.overheadReservation())
                .spot(spot)
                .build();
    }

    private Networking networking() {
        Networking of = base.networking();
        Networking wanted = options.network();
        boolean names = !wanted.dns().equals(DnsConfig.EMPTY);
        List<HostAlias> hosts = Stream.concat(of.hostAliases().stream(), wanted.hostAliases().stream())
                .toList();
        return Networking.builder()
                .elasticIp(wanted.elasticIp())
                .ipv6(wanted.ipv6())
                .privateIpAddress(wanted.privateIpAddress())
                .fixedIp(wanted.fixedIp())
                .ingressBandwidth(wanted.ingressBandwidth())
                .egressBandwidth(wanted.egressBandwidth())
                .dnsPolicy(names ? wanted.dnsPolicy() : of.dnsPolicy())
                .dns(names ? wanted.dns() : of.dns())
                .hostAliases(hosts)
                .hostName(of.hostName())
                .ntpServers(wanted.ntpServers())
                .build();
    }

    private SystemOptions system() {
        SystemOptions of = base.system();
        SystemWish wanted = options.system();
        return SystemOptions.builder()
                .sysctls(of.sysctls())
                .hostSysctls(of.hostSysctls())
                .corePattern(wanted.corePattern() == null ? of.corePattern() : wanted.corePattern())
                .shareProcessNamespace(of.shareProcessNamespace())
                .containerResourceView(of.containerResourceView())
                .slsEnable(wanted.slsEnable() == null ? of.slsEnable() : wanted.slsEnable())
                .build();
    }

    private Volume volume(Volume volume) {
        return options.system().disks().stream()
                .filter(disk -> disk.volume().equals(volume.name()))
                .findFirst()
                .<Volume>map(RequestWithOptions::disk)
                .orElse(volume);
    }

    /** Dynamic provisioning: a size in place of a disk's id, see ECI's page "Mount a disk volume". */
    private static Volume disk(DiskVolume disk) {
        return new Volume.Flex(
                disk.volume(), DISK_DRIVER, disk.fsType(), "{\"volumeSize\":\"%d\"}".formatted(disk.gib()));
    }

    private static String or(@Nullable String said, String otherwise) {
        return Objects.requireNonNullElse(said, otherwise);
    }
}
