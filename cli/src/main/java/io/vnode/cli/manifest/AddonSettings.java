package io.vnode.cli.manifest;

import io.vnode.addon.settings.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The settings of one installation, each of them valid by the addon's own rules.
 *
 * @param clusterId id of the cluster
 * @param resourceGroupId resource group; empty for the account's default
 * @param regionId region
 * @param vSwitchIds vSwitches
 * @param securityGroupId security group
 * @param endpoint where ECI answers; empty for the region's public endpoint
 * @param kubeProxy whether container groups can reach services by their cluster IP
 * @param webhookPort port on which the webhook's container listens
 */
public record AddonSettings(
        String clusterId,
        String resourceGroupId,
        String regionId,
        List<String> vSwitchIds,
        String securityGroupId,
        String endpoint,
        boolean kubeProxy,
        int webhookPort) {

    public AddonSettings {
        vSwitchIds = List.copyOf(vSwitchIds);
    }

    /** The variables of the provider's container that {@code vnode install} sets. */
    Map<String, String> providerEnvironment() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put(Settings.CLUSTER_ID.variable(), clusterId);
        environment.put(Settings.RESOURCE_GROUP_ID.variable(), resourceGroupId);
        environment.put(Settings.REGION_ID.variable(), regionId);
        environment.put(Settings.VSWITCH_IDS.variable(), String.join(",", vSwitchIds));
        environment.put(Settings.SECURITY_GROUP_ID.variable(), securityGroupId);
        environment.put(Settings.KUBE_PROXY.variable(), Boolean.toString(kubeProxy));
        environment.put(Settings.ENDPOINT.variable(), endpoint);
        return environment;
    }
}
