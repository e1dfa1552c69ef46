package io.vnode.provider.profile;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.vnode.addon.profile.EciProfile;
import io.vnode.addon.profile.InvalidProfileException;
import io.vnode.provider.telemetry.ProfileMetrics;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The profile that counts: the last good one that was read. One that is malformed changes nothing, and says so; one that is
 * deleted leaves the environment alone.
 */
final class CurrentProfile {

    private static final Logger LOGGER = LoggerFactory.getLogger(CurrentProfile.class);

    /** Tells people about a ConfigMap that cannot be used. */
    interface Complaints {
        void about(ConfigMap configMap, String message);
    }

    private final Complaints complaints;
    private final ProfileMetrics metrics;
    private Map<String, String> lastSeen = Map.of();
    private volatile EciProfile profile = EciProfile.NONE;

    CurrentProfile(Complaints complaints, ProfileMetrics metrics) {
        this.complaints = complaints;
        this.metrics = metrics;
    }

    EciProfile get() {
        return profile;
    }

    /** Takes what the ConfigMap says now; null when there is none. */
    synchronized void read(@Nullable ConfigMap configMap) {
        Map<String, String> data =
                configMap == null ? Map.of() : Objects.requireNonNullElse(configMap.getData(), Map.of());
        if (data.equals(lastSeen)) {
            return; // heard again, or changed in what is no concern of ours
        }
        lastSeen = Map.copyOf(data);
        try {
            profile = EciProfile.of(data);
        } catch (InvalidProfileException e) {
            String message = Objects.requireNonNullElse(e.getMessage(), "it is malformed");
            LOGGER.atWarn().addKeyValue("problems", message).log("eci-profile is malformed, the last good one stays");
            metrics.failed();
            if (configMap != null) {
                complaints.about(configMap, message + "; new pods keep to the last good profile");
            }
            return;
        }
        metrics.loaded();
        LOGGER.atInfo().addKeyValue("keys", data.keySet()).log("eci-profile is in use");
        if (!profile.unknownKeys().isEmpty() && configMap != null) {
            String message = "keys that nobody knows: " + String.join(", ", profile.unknownKeys());
            LOGGER.atWarn().addKeyValue("keys", profile.unknownKeys()).log("eci-profile has keys that nobody knows");
            complaints.about(configMap, message);
        }
    }
}
