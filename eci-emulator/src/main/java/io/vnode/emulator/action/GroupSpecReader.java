package io.vnode.emulator.action;

import io.vnode.emulator.state.ContainerSpec;
import io.vnode.emulator.state.GroupSpec;
import io.vnode.emulator.state.Region;
import io.vnode.emulator.state.RestartPolicy;
import io.vnode.emulator.state.Size;
import io.vnode.emulator.state.VolumeSpec;
import io.vnode.emulator.wire.ApiException;
import io.vnode.emulator.wire.Parameters;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what a container group is to be, and refuses what does not fit together. */
final class GroupSpecReader {

    private static final int DEFAULT_GRACE_SECONDS = 30;
    private static final double DEFAULT_CONTAINER_CPU = 1;
    private static final double DEFAULT_CONTAINER_MEMORY = 2;

    private GroupSpecReader() {}

    static GroupSpec read(Parameters parameters, Region region) {
        List<ContainerSpec> containers = containers(parameters, ContainerReader.CONTAINER);
        List<ContainerSpec> initContainers = containers(parameters, ContainerReader.INIT_CONTAINER);
        List<VolumeSpec> volumes =
                parameters.elements("Volume").stream().map(VolumeReader::read).toList();
        requireDistinctNames(containers, initContainers);
        requireVolumes(parameters, volumes);
        return new GroupSpec(
                parameters.text("ContainerGroupName"),
                PlacementReader.securityGroup(parameters, region),
                size(parameters, containers, initContainers),
                restartPolicy(parameters.textOr("RestartPolicy", RestartPolicy.ALWAYS.wireName())),
                Duration.ofSeconds(parameters.integerOr("TerminationGracePeriodSeconds", DEFAULT_GRACE_SECONDS)),
                tags(parameters),
                containers,
                initContainers,
                volumes,
                network(parameters),
                extras(parameters));
    }

    private static List<ContainerSpec> containers(Parameters parameters, String list) {
        return parameters.elements(list).stream().map(ContainerReader::read).toList();
    }

    private static void requireDistinctNames(List<ContainerSpec> containers, List<ContainerSpec> initContainers) {
        Set<String> names = new HashSet<>();
        Stream.concat(initContainers.stream(), containers.stream())
                .map(ContainerSpec::name)
                .filter(name -> !names.add(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new ApiException(
                            400,
                            "InvalidParameter.DuplicatedName",
                            "The container group includes containers with duplicate names: '%s'.".formatted(name));
                });
    }

    private static void requireVolumes(Parameters parameters, List<VolumeSpec> volumes) {
        Set<String> names = new HashSet<>();
        for (VolumeSpec volume : volumes) {
            if (!names.add(volume.name())) {
                throw new ApiException(
                        400,
                        "InvalidParameter.DuplicatedVolumeName",
                        "The container group includes volumes with duplicate names: '%s'.".formatted(volume.name()));
            }
        }
        Stream.of(ContainerReader.INIT_CONTAINER, ContainerReader.CONTAINER)
                .flatMap(list -> parameters.elements(list).stream())
                .flatMap(container -> container.elements("VolumeMount").stream())
                .filter(mount -> !names.contains(mount.text("Name")))
                .findFirst()
                .ifPresent(mount -> {
                    throw ApiException.invalid(
                            mount.wireName("Name"), "is '%s'; there is no such volume".formatted(mount.text("Name")));
                });
    }

    private static Size size(
            Parameters parameters, List<ContainerSpec> containers, List<ContainerSpec> initContainers) {
        Double cpu = parameters.decimal("Cpu");
        Double memory = parameters.decimal("Memory");
        Size wanted = cpu != null && memory != null ? new Size(cpu, memory) : sum(containers, initContainers);
        Size sold = wanted.roundedUp();
        if (sold == null) {
            throw new ApiException(
                    400,
                    "InvalidParameter.CPU.Memory",
                    "The specified cpu and memory are not allowed: %s vCPU and %s GiB."
                            .formatted(wanted.cpu(), wanted.memory()));
        }
        return sold;
    }

    private static Size sum(List<ContainerSpec> containers, List<ContainerSpec> initContainers) {
        boolean silent = Stream.concat(containers.stream(), initContainers.stream())
                .allMatch(container -> container.cpu() == null && container.memory() == null);
        if (silent) {
            return Size.DEFAULT;
        }
        return new Size(
                Math.max(
                        containers.stream().mapToDouble(GroupSpecReader::cpu).sum(),
                        initContainers.stream()
                                .mapToDouble(GroupSpecReader::cpu)
                                .max()
                                .orElse(0)),
                Math.max(
                        containers.stream().mapToDouble(GroupSpecReader::memory).sum(),
                        initContainers.stream()
                                .mapToDouble(GroupSpecReader::memory)
                                .max()
                                .orElse(0)));
    }

    private static double cpu(ContainerSpec container) {
        return orDefault(container.cpu(), DEFAULT_CONTAINER_CPU);
    }

    private static double memory(ContainerSpec container) {
        return orDefault(container.memory(), DEFAULT_CONTAINER_MEMORY);
    }

    private static double orDefault(@Nullable Double number, double absent) {
        return number == null ? absent : number;
    }

    private static RestartPolicy restartPolicy(String wireName) {
        return Stream.of(RestartPolicy.values())
                .filter(policy -> policy.wireName().equals(wireName))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> tags(Parameters parameters) {
        return parameters.elements("Tag").stream()
                .collect(Collectors.toMap(
                        tag -> tag.text("Key"),
                        tag -> tag.text("Value"),
                        (_, _) -> {
                            throw ApiException.invalid("Tag", "has the same key twice");
                        },
                        LinkedHashMap::new));
    }

    private static GroupSpec.Network network(Parameters parameters) {
        return new GroupSpec.Network(
                parameters.find("DnsPolicy"),
                parameters.texts("DnsConfig.NameServer"),
                parameters.texts("DnsConfig.Search"),
                each(
                        parameters,
                        "DnsConfig.Option",
                        option -> new GroupSpec.NameValue(option.text("Name"), option.text("Value"))),
                each(
                        parameters,
                        "HostAliase",
                        alias -> new GroupSpec.HostAlias(alias.text("Ip"), alias.texts("Hostname"))));
    }

    private static <T> List<T> each(Parameters parameters, String list, Function<Parameters, T> reader) {
        return parameters.elements(list).stream().map(reader).toList();
    }

    private static GroupSpec.Extras extras(Parameters parameters) {
        return new GroupSpec.Extras(
                parameters.find("ResourceGroupId"),
                parameters.find("RamRoleName"),
                parameters.find("InstanceType"),
                parameters.find("SpotStrategy"),
                parameters.decimal("SpotPriceLimit"),
                parameters.integer("EphemeralStorage"));
    }
}
