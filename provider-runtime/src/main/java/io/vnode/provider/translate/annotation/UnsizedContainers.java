package io.vnode.provider.translate.annotation;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.vnode.eci.model.ContainerSpec;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The containers that say nothing of their size. Where the pod names the size of the whole, they share it, in place of the
 * size that such a container has otherwise and which may be larger than the whole.
 *
 * @param withoutCpu names of those that say nothing of CPU
 * @param withoutMemory names of those that say nothing of memory
 */
record UnsizedContainers(Set<String> withoutCpu, Set<String> withoutMemory) {

    static UnsizedContainers in(PodSpec spec) {
        return new UnsizedContainers(without(spec, "cpu"), without(spec, "memory"));
    }

    private static Set<String> without(PodSpec spec, String resource) {
        return Stream.concat(spec.getContainers().stream(), spec.getInitContainers().stream())
                .filter(container -> !says(container.getResources(), resource))
                .map(Container::getName)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean says(@Nullable ResourceRequirements resources, String resource) {
        return resources != null && (has(resources.getLimits(), resource) || has(resources.getRequests(), resource));
    }

    private static boolean has(@Nullable Map<String, Quantity> amounts, String resource) {
        return amounts != null && amounts.containsKey(resource);
    }

    ContainerSpec sharing(ContainerSpec container) {
        return ContainerSpec.builder(container.name(), container.image())
                .command(container.command())
                .args(container.args())
                .workingDir(container.workingDir())
                .environment(container.environment())
                .environmentHidden(container.environmentHidden())
                .ports(container.ports())
                .volumeMounts(container.volumeMounts())
                .cpu(withoutCpu.contains(container.name()) ? null : container.cpu())
                .memory(withoutMemory.contains(container.name()) ? null : container.memory())
                .gpu(container.gpu())
                .imagePullPolicy(container.imagePullPolicy())
                .terminal(container.terminal())
                .readinessProbe(container.readinessProbe())
                .livenessProbe(container.livenessProbe())
                .postStart(container.postStart())
                .preStop(container.preStop())
                .securityContext(container.securityContext())
                .terminationMessagePath(container.terminationMessagePath())
                .terminationMessagePolicy(container.terminationMessagePolicy())
                .build();
    }
}
