package io.vnode.emulator.action;

import io.vnode.emulator.state.ContainerSpec;
import io.vnode.emulator.state.GroupSpec;
import io.vnode.emulator.state.Offer;
import io.vnode.emulator.state.RestartPolicy;
import io.vnode.emulator.state.Size;
import io.vnode.emulator.state.VolumeSpec;
import io.vnode.emulator.wire.ApiException;
import io.vnode.emulator.wire.Parameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a call of {@code UpdateContainerGroup} changes. A list that it names takes the place of the whole list, unless the update is
 * incremental: then tags, volumes and name servers are added to those that are there. Containers are always replaced
 * whole; what the call does not name at all stays as it is.
 */
final class SpecUpdate {

    private static final String INCREMENTAL = "IncrementalUpdate";

    private final Parameters parameters;
    private final Offer offer;
    private final boolean incremental;

    private SpecUpdate(Parameters parameters, Offer offer) {
        this.parameters = parameters;
        this.offer = offer;
        this.incremental = parameters.text("UpdateType").equals(INCREMENTAL);
    }

    static SpecUpdate read(Parameters parameters, Offer offer) {
        return new SpecUpdate(parameters, offer);
    }

    /** Whether the call brings credentials for registries, which are not told again by any action. */
    static boolean hasCredentials(Parameters parameters) {
        return parameters.has("ImageRegistryCredential.") || parameters.has("AcrRegistryInfo.");
    }

    /** The group as it is to be. */
    GroupSpec applyTo(GroupSpec spec) {
        List<ContainerSpec> containers = containers(ContainerReader.CONTAINER, spec.containers());
        List<ContainerSpec> initContainers = containers(ContainerReader.INIT_CONTAINER, spec.initContainers());
        requireRoom(spec, containers, initContainers);
        GroupSpec updated = new GroupSpec(
                spec.name(),
                spec.securityGroupId(),
                spec.size(),
                restartPolicy(spec),
                spec.terminationGrace(),
                tags(spec.tags()),
                containers,
                initContainers,
                volumes(spec.volumes()),
                network(spec.network()),
                spec.terms(),
                spec.extras().withResourceGroup(parameters.find("ResourceGroupId")));
        GroupSpecReader.requireConsistency(updated);
        return updated;
    }

    private List<ContainerSpec> containers(String list, List<ContainerSpec> present) {
        return parameters.has(list + ".") ? GroupSpecReader.containers(parameters, list) : present;
    }

    /** The machine below stays, so that what is asked for has to fit it. */
    private void requireRoom(GroupSpec spec, List<ContainerSpec> containers, List<ContainerSpec> initContainers) {
        Size asked = CapacityReader.asked(parameters);
        boolean sameContainers = containers.equals(spec.containers()) && initContainers.equals(spec.initContainers());
        Size wanted = asked != null ? asked : CapacityReader.named(containers, initContainers);
        Size sold = offer.edition().fit(wanted);
        boolean fits = wanted.cpu() <= spec.size().cpu()
                && wanted.memory() <= spec.size().memory();
        boolean another = asked != null && !spec.size().equals(sold);
        if (another || (asked == null && !sameContainers && !fits)) {
            throw new ApiException(
                    400,
                    "InvalidParam.CpuOrMemorySpec",
                    "The specified cpu and memory do not fit the container group, which has %s: %s."
                            .formatted(spec.size(), wanted));
        }
    }

    private RestartPolicy restartPolicy(GroupSpec spec) {
        return GroupSpecReader.restartPolicy(
                parameters.textOr("RestartPolicy", spec.restartPolicy().wireName()));
    }

    private Map<String, String> tags(Map<String, String> present) {
        if (!parameters.has("Tag.")) {
            return present;
        }
        Map<String, String> tags = new LinkedHashMap<>(incremental ? present : Map.of());
        tags.putAll(GroupSpecReader.tags(parameters));
        return tags;
    }

    private List<VolumeSpec> volumes(List<VolumeSpec> present) {
        if (!parameters.has("Volume.")) {
            return present;
        }
        List<VolumeSpec> given = GroupSpecReader.volumes(parameters);
        if (!incremental) {
            return given;
        }
        List<VolumeSpec> volumes = new ArrayList<>(present);
        for (VolumeSpec volume : given) {
            volumes.removeIf(other -> other.name().equals(volume.name()));
            volumes.add(volume);
        }
        return volumes;
    }

    private GroupSpec.Network network(GroupSpec.Network present) {
        if (!parameters.has("DnsConfig.")) {
            return present;
        }
        GroupSpec.Network given = GroupSpecReader.network(parameters);
        return new GroupSpec.Network(
                present.dnsPolicy(),
                merged(present.nameServers(), given.nameServers()),
                merged(present.searches(), given.searches()),
                merged(present.dnsOptions(), given.dnsOptions()),
                present.hostAliases());
    }

    private <T> List<T> merged(List<T> present, List<T> given) {
        if (!incremental) {
            return given;
        }
        List<T> merged = new ArrayList<>(present);
        given.stream().filter(each -> !merged.contains(each)).forEach(merged::add);
        return merged;
    }
}
