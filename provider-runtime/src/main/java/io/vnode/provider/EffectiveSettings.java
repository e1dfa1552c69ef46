package io.vnode.provider;

import io.vnode.addon.settings.Setting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** The settings in effect, defaults included, as they may be shown: without those that are secret. */
final class EffectiveSettings {

    private EffectiveSettings() {}

    static SequencedMap<String, String> of(List<Setting<?>> settings, Map<String, String> environment) {
        SequencedMap<String, String> shown = new LinkedHashMap<>();
        settings.stream()
                .filter(setting -> !setting.secret())
                .forEach(setting -> shown.put(setting.variable(), String.valueOf(setting.read(environment))));
        return shown;
    }
}
