package io.vnode.cli.command;

import io.vnode.cli.settings.Parameter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The settings of an installation. What is not given stays as it is installed, or is the default. */
final class SettingOptions {

    @Option(
            names = "--values",
            paramLabel = "FILE",
            description = "YAML file with settings: clusterId, region, vSwitches, securityGroup, ...")
    @Nullable
    Path values;

    @Option(
            names = "--cluster-id",
            paramLabel = "ID",
            description = "Id of the cluster; it separates its container groups from all others of the account.")
    private @Nullable String clusterId;

    @Option(
            names = "--region",
            paramLabel = "REGION",
            description = "Region of the container groups, such as cn-hangzhou.")
    private @Nullable String region;

    @Option(
            names = "--vswitch",
            paramLabel = "ID",
            split = ",",
            description = "vSwitch of the container groups; again, or separated by commas, for more zones.")
    private @Nullable List<String> vSwitches;

    @Option(names = "--security-group", paramLabel = "ID", description = "Security group of the container groups.")
    private @Nullable String securityGroup;

    @Option(names = "--resource-group", paramLabel = "ID", description = "Resource group of the container groups.")
    private @Nullable String resourceGroup;

    @Option(
            names = "--endpoint",
            paramLabel = "URL",
            description = "Where ECI answers (default: the public endpoint of the region).")
    private @Nullable String endpoint;

    @Option(
            names = "--credentials-file",
            paramLabel = "FILE",
            description = {
                "YAML file with accessKeyId and accessKeySecret, readable by you alone; - reads standard input.",
                "Without it: ALIBABA_CLOUD_ACCESS_KEY_ID and _SECRET, then the key in the cluster, then a prompt."
            })
    private @Nullable String credentialsFile;

    @Option(names = "--replicas", paramLabel = "N", description = "Number of virtual nodes (default: 1).")
    private @Nullable String replicas;

    @Option(names = "--image", paramLabel = "IMAGE", description = "Image of provider and webhook.")
    private @Nullable String image;

    @Option(
            names = "--kube-proxy",
            paramLabel = "BOOL",
            description = "Whether the pods reach services by cluster IP: true or false (default: true).")
    private @Nullable String kubeProxy;

    @Option(
            names = "--webhook-port",
            paramLabel = "PORT",
            description = "Port of the webhook's container (default: 8443).")
    private @Nullable String webhookPort;

    void addTo(Map<Parameter, String> flags) {
        put(flags, Parameter.CLUSTER_ID, clusterId);
        put(flags, Parameter.REGION, region);
        put(flags, Parameter.VSWITCHES, vSwitches == null ? null : String.join(",", vSwitches));
        put(flags, Parameter.SECURITY_GROUP, securityGroup);
        put(flags, Parameter.RESOURCE_GROUP, resourceGroup);
        put(flags, Parameter.ENDPOINT, endpoint);
        put(flags, Parameter.CREDENTIALS_FILE, credentialsFile);
        put(flags, Parameter.REPLICAS, replicas);
        put(flags, Parameter.IMAGE, image);
        put(flags, Parameter.KUBE_PROXY, kubeProxy);
        put(flags, Parameter.WEBHOOK_PORT, webhookPort);
    }

    private static void put(Map<Parameter, String> flags, Parameter parameter, @Nullable String value) {
        if (value != null) {
            flags.put(parameter, value);
        }
    }
}
