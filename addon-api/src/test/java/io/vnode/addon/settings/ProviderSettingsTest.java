package io.vnode.addon.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderSettingsTest {

    private static final Map<String, String> COMPLETE = Map.of(
            "ALIYUN_CLUSTERID", "c8f2e",
            "ECI_REGION", "cn-hangzhou",
            "ECI_VSWITCH", "vsw-bp1a, vsw-bp1b",
            "ECI_SECURITY_GROUP", "sg-bp1",
            "ECI_ACCESS_KEY", "LTAI-example",
            "ECI_SECRET_KEY", "hunter2hunter2",
            "DEFAULT_NODE_NAME", "virtual-node-eci-0",
            "VKUBELET_POD_IP", "10.0.3.9");

    @Test
    void trimsTheBlanksThatUsersWriteAfterCommas() {
        ProviderSettings settings = ProviderSettings.fromEnvironment(COMPLETE);

        assertThat(settings.placement().vSwitchIds()).isEqualTo(List.of("vsw-bp1a", "vsw-bp1b"));
    }

    @Test
    void fillsInTheDocumentedDefaults() {
        ProviderSettings settings = ProviderSettings.fromEnvironment(COMPLETE);

        assertThat(settings.kubeProxy()).isTrue();
        assertThat(settings.kubeletPort()).isEqualTo(10250);
        assertThat(settings.capacity().pods()).isEqualTo(3000);
        assertThat(settings.placement().resourceGroupId()).isEmpty();
    }

    @Test
    void takesAnEndpointBehindAPath() {
        assertThat(Settings.ENDPOINT.parse("https://gateway.example.com:8443/eci"))
                .isEqualTo("https://gateway.example.com:8443/eci");
    }

    @Test
    void readsHowPodsFindServices() {
        Map<String, String> environment = new HashMap<>(COMPLETE);
        environment.put("ECI_CLUSTER_DNS", "10.96.0.10, fd00::a");
        environment.put("ECI_DAEMONSET_PODS", "ignore");

        ProviderSettings settings = ProviderSettings.fromEnvironment(environment);

        assertThat(settings.dns()).isEqualTo(new ClusterDns(List.of("10.96.0.10", "fd00::a"), "cluster.local"));
        assertThat(settings.daemonSetPods()).isEqualTo(DaemonSetPods.IGNORE);
        assertThat(settings.taint())
                .isEqualTo(new NodeTaint("virtual-kubelet.io/provider", "alibabacloud", "NoSchedule"));
    }

    @Test
    void namesEveryMissingVariableAtOnce() {
        assertThatThrownBy(() -> ProviderSettings.fromEnvironment(Map.of("ECI_REGION", "cn-hangzhou")))
                .isInstanceOfSatisfying(InvalidSettingsException.class, e -> assertThat(e.variables())
                        .containsExactly(
                                "ALIYUN_CLUSTERID",
                                "ECI_VSWITCH",
                                "ECI_SECURITY_GROUP",
                                "DEFAULT_NODE_NAME",
                                "VKUBELET_POD_IP"));
    }

    @ParameterizedTest
    @CsvSource({"ECI_ACCESS_KEY,ECI_SECRET_KEY", "ECI_SECRET_KEY,ECI_ACCESS_KEY"})
    void refusesHalfAKey(String absent, String present) {
        Map<String, String> half = new HashMap<>(COMPLETE);
        half.remove(absent);

        assertThatThrownBy(() -> ProviderSettings.fromEnvironment(half))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageStartingWith(absent + " is not set")
                .hasMessageContaining(present);
    }

    @Test
    void doesWithoutAKeyBecauseItMayComeFromElsewhere() {
        Map<String, String> keyless = new HashMap<>(COMPLETE);
        keyless.keySet().removeAll(List.of("ECI_ACCESS_KEY", "ECI_SECRET_KEY"));

        assertThat(ProviderSettings.fromEnvironment(keyless).nodeName()).isEqualTo("virtual-node-eci-0");
    }

    @ParameterizedTest
    @CsvSource({"1,1", "0.25,0.25"})
    void readsTheShareOfTheRateLimits(String text, double share) {
        assertThat(Settings.RATE_LIMIT_SHARE.parse(text)).isEqualTo(share);
    }

    @ParameterizedTest
    @CsvSource({
        "ALIYUN_CLUSTERID,default",
        "ALIYUN_RESOURCEGROUP_ID,group-1",
        "ECI_RATE_LIMIT_SHARE,0",
        "ECI_RATE_LIMIT_SHARE,1.5",
        "ECI_ORPHAN_GRACE,0",
        "ECI_REGION,Hangzhou",
        "ECI_SECURITY_GROUP,vsw-bp1",
        "ECI_KUBE_PROXY,yes",
        "ECI_ENDPOINT,ftp://eci.example.com",
        "ECI_ENDPOINT,https://eci.example.com/a?b=c",
        "ECI_VPC,vsw-bp1",
        "ECI_KUBE_PROXY_IMAGE,registry.example/kube-proxy:v1",
        "ECI_KUBE_PROXY_VERSION,newest",
        "ECI_KUBE_PROXY_APISERVER,10.0.0.1:6443",
        "ECI_CLUSTER_DNS,dns.example",
        "ECI_CLUSTER_DOMAIN,Cluster.Local",
        "VKUBELET_TAINT_KEY,a/b/c",
        "VKUBELET_TAINT_VALUE,a b",
        "VKUBELET_TAINT_EFFECT,NoRun",
        "ECI_DAEMONSET_PODS,run",
        "ECI_QUOTA_POD,0",
        "ECI_QUOTA_CPU,many",
        "KUBELET_PORT,70000",
        "VKUBELET_POD_IP,somewhere",
        "VNODE_DIAGNOSTICS_ADDRESS,10255",
        "VNODE_DIAGNOSTICS_ADDRESS,localhost:10255",
        "VNODE_DIAGNOSTICS_ADDRESS,::1:10255",
        "VNODE_DIAGNOSTICS_ADDRESS,127.0.0.1:70000",
        "VNODE_LOG_LEVEL,loud",
        "VNODE_LOG_FORMAT,xml",
    })
    void saysVariableValueAndRule(String variable, String value) {
        Map<String, String> environment = new HashMap<>(COMPLETE);
        environment.put(variable, value);

        assertThatThrownBy(() -> ProviderSettings.fromEnvironment(environment))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageStartingWith(variable + " is '" + value + "'; it must be ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sg-bp1",
                "vsw-bp1,",
                "vsw-bp1,vsw-bp1",
                "vsw-1,vsw-2,vsw-3,vsw-4,vsw-5,vsw-6,vsw-7,vsw-8,vsw-9,vsw-10,vsw-11"
            })
    void refusesAVSwitchListThatEciWouldRefuse(String value) {
        Map<String, String> environment = new HashMap<>(COMPLETE);
        environment.put("ECI_VSWITCH", value);

        assertThatThrownBy(() -> ProviderSettings.fromEnvironment(environment))
                .hasMessageContaining("ECI_VSWITCH is '" + value + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "127.0.0.1:0", "0.0.0.0:10255", "[::1]:10255"})
    void takesAddressesForDiagnostics(String value) {
        Map<String, String> environment = new HashMap<>(COMPLETE);
        environment.put("VNODE_DIAGNOSTICS_ADDRESS", value);

        assertThat(Settings.DIAGNOSTICS_ADDRESS.read(environment)).isEqualTo(value);
    }

    @Test
    void neverQuotesASecret() {
        Map<String, String> environment = new HashMap<>(COMPLETE);
        environment.put("ECI_SECRET_KEY", "hunter2 hunter2");

        assertThatThrownBy(() -> ProviderSettings.fromEnvironment(environment))
                .hasMessageContaining("ECI_SECRET_KEY")
                .satisfies(e -> assertThat(e.toString()).doesNotContain("hunter2"));
    }
}
