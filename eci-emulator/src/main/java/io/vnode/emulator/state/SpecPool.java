package io.vnode.emulator.state;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lets container groups share what is equal in them: thousands of replicas differ in little. Remembers the parts that were
 * seen last. Its owner guards it with a lock.
 */
final class SpecPool {

    private static final int PARTS = 4096;

    private final Map<Object, Object> parts = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
            return size() > PARTS;
        }
    };

    /** An equal group, made of parts that others have too. */
    GroupSpec shared(GroupSpec spec) {
        return new GroupSpec(
                part(spec.name()),
                part(spec.securityGroupId()),
                part(spec.size()),
                spec.restartPolicy(),
                part(spec.terminationGrace()),
                tags(spec.tags()),
                spec.containers().stream().map(this::container).toList(),
                spec.initContainers().stream().map(this::container).toList(),
                spec.volumes().stream().map(this::volume).toList(),
                part(spec.network()),
                part(spec.terms()),
                part(spec.extras()));
    }

    private Map<String, String> tags(Map<String, String> tags) {
        return tags.entrySet().stream()
                .collect(Collectors.toMap(
                        tag -> part(tag.getKey()), tag -> part(tag.getValue()), (one, _) -> one, LinkedHashMap::new));
    }

    private ContainerSpec container(ContainerSpec spec) {
        Object known = parts.get(spec);
        if (known instanceof ContainerSpec same) {
            return same;
        }
        return part(new ContainerSpec(
                part(spec.name()),
                part(spec.image()),
                spec.cpu(),
                spec.memory(),
                spec.gpu(),
                optional(spec.imagePullPolicy()),
                optional(spec.workingDir()),
                part(spec.command()),
                part(spec.args()),
                part(parts(spec.environment())),
                spec.environmentHidden(),
                part(spec.ports()),
                part(parts(spec.mounts())),
                part(spec.terminal()),
                optional(spec.readinessProbe()),
                optional(spec.livenessProbe()),
                part(spec.security())));
    }

    private VolumeSpec volume(VolumeSpec volume) {
        return volume instanceof VolumeSpec.ConfigFile(var name, var files)
                ? part(new VolumeSpec.ConfigFile(part(name), parts(files)))
                : part(volume);
    }

    private <T> List<T> parts(List<T> list) {
        return list.stream().map(this::part).toList();
    }

    private <T> @Nullable T optional(@Nullable T value) {
        return value == null ? null : part(value);
    }

    /** Equal records and lists of records are of the same class, or at least as good. */
    @SuppressWarnings("unchecked")
    private <T> T part(T value) {
        Object known = parts.putIfAbsent(Objects.requireNonNull(value), value);
        return known == null ? value : (T) known;
    }
}
