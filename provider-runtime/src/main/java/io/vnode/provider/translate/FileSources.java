package io.vnode.provider.translate;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.DownwardAPIVolumeFile;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.ServiceAccountTokenProjection;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import io.vnode.eci.model.Volume;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The files that ConfigMaps, Secrets, fields of the pod and tokens make in a volume. */
final class FileSources {

    private static final int MAX_BYTES = 32 * 1024;

    private final Pod pod;
    private final PodInputs inputs;

    FileSources(Pod pod, PodInputs inputs) {
        this.pod = pod;
        this.inputs = inputs;
    }

    List<Volume.File> ofProjection(VolumeProjection part) {
        if (part.getConfigMap() != null) {
            var source = part.getConfigMap();
            return ofConfigMap(source.getName(), source.getItems(), source.getOptional());
        }
        if (part.getSecret() != null) {
            var source = part.getSecret();
            return ofSecret(source.getName(), source.getItems(), source.getOptional());
        }
        if (part.getServiceAccountToken() != null) {
            return List.of(ofToken(part.getServiceAccountToken()));
        }
        return part.getDownwardAPI() == null
                ? List.of()
                : ofFields(part.getDownwardAPI().getItems());
    }

    List<Volume.File> ofConfigMap(String name, List<KeyToPath> items, @Nullable Boolean optional) {
        ConfigMap configMap = inputs.configMaps().get(name);
        Map<String, String> base64 = new TreeMap<>();
        if (configMap != null) {
            orEmpty(configMap.getData()).forEach((key, text) -> base64.put(key, encoded(text)));
            base64.putAll(orEmpty(configMap.getBinaryData()));
        } else if (!Boolean.TRUE.equals(optional)) {
            throw new MissingInputException("ConfigMap %s does not exist".formatted(name));
        }
        return files("ConfigMap " + name, base64, items, optional);
    }

    List<Volume.File> ofSecret(String name, List<KeyToPath> items, @Nullable Boolean optional) {
        Secret secret = inputs.secrets().get(name);
        if (secret == null && !Boolean.TRUE.equals(optional)) {
            throw new MissingInputException("Secret %s does not exist".formatted(name));
        }
        Map<String, String> base64 = secret == null ? Map.of() : new TreeMap<>(orEmpty(secret.getData()));
        return files("Secret " + name, base64, items, optional);
    }

    List<Volume.File> ofFields(List<DownwardAPIVolumeFile> items) {
        return items.stream()
                .map(item -> new Volume.File(item.getPath(), encoded(value(item)), item.getMode()))
                .toList();
    }

    private String value(DownwardAPIVolumeFile item) {
        return item.getFieldRef() == null
                ? ResourceFields.value(pod, null, item.getResourceFieldRef())
                : FieldPaths.value(pod, item.getFieldRef().getFieldPath());
    }

    private Volume.File ofToken(ServiceAccountTokenProjection projection) {
        String token = inputs.tokens().get(PodReferences.Token.of(projection));
        if (token == null) {
            throw new MissingInputException("there is no token of the pod's service account");
        }
        return new Volume.File(projection.getPath(), encoded(token), null);
    }

    private static List<Volume.File> files(
            String owner, Map<String, String> base64, List<KeyToPath> items, @Nullable Boolean optional) {
        if (items.isEmpty()) {
            return base64.entrySet().stream()
                    .map(entry -> file(owner, entry.getKey(), entry.getKey(), entry.getValue(), null))
                    .toList();
        }
        List<Volume.File> files = new ArrayList<>();
        for (KeyToPath item : items) {
            String content = base64.get(item.getKey());
            if (content != null) {
                files.add(file(owner, item.getKey(), item.getPath(), content, item.getMode()));
            } else if (!Boolean.TRUE.equals(optional)) {
                throw new MissingInputException("%s has no key %s".formatted(owner, item.getKey()));
            }
        }
        return files;
    }

    private static Volume.File file(String owner, String key, String path, String base64, @Nullable Integer mode) {
        int padding = base64.endsWith("==") ? 2 : base64.endsWith("=") ? 1 : 0;
        long bytes = base64.length() / 4L * 3 - padding;
        if (bytes > MAX_BYTES) {
            throw new UnsupportedInputException(
                    VolumeFeature.LARGE_FILE, "key %s of %s, %d bytes".formatted(key, owner, bytes));
        }
        return new Volume.File(path, base64, mode);
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> orEmpty(@Nullable Map<String, String> entries) {
        return entries == null ? Map.of() : entries;
    }
}
