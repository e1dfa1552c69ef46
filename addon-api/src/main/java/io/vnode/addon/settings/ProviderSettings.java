package io.vnode.addon.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How one provider runs, read from the environment of its container.
 *
 * @param clusterId id of the cluster
 * @param placement where container groups run
 * @param vpcId VPC of the container groups; empty when nobody said
 * @param endpoint where ECI answers; empty for the region's public endpoint
 * @param kubeProxy whether container groups can reach services by their cluster IP
 * @param dns where the names of the cluster are known
 * @param taint the taint of the node
 * @param daemonSetPods what becomes of the pods of DaemonSets
 * @param capacity what the node announces
 * @param nodeName name of the virtual node
 * @param nodeAddress IP address under which the API server reaches this process
 * @param kubeletPort port of the kubelet API; 0 takes any free one
 */
public record ProviderSettings(
        String clusterId,
        Placement placement,
        String vpcId,
        String endpoint,
        boolean kubeProxy,
        ClusterDns dns,
        NodeTaint taint,
        DaemonSetPods daemonSetPods,
        NodeCapacity capacity,
        String nodeName,
        String nodeAddress,
        int kubeletPort) {

    /**
     * Reads the settings of a provider. The access key is not kept here.
     *
     * @throws InvalidSettingsException naming every variable that is missing or wrong
     */
    public static ProviderSettings fromEnvironment(Map<String, String> environment) {
        check(Settings.ofProvider(), environment);
        checkKeyIsWhole(environment);
        return new ProviderSettings(
                Settings.CLUSTER_ID.read(environment),
                new Placement(
                        Settings.REGION_ID.read(environment),
                        Settings.VSWITCH_IDS.read(environment),
                        Settings.SECURITY_GROUP_ID.read(environment),
                        Settings.RESOURCE_GROUP_ID.read(environment)),
                Settings.VPC_ID.read(environment),
                Settings.ENDPOINT.read(environment),
                Settings.KUBE_PROXY.read(environment),
                new ClusterDns(
                        ServiceSettings.CLUSTER_DNS.read(environment),
                        ServiceSettings.CLUSTER_DOMAIN.read(environment)),
                new NodeTaint(
                        NodeSettings.NODE_TAINT_KEY.read(environment),
                        NodeSettings.NODE_TAINT_VALUE.read(environment),
                        NodeSettings.NODE_TAINT_EFFECT.read(environment)),
                NodeSettings.DAEMON_SET_PODS.read(environment),
                new NodeCapacity(
                        Settings.CAPACITY_CPU.read(environment),
                        Settings.CAPACITY_MEMORY.read(environment),
                        Settings.CAPACITY_PODS.read(environment)),
                Settings.NODE_NAME.read(environment),
                Settings.NODE_ADDRESS.read(environment),
                Settings.KUBELET_PORT.read(environment));
    }

    private static void checkKeyIsWhole(Map<String, String> environment) {
        boolean hasId = !Settings.ACCESS_KEY.read(environment).isEmpty();
        boolean hasSecret = !Settings.SECRET_KEY.read(environment).isEmpty();
        if (hasId != hasSecret) {
            Setting<String> absent = hasId ? Settings.SECRET_KEY : Settings.ACCESS_KEY;
            throw new InvalidSettingsException(List.of(InvalidSettingException.missing(absent)));
        }
    }

    /**
     * Checks all settings and reports what is wrong with any of them at once.
     *
     * @throws InvalidSettingsException naming every variable that is missing or wrong
     */
    public static void check(List<Setting<?>> settings, Map<String, String> environment) {
        List<InvalidSettingException> problems = new ArrayList<>();
        for (Setting<?> setting : settings) {
            try {
                setting.read(environment);
            } catch (InvalidSettingException e) {
                problems.add(e);
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidSettingsException(problems);
        }
    }
}
