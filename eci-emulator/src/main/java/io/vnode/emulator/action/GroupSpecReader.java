package io.vnode.emulator.action;

import io.vnode.emulator.state.Capacity;
import io.vnode.emulator.state.ContainerSpec;
import io.vnode.emulator.state.GroupSpec;
import io.vnode.emulator.state.Offer;
import io.vnode.emulator.state.RestartPolicy;
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

/** Reads what a container group is to be, and refuses what does not fit together. */
final class GroupSpecReader {

    private static final int DEFAULT_GRACE_SECONDS = 30;

    private GroupSpecReader() {}

    /**
     * What was read.
     *
     * @param spec the group, with the size that it prefers
     * @param capacities everything that will do, in order of preference
     */
    record Read(GroupSpec spec, List<Capacity> capacities) {}

    static Read read(Parameters parameters, String securityGroupId, Offer offer) {
        List<ContainerSpec> containers = containers(parameters, ContainerReader.CONTAINER);
        List<ContainerSpec> initContainers = containers(parameters, ContainerReader.INIT_CONTAINER);
        List<VolumeSpec> volumes = volumes(parameters);
        GroupSpec.Terms terms = TermsReader.read(parameters);
        List<Capacity> capacities =
                CapacityReader.read(parameters, containers, initContainers, offer.edition(), terms.spot() != null);
        GroupSpec spec = new GroupSpec(
                parameters.text("ContainerGroupName"),
                securityGroupId,
                capacities.getFirst().size(),
                restartPolicy(parameters.textOr("RestartPolicy", RestartPolicy.ALWAYS.wireName())),
                Duration.ofSeconds(parameters.integerOr("TerminationGracePeriodSeconds", DEFAULT_GRACE_SECONDS)),
                tags(parameters),
                containers,
                initContainers,
                volumes,
                network(parameters),
                terms,
                extras(parameters));
        requireConsistency(spec);
        return new Read(spec, capacities);
    }

    /** Refuses names that occur twice, mounts of volumes that are not there, and profiles that mean nothing. */
    static void requireConsistency(GroupSpec spec) {
        requireDistinctNames(spec.containers(), spec.initContainers());
        requireVolumes(spec);
        String objection = spec.profileObjection();
        if (objection != null) {
            throw ApiException.invalid("EMULATOR_PROFILE", "cannot be followed: " + objection);
        }
    }

    static List<ContainerSpec> containers(Parameters parameters, String list) {
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

    private static void requireVolumes(GroupSpec spec) {
        Set<String> names = new HashSet<>();
        for (VolumeSpec volume : spec.volumes()) {
            if (!names.add(volume.name())) {
                throw new ApiException(
                        400,
                        "InvalidParameter.DuplicatedVolumeName",
                        "The container group includes volumes with duplicate names: '%s'.".formatted(volume.name()));
            }
        }
        requireMounts(ContainerReader.INIT_CONTAINER, spec.initContainers(), names);
        requireMounts(ContainerReader.CONTAINER, spec.containers(), names);
    }

    private static void requireMounts(String list, List<ContainerSpec> containers, Set<String> volumes) {
        for (int i = 0; i < containers.size(); i++) {
            List<ContainerSpec.Mount> mounts = containers.get(i).mounts();
            for (int j = 0; j < mounts.size(); j++) {
                String volume = mounts.get(j).volume();
                if (!volumes.contains(volume)) {
                    throw ApiException.invalid(
                            "%s.%d.VolumeMount.%d.Name".formatted(list, i + 1, j + 1),
                            "is '%s'; there is no such volume".formatted(volume));
                }
            }
        }
    }

    static List<VolumeSpec> volumes(Parameters parameters) {
        return parameters.elements("Volume").stream().map(VolumeReader::read).toList();
    }

    static RestartPolicy restartPolicy(String wireName) {
        return Stream.of(RestartPolicy.values())
                .filter(policy -> policy.wireName().equals(wireName))
                .findFirst()
                .orElseThrow();
    }

    static Map<String, String> tags(Parameters parameters) {
        return parameters.elements("Tag").stream()
                .collect(Collectors.toMap(
                        tag -> tag.text("Key"),
                        tag -> tag.text("Value"),
                        (_, _) -> {
                            throw ApiException.invalid("Tag", "has the same key twice");
                        },
                        LinkedHashMap::new));
    }

    static GroupSpec.Network network(Parameters parameters) {
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
                parameters.integer("EphemeralStorage"),
                parameters.find("ComputeCategory.1"),
                each(
                        parameters,
                        "HostSecurityContext.Sysctl",
                        sysctl -> new GroupSpec.NameValue(sysctl.text("Name"), sysctl.text("Value"))));
    }
}
