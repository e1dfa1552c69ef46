package io.vnode.cli.settings;

import io.vnode.addon.settings.Setting;
import io.vnode.addon.settings.Settings;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that can be said by a flag, a {@code VNODE_*} variable, a values file or a profile. */
public enum Parameter {
    KUBECONFIG("kubeconfig", "VNODE_KUBECONFIG", "--kubeconfig", null),
    CONTEXT("context", "VNODE_CONTEXT", "--context", null),
    CLUSTER_ID("clusterId", "VNODE_CLUSTER_ID", "--cluster-id", Settings.CLUSTER_ID),
    RESOURCE_GROUP("resourceGroup", "VNODE_RESOURCE_GROUP", "--resource-group", Settings.RESOURCE_GROUP_ID),
    REGION("region", "VNODE_REGION", "--region", Settings.REGION_ID),
    VSWITCHES("vSwitches", "VNODE_VSWITCHES", "--vswitch", Settings.VSWITCH_IDS),
    SECURITY_GROUP("securityGroup", "VNODE_SECURITY_GROUP", "--security-group", Settings.SECURITY_GROUP_ID),
    ENDPOINT("endpoint", "VNODE_ENDPOINT", "--endpoint", Settings.ENDPOINT),
    CREDENTIALS_FILE("credentialsFile", "VNODE_CREDENTIALS_FILE", "--credentials-file", null),
    IMAGE("image", "VNODE_IMAGE", "--image", null),
    REPLICAS("replicas", "VNODE_REPLICAS", "--replicas", null),
    KUBE_PROXY("kubeProxy", "VNODE_KUBE_PROXY", "--kube-proxy", Settings.KUBE_PROXY),
    WEBHOOK_PORT("webhookPort", "VNODE_WEBHOOK_PORT", "--webhook-port", Settings.WEBHOOK_PORT);

    /** The variable that names a profile; no parameter itself, because it says where parameters are. */
    public static final String PROFILE_VARIABLE = "VNODE_PROFILE";

    private final String key;
    private final String variable;
    private final String flag;
    private final @Nullable Setting<?> setting;

    Parameter(String key, String variable, String flag, @Nullable Setting<?> setting) {
        this.key = key;
        this.variable = variable;
        this.flag = flag;
        this.setting = setting;
    }

    /** The name in values files and profiles. */
    public String key() {
        return key;
    }

    /** The environment variable. */
    public String variable() {
        return variable;
    }

    /** The option on the command line. */
    public String flag() {
        return flag;
    }

    /** The addon's setting whose rule the value must keep; null for what concerns this command only. */
    public @Nullable Setting<?> setting() {
        return setting;
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(Parameter::key).toList();
    }
}
