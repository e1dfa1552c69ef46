package io.vnode.provider.translate;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.DownwardAPIVolumeFile;
import io.fabric8.kubernetes.api.model.EmptyDirVolumeSource;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.NFSVolumeSource;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ProjectedVolumeSource;
import io.fabric8.kubernetes.api.model.Quantity;
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

/** The volumes of a pod. ConfigMaps, Secrets and everything projected become files that ECI writes. */
final class VolumeTranslator {

    private final Pod pod;
    private final PodInputs inputs;

    VolumeTranslator(Pod pod, PodInputs inputs) {
        this.pod = pod;
        this.inputs = inputs;
    }

    /**
     * The volume in the words of ECI.
     *
     * @throws MissingInputException when it is to show something that is missing and not optional
     */
    Volume translate(io.fabric8.kubernetes.api.model.Volume volume) {
        String name = volume.getName();
        if (volume.getEmptyDir() != null) {
            return emptyDir(name, volume.getEmptyDir());
        }
        if (volume.getNfs() != null) {
            NFSVolumeSource nfs = volume.getNfs();
            return new Volume.Nfs(name, nfs.getServer(), nfs.getPath(), Boolean.TRUE.equals(nfs.getReadOnly()));
        }
        if (volume.getConfigMap() != null) {
            var source = volume.getConfigMap();
            List<Volume.File> files = ofConfigMap(source.getName(), source.getItems(), source.getOptional());
            return new Volume.ConfigFile(name, files, source.getDefaultMode());
        }
        if (volume.getSecret() != null) {
            var source = volume.getSecret();
            List<Volume.File> files = ofSecret(source.getSecretName(), source.getItems(), source.getOptional());
            return new Volume.ConfigFile(name, files, source.getDefaultMode());
        }
        if (volume.getDownwardAPI() != null) {
            var source = volume.getDownwardAPI();
            return new Volume.ConfigFile(name, ofFields(source.getItems()), source.getDefaultMode());
        }
        if (volume.getProjected() != null) {
            return projected(name, volume.getProjected());
        }
        throw new IllegalArgumentException("volume " + name + " was to be refused");
    }

    private static Volume emptyDir(String name, EmptyDirVolumeSource source) {
        Quantity limit = source.getSizeLimit();
        String medium = source.getMedium() == null || source.getMedium().isEmpty() ? null : source.getMedium();
        return new Volume.EmptyDir(name, medium, limit == null ? null : limit.toString());
    }

    private Volume projected(String name, ProjectedVolumeSource source) {
        List<Volume.File> files = new ArrayList<>();
        source.getSources().forEach(part -> files.addAll(ofProjection(part)));
        return new Volume.ConfigFile(name, files, source.getDefaultMode());
    }

    private List<Volume.File> ofProjection(VolumeProjection part) {
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
        return ofFields(part.getDownwardAPI().getItems());
    }

    private List<Volume.File> ofConfigMap(String name, List<KeyToPath> items, @Nullable Boolean optional) {
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

    private List<Volume.File> ofSecret(String name, List<KeyToPath> items, @Nullable Boolean optional) {
        Secret secret = inputs.secrets().get(name);
        if (secret == null && !Boolean.TRUE.equals(optional)) {
            throw new MissingInputException("Secret %s does not exist".formatted(name));
        }
        Map<String, String> base64 = secret == null ? Map.of() : new TreeMap<>(orEmpty(secret.getData()));
        return files("Secret " + name, base64, items, optional);
    }

    private static List<Volume.File> files(
            String owner, Map<String, String> base64, List<KeyToPath> items, @Nullable Boolean optional) {
        if (items.isEmpty()) {
            return base64.entrySet().stream()
                    .map(entry -> new Volume.File(entry.getKey(), entry.getValue(), null))
                    .toList();
        }
        List<Volume.File> files = new ArrayList<>();
        for (KeyToPath item : items) {
            String content = base64.get(item.getKey());
            if (content != null) {
                files.add(new Volume.File(item.getPath(), content, item.getMode()));
            } else if (!Boolean.TRUE.equals(optional)) {
                throw new MissingInputException("%s has no key %s".formatted(owner, item.getKey()));
            }
        }
        return files;
    }

    private Volume.File ofToken(ServiceAccountTokenProjection projection) {
        String token = inputs.tokens().get(PodReferences.Token.of(projection));
        if (token == null) {
            throw new MissingInputException("there is no token of the pod's service account");
        }
        return new Volume.File(projection.getPath(), encoded(token), null);
    }

    private List<Volume.File> ofFields(List<DownwardAPIVolumeFile> items) {
        return items.stream()
                .map(item -> new Volume.File(
                        item.getPath(),
                        encoded(FieldPaths.value(pod, item.getFieldRef().getFieldPath())),
                        item.getMode()))
                .toList();
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> orEmpty(@Nullable Map<String, String> entries) {
        return entries == null ? Map.of() : entries;
    }
}
