package io.vnode.addon.profile;

import io.vnode.addon.settings.KubeProxy;
import io.vnode.addon.settings.Placement;
import io.vnode.addon.settings.PodDefaults;
import io.vnode.addon.settings.Setting;
import io.vnode.addon.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the ConfigMap {@code eci-profile} says. Null and empty stand for what it does not say.
 *
 * @param vpcId VPC of the container groups
 * @param vSwitchIds vSwitches of the container groups
 * @param securityGroupId security group of the container groups
 * @param resourceGroupId resource group of the container groups
 * @param clusterIp whether the container groups can reach services by their cluster IP
 * @param features switches of what else the addon does
 * @param selectors which pods go to virtual nodes, in their order
 * @param unknownKeys keys that it has and nobody knows, in alphabetical order
 */
public record EciProfile(
        @Nullable String vpcId,
        List<String> vSwitchIds,
        @Nullable String securityGroupId,
        @Nullable String resourceGroupId,
        @Nullable Boolean clusterIp,
        ProfileFeatures features,
        List<ProfileSelector> selectors,
        List<String> unknownKeys) {

    /** A profile that says nothing, which is what an absent one amounts to. */
    public static final EciProfile NONE = of(Map.of());

    public EciProfile {
        vSwitchIds = List.copyOf(vSwitchIds);
        selectors = List.copyOf(selectors);
        unknownKeys = List.copyOf(unknownKeys);
    }

    /**
     * Reads the data of the ConfigMap.
     *
     * @throws InvalidProfileException naming every key whose value breaks its rule
     */
    public static EciProfile of(Map<String, String> data) {
        ProfileReader reader = new ProfileReader(data);
        List<String> vSwitches = reader.read(ProfileKey.VSWITCH_IDS, Settings.VSWITCH_IDS.parser());
        List<ProfileSelector> selectors = reader.read(ProfileKey.SELECTORS, SelectorsReader::read);
        checkOnly(reader);
        EciProfile profile = new EciProfile(
                reader.read(ProfileKey.VPC_ID, Settings.VPC_ID.parser()),
                vSwitches == null ? List.of() : vSwitches,
                reader.read(ProfileKey.SECURITY_GROUP_ID, Settings.SECURITY_GROUP_ID.parser()),
                reader.read(ProfileKey.RESOURCE_GROUP_ID, Settings.RESOURCE_GROUP_ID.parser()),
                reader.bool(ProfileKey.ENABLE_CLUSTER_IP),
                ProfileFeatures.read(reader),
                selectors == null ? ProfileSelector.USUAL : selectors,
                data.keySet().stream()
                        .filter(key -> ProfileKey.of(key) == null)
                        .sorted()
                        .toList());
        reader.complain();
        return profile;
    }

    /** Keys of older profiles whose place is the environment: a wrong value is still worth a word. */
    private static void checkOnly(ProfileReader reader) {
        Map<ProfileKey, Setting<?>> checked = Map.of(
                ProfileKey.REGION, Settings.REGION_ID,
                ProfileKey.QUOTA_CPU, Settings.CAPACITY_CPU,
                ProfileKey.QUOTA_MEMORY, Settings.CAPACITY_MEMORY,
                ProfileKey.QUOTA_PODS, Settings.CAPACITY_PODS);
        checked.forEach((key, setting) -> {
            Object unused = reader.read(key, setting.parser());
        });
    }

    /** What the next pod gets: what the profile says, and the environment where it says nothing. */
    public PodDefaults over(PodDefaults environment) {
        Placement placement = environment.placement();
        return new PodDefaults(
                new Placement(
                        placement.regionId(),
                        vSwitchIds.isEmpty() ? placement.vSwitchIds() : vSwitchIds,
                        Objects.requireNonNullElse(securityGroupId, placement.securityGroupId()),
                        Objects.requireNonNullElse(resourceGroupId, placement.resourceGroupId())),
                new KubeProxy(
                        Objects.requireNonNullElse(
                                clusterIp, environment.kubeProxy().wanted()),
                        environment.kubeProxy().access()),
                environment.dns(),
                environment.daemonSetPods());
    }
}
