package io.vnode.addon.profile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Switches of a profile; null where it does not say.
 *
 * @param hybridMode networks with other data centres
 * @param privateZone services in PrivateZone
 * @param logController collection of logs by custom resources
 * @param slsMachineGroup machine group of the Log Service
 * @param pvcController binding of disk claims by the node
 * @param linuxArm64Node a further virtual node for ARM64
 * @param reuseSslKey use of one serving key for all pods
 * @param gates switches of single features
 */
public record ProfileFeatures(
        @Nullable Boolean hybridMode,
        @Nullable Boolean privateZone,
        @Nullable Boolean logController,
        @Nullable String slsMachineGroup,
        @Nullable Boolean pvcController,
        @Nullable Boolean linuxArm64Node,
        @Nullable Boolean reuseSslKey,
        Map<String, Boolean> gates) {

    private static final Pattern MACHINE_GROUP = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,127}");
    private static final Pattern GATE = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

    public ProfileFeatures {
        gates = Map.copyOf(gates);
    }

    static ProfileFeatures read(ProfileReader reader) {
        Map<String, Boolean> gates = reader.read(ProfileKey.FEATURE_GATES, ProfileFeatures::gates);
        return new ProfileFeatures(
                reader.bool(ProfileKey.ENABLE_HYBRID_MODE),
                reader.bool(ProfileKey.ENABLE_PRIVATE_ZONE),
                reader.bool(ProfileKey.ENABLE_LOG_CONTROLLER),
                reader.read(ProfileKey.SLS_MACHINE_GROUP, ProfileFeatures::machineGroup),
                reader.bool(ProfileKey.ENABLE_PVC_CONTROLLER),
                reader.bool(ProfileKey.ENABLE_LINUX_ARM64_NODE),
                reader.bool(ProfileKey.ENABLE_REUSE_SSL_KEY),
                gates == null ? Map.of() : gates);
    }

    private static String machineGroup(String text) {
        if (!MACHINE_GROUP.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static Map<String, Boolean> gates(String text) {
        Map<String, Boolean> gates = new LinkedHashMap<>();
        for (String part : text.split(",", -1)) {
            String[] both = part.strip().split("=", 2);
            if (both.length != 2 || !GATE.matcher(both[0]).matches() || gates.containsKey(both[0])) {
                throw new IllegalArgumentException(text);
            }
            gates.put(both[0], ProfileReader.bool(both[1]));
        }
        return gates;
    }
}
