package io.vnode.addon.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vnode.addon.settings.Placement;
import io.vnode.addon.settings.PodDefaults;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EciProfileTest {

    private static final PodDefaults ENVIRONMENT =
            PodDefaults.of(new Placement("cn-hangzhou", List.of("vsw-env"), "sg-env", "rg-env"));

    @Test
    void standsOverTheEnvironmentKeyByKey() {
        EciProfile profile = EciProfile.of(Map.of("vSwitchIds", "vsw-a, vsw-b", "enableClusterIp", "true"));

        PodDefaults defaults = profile.over(ENVIRONMENT);

        assertThat(defaults.placement())
                .isEqualTo(new Placement("cn-hangzhou", List.of("vsw-a", "vsw-b"), "sg-env", "rg-env"));
        assertThat(defaults.kubeProxy().wanted()).isTrue();
    }

    @Test
    void changesNothingWhereItSaysNothing() {
        assertThat(EciProfile.NONE.over(ENVIRONMENT)).isEqualTo(ENVIRONMENT);
        assertThat(EciProfile.of(Map.of("resourceGroupId", " ", "selectors", ""))
                        .over(ENVIRONMENT))
                .isEqualTo(ENVIRONMENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vSwitchIds", "vswitchIds", "vswitch"})
    void readsTheVSwitchesInEverySpelling(String key) {
        assertThat(EciProfile.of(Map.of(key, "vsw-a")).vSwitchIds()).containsExactly("vsw-a");
    }

    @Test
    void readsTheKeysOfServerlessClusters() {
        EciProfile profile = EciProfile.of(Map.of(
                "kube-proxy", "false",
                "privatezone", "true",
                "quota-cpu", "192000",
                "quota-memory", "640Ti",
                "quota-pods", "4000",
                "region", "cn-hangzhou",
                "resourcegroup", "rg-a",
                "securitygroup", "sg-a",
                "vpc", "vpc-a",
                "vswitch", "vsw-a"));

        assertThat(profile.clusterIp()).isFalse();
        assertThat(profile.features().privateZone()).isTrue();
        assertThat(profile.resourceGroupId()).isEqualTo("rg-a");
        assertThat(profile.securityGroupId()).isEqualTo("sg-a");
        assertThat(profile.vpcId()).isEqualTo("vpc-a");
        assertThat(profile.unknownKeys()).isEmpty();
    }

    @Test
    void readsTheSwitches() {
        EciProfile profile = EciProfile.of(Map.of(
                "enableHybridMode", "false",
                "enableLogController", "true",
                "slsMachineGroup", "k8s-group-c1",
                "enablePVCController", "true",
                "enableLinuxArm64Node", "false",
                "enableReuseSSLKey", "true",
                "featureGates", "WaitForFirstConsumer=false, MetricsVpcNet=true"));

        assertThat(profile.features())
                .isEqualTo(new ProfileFeatures(
                        false,
                        null,
                        true,
                        "k8s-group-c1",
                        true,
                        false,
                        true,
                        Map.of("WaitForFirstConsumer", false, "MetricsVpcNet", true)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                vpcId; vsw-a
                vSwitchIds; vsw-a,,vsw-b
                vswitch; sg-a
                securityGroupId; vsw-a
                resourceGroupId; group
                enableClusterIp; yes
                kube-proxy; on
                enableHybridMode; 1
                enablePrivateZone; True
                enableLogController; no
                slsMachineGroup; a b
                enablePVCController; no
                enableLinuxArm64Node; no
                enableReuseSSLKey; no
                featureGates; WaitForFirstConsumer
                featureGates; A=true,A=false
                region; Hangzhou
                quota-cpu; many
                quota-memory; much
                quota-pods; 0
                """)
    void saysKeyValueAndRule(String key, String value) {
        assertThatThrownBy(() -> EciProfile.of(Map.of(key, value)))
                .isInstanceOf(InvalidProfileException.class)
                .hasMessageStartingWith(key + " is '" + value + "'; it must be ");
    }

    @Test
    void refusesTwoSpellingsThatDisagree() {
        assertThatThrownBy(() -> EciProfile.of(Map.of("vSwitchIds", "vsw-a", "vswitchIds", "vsw-b")))
                .hasMessageContaining("vSwitchIds and vswitchIds say different things");
    }

    @Test
    void namesAllThatIsWrongAtOnce() {
        assertThatThrownBy(() -> EciProfile.of(Map.of("vpcId", "x", "enableClusterIp", "y")))
                .hasMessageContaining("vpcId is 'x'")
                .hasMessageContaining("enableClusterIp is 'y'");
    }

    @Test
    void remembersKeysThatItDoesNotKnow() {
        assertThat(EciProfile.of(Map.of("vSwitchId", "vsw-a", "a", "")).unknownKeys())
                .containsExactly("a", "vSwitchId");
    }

    @Test
    void hasTheFiveUsualSelectorsWithoutAnyOfItsOwn() {
        assertThat(EciProfile.NONE.selectors()).isEqualTo(ProfileSelector.USUAL).hasSize(5);
        assertThat(EciProfile.of(Map.of("selectors", "[]")).selectors()).isEmpty();
    }

    @Test
    void readsSelectorsInTheirOrderWithTheirEffects() {
        EciProfile profile = EciProfile.of(Map.of("selectors", """
                [
                  {"name": "batch",
                   "namespaceSelector": {"matchLabels": {"team": "data", "stage": "live"}},
                   "objectSelector": {"matchLabels": {"kind": "batch"}},
                   "effect": {"annotations": {"k8s.aliyun.com/eci-spot-strategy": "SpotAsPriceGo"}}},
                  {"name": "all", "effect": {"labels": {"where": "eci"}}}
                ]
                """));

        assertThat(profile.selectors())
                .containsExactly(
                        new ProfileSelector(
                                "batch",
                                Map.of("team", "data", "stage", "live"),
                                Map.of("kind", "batch"),
                                Map.of("k8s.aliyun.com/eci-spot-strategy", "SpotAsPriceGo"),
                                Map.of()),
                        new ProfileSelector("all", null, null, Map.of(), Map.of("where", "eci")));
        assertThat(profile.selectors().getFirst().schedules()).isTrue();
        assertThat(profile.selectors().getLast().schedules()).isFalse();
    }

    @Test
    void selectsByAllLabelsOfPodAndNamespace() {
        ProfileSelector selector =
                new ProfileSelector("s", Map.of("team", "data"), Map.of("kind", "batch"), Map.of(), Map.of());

        assertThat(selector.matches(Map.of("team", "data", "x", "y"), Map.of("kind", "batch")))
                .isTrue();
        assertThat(selector.matches(Map.of("team", "web"), Map.of("kind", "batch")))
                .isFalse();
        assertThat(selector.matches(Map.of("team", "data"), Map.of())).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                {; no valid JSON
                {}; it must be a JSON array
                [1]; [0] must be an object
                [{"effect":{"labels":{"a":"b"}}}]; [0].name must be a text that is not empty
                [{"name":" ","effect":{"labels":{"a":"b"}}}]; [0].name must be a text that is not empty
                [{"name":"a"}]; [0] needs a namespaceSelector, an objectSelector or an effect
                [{"name":"a","podSelector":{}}]; [0].podSelector is not known
                [{"name":"a","objectSelector":{}}]; [0].objectSelector.matchLabels must have at least one label
                [{"name":"a","objectSelector":{"matchExpressions":[]}}]; [0].objectSelector.matchExpressions is not known
                [{"name":"a","objectSelector":{"matchLabels":{"eci":true}}}]; [0].objectSelector.matchLabels.eci must be a text
                [{"name":"a","effect":{"taints":{}}}]; [0].effect.taints is not known
                """)
    void namesThePlaceOfAMalformedSelector(String json, String message) {
        assertThatThrownBy(() -> EciProfile.of(Map.of("selectors", json)))
                .isInstanceOf(InvalidProfileException.class)
                .hasMessageStartingWith("selectors: ")
                .hasMessageContaining(message);
    }
}
