package io.vnode.cli.sandbox.hostnode;

import io.fabric8.kubernetes.api.model.DownwardAPIVolumeFile;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ServiceAccountTokenProjection;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import io.vnode.cli.sandbox.machine.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes the volumes of one pod into its folder. Doing it again brings them up to date: changed Secrets and ConfigMaps,
 * and tokens that have grown old.
 */
final class PodVolumes {

    private final Pod pod;
    private final PodFolder folder;
    private final ClusterInputs inputs;
    private final PodFields fields;
    private final Clock clock;
    private final Map<Path, ServiceAccountToken> tokens = new HashMap<>();

    PodVolumes(Pod pod, PodFolder folder, ClusterInputs inputs, PodFields fields, Clock clock) {
        this.pod = pod;
        this.folder = folder;
        this.inputs = inputs;
        this.fields = fields;
        this.clock = clock;
    }

    /**
     * Writes all volumes.
     *
     * @throws UnrunnableException when something that they are made of is missing
     */
    void write() {
        try {
            for (Volume volume : pod.getSpec().getVolumes()) {
                write(volume, PrivateFiles.createFolder(folder.volume(volume.getName())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Volume volume, Path target) throws IOException {
        if (volume.getEmptyDir() != null) {
            return;
        }
        if (volume.getSecret() != null) {
            var secret = volume.getSecret();
            boolean optional = Boolean.TRUE.equals(secret.getOptional());
            files(target, inputs.secret(secret.getSecretName(), optional), secret.getItems());
        } else if (volume.getConfigMap() != null) {
            var map = volume.getConfigMap();
            boolean optional = Boolean.TRUE.equals(map.getOptional());
            files(target, inputs.configMap(map.getName(), optional), map.getItems());
        } else if (volume.getDownwardAPI() != null) {
            fields(target, volume.getDownwardAPI().getItems());
        } else if (volume.getProjected() != null) {
            for (VolumeProjection source : volume.getProjected().getSources()) {
                project(target, source);
            }
        } else {
            throw new UnrunnableException(
                    "FailedMount",
                    "volume %s: this node knows emptyDir, secret, configMap, downwardAPI and projected only"
                            .formatted(volume.getName()));
        }
    }

    private void project(Path target, VolumeProjection source) throws IOException {
        if (source.getSecret() != null) {
            boolean optional = Boolean.TRUE.equals(source.getSecret().getOptional());
            files(
                    target,
                    inputs.secret(source.getSecret().getName(), optional),
                    source.getSecret().getItems());
        }
        if (source.getConfigMap() != null) {
            boolean optional = Boolean.TRUE.equals(source.getConfigMap().getOptional());
            files(
                    target,
                    inputs.configMap(source.getConfigMap().getName(), optional),
                    source.getConfigMap().getItems());
        }
        if (source.getDownwardAPI() != null) {
            fields(target, source.getDownwardAPI().getItems());
        }
        if (source.getServiceAccountToken() != null) {
            token(target, source.getServiceAccountToken());
        }
    }

    private void files(Path target, Map<String, byte[]> values, @Nullable List<KeyToPath> items) throws IOException {
        if (items == null || items.isEmpty()) {
            for (Map.Entry<String, byte[]> value : values.entrySet()) {
                file(target, value.getKey(), value.getValue());
            }
            return;
        }
        for (KeyToPath item : items) {
            byte[] value = values.get(item.getKey());
            if (value == null) {
                throw new UnrunnableException("FailedMount", "references non-existent key: " + item.getKey());
            }
            file(target, item.getPath(), value);
        }
    }

    private void fields(Path target, List<DownwardAPIVolumeFile> files) throws IOException {
        for (DownwardAPIVolumeFile file : files) {
            if (file.getFieldRef() != null) {
                String value = fields.value(file.getFieldRef().getFieldPath());
                file(target, file.getPath(), value.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private void token(Path target, ServiceAccountTokenProjection projection) throws IOException {
        Path file = target.resolve(projection.getPath());
        ServiceAccountToken held = tokens.get(file);
        if (held == null || !clock.instant().isBefore(held.renewAt())) {
            ServiceAccountToken token = inputs.token(projection.getAudience(), projection.getExpirationSeconds());
            tokens.put(file, token);
            file(target, projection.getPath(), token.value().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void file(Path target, String name, byte[] content) throws IOException {
        Path file = target.resolve(name).normalize();
        if (!file.startsWith(target)) {
            throw new UnrunnableException("FailedMount", "path %s leaves its volume".formatted(name));
        }
        if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), content)) {
            return;
        }
        PrivateFiles.createFolder(Objects.requireNonNull(file.getParent()));
        PrivateFiles.write(file, content);
    }
}
