package io.vnode.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.addon.settings.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EffectiveSettingsTest {

    @Test
    void showsWhatIsInEffectWithoutSecrets() {
        Map<String, String> environment = Map.of("ECI_SECRET_KEY", "hunter2", "KUBELET_PORT", "0");

        Map<String, String> shown = EffectiveSettings.of(
                List.of(Settings.SECRET_KEY, Settings.KUBELET_PORT, Settings.LOG_LEVEL), environment);

        assertThat(shown).containsExactly(Map.entry("KUBELET_PORT", "0"), Map.entry("VNODE_LOG_LEVEL", "info"));
    }
}
