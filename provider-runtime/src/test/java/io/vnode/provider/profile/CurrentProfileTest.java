package io.vnode.provider.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.vnode.addon.profile.EciProfile;
import io.vnode.provider.telemetry.Metrics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CurrentProfileTest {

    private final List<String> complaints = new ArrayList<>();
    private final Metrics metrics = new Metrics("test");
    private final CurrentProfile current =
            new CurrentProfile((configMap, message) -> complaints.add(message), metrics.profile());

    @Test
    void saysNothingBeforeThereIsOne() {
        current.read(null);

        assertThat(current.get()).isEqualTo(EciProfile.NONE);
        assertThat(complaints).isEmpty();
    }

    @Test
    void takesOverEachGoodOne() {
        current.read(configMap(Map.of("vSwitchIds", "vsw-a")));
        current.read(configMap(Map.of("vSwitchIds", "vsw-b")));

        assertThat(current.get().vSwitchIds()).containsExactly("vsw-b");
        assertThat(complaints).isEmpty();
    }

    @Test
    void keepsTheLastGoodOneWhenTheNextIsMalformedAndSaysSo() {
        current.read(configMap(Map.of("vSwitchIds", "vsw-a")));

        current.read(configMap(Map.of("vSwitchIds", "sg-b")));

        assertThat(current.get().vSwitchIds()).containsExactly("vsw-a");
        assertThat(complaints).singleElement().asString().startsWith("vSwitchIds is 'sg-b'; it must be");
        assertThat(figures()).contains("vnode_profile_good 0.0", "vnode_profile_load_failures_total 1.0");
    }

    @Test
    void complainsOnceHoweverOftenItHearsTheSame() {
        current.read(configMap(Map.of("enableClusterIp", "perhaps")));
        current.read(configMap(Map.of("enableClusterIp", "perhaps")));

        assertThat(complaints).hasSize(1);
    }

    @Test
    void recoversWhenTheMalformedOneIsPutBackToTheGoodOne() {
        ConfigMap good = configMap(Map.of("vSwitchIds", "vsw-a"));
        current.read(good);
        current.read(configMap(Map.of("vSwitchIds", "?")));

        current.read(good);

        assertThat(current.get().vSwitchIds()).containsExactly("vsw-a");
        assertThat(figures()).contains("vnode_profile_good 1.0");
    }

    @Test
    void leavesTheEnvironmentAloneOnceItIsDeleted() {
        current.read(configMap(Map.of("vSwitchIds", "vsw-a")));

        current.read(null);

        assertThat(current.get()).isEqualTo(EciProfile.NONE);
    }

    @Test
    void usesAProfileWithUnknownKeysAndNamesThem() {
        current.read(configMap(Map.of("vSwitchIds", "vsw-a", "vSwitch", "vsw-b")));

        assertThat(current.get().vSwitchIds()).containsExactly("vsw-a");
        assertThat(complaints).containsExactly("keys that nobody knows: vSwitch");
    }

    private String figures() {
        return new String(metrics.text(), StandardCharsets.UTF_8);
    }

    private static ConfigMap configMap(Map<String, String> data) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName("eci-profile")
                .endMetadata()
                .withData(data)
                .build();
    }
}
