package io.vnode.provider.translate;

import io.fabric8.kubernetes.api.model.CSIPersistentVolumeSource;
import io.fabric8.kubernetes.api.model.FlexVolumeSource;
import io.fabric8.kubernetes.api.model.Secret;
import io.vnode.eci.model.Volume;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Cloud disks, NAS and OSS, which ECI mounts by drivers that take their options as JSON. */
final class FlexVolumes {

    private static final String DISK = "alicloud/disk";
    private static final String NAS = "alicloud/nas";
    private static final Set<String> DRIVERS = Set.of(DISK, NAS, "alicloud/oss");
    private static final JsonMapper JSON = new JsonMapper();

    private FlexVolumes() {}

    static boolean known(@Nullable String driver) {
        return driver != null && DRIVERS.contains(driver);
    }

    /** A volume that the pod itself describes; the keys of its Secret become options. */
    static Volume of(String name, FlexVolumeSource source, PodInputs inputs) {
        Map<String, String> options = new TreeMap<>(orEmpty(source.getOptions()));
        if (source.getSecretRef() != null) {
            String secretName = source.getSecretRef().getName();
            Secret secret = inputs.secrets().get(secretName);
            if (secret == null) {
                throw new MissingInputException("Secret %s does not exist".formatted(secretName));
            }
            orEmpty(secret.getData()).forEach((key, base64) -> options.put(key, decoded(base64)));
        }
        return flex(name, source.getDriver(), source.getFsType(), options);
    }

    static Volume of(String name, String driver, @Nullable String fsType, @Nullable Map<String, String> options) {
        return flex(name, driver, fsType, new TreeMap<>(orEmpty(options)));
    }

    static Volume disk(String name, CSIPersistentVolumeSource source) {
        return flex(name, DISK, source.getFsType(), new TreeMap<>(Map.of("volumeId", source.getVolumeHandle())));
    }

    /** NFS will do, unless somebody chose how NAS is to be mounted. */
    static Volume nas(String name, CSIPersistentVolumeSource source, List<String> mountOptions) {
        Map<String, String> attributes = orEmpty(source.getVolumeAttributes());
        String server = attributes.get("server");
        if (server == null || server.isEmpty()) {
            throw new IllegalArgumentException("the NAS volume %s names no server".formatted(source.getVolumeHandle()));
        }
        String path = Objects.requireNonNullElse(attributes.get("path"), "/");
        Map<String, String> options = new TreeMap<>();
        putUnlessEmpty(options, "vers", attributes.get("vers"));
        putUnlessEmpty(options, "options", attributes.get("options"));
        putUnlessEmpty(options, "options", String.join(",", mountOptions));
        if (options.isEmpty()) {
            return new Volume.Nfs(name, server, path, Boolean.TRUE.equals(source.getReadOnly()));
        }
        options.put("server", server);
        options.put("path", path);
        return flex(name, NAS, null, options);
    }

    private static void putUnlessEmpty(Map<String, String> options, String key, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            options.put(key, value);
        }
    }

    private static Volume flex(String name, String driver, @Nullable String fsType, Map<String, String> options) {
        String type = fsType == null || fsType.isEmpty() ? null : fsType;
        return new Volume.Flex(name, driver, type, JSON.writeValueAsString(options));
    }

    private static String decoded(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    private static Map<String, String> orEmpty(@Nullable Map<String, String> entries) {
        return entries == null ? Map.of() : entries;
    }
}
