package io.vnode.provider.translate;

import io.fabric8.kubernetes.api.model.Capabilities;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Sysctl;
import io.vnode.eci.model.NamedValue;
import io.vnode.eci.model.SecurityContext;
import io.vnode.eci.model.SystemOptions;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Who containers run as and what they may do. What a container does not say, its pod says for it. */
final class SecurityTranslator {

    /** Who a container runs as. */
    record Identity(@Nullable Long user, @Nullable Long group, boolean notRoot) {}

    private SecurityTranslator() {}

    static Identity identity(PodSpec spec, Container container) {
        PodSecurityContext pod = spec.getSecurityContext();
        io.fabric8.kubernetes.api.model.SecurityContext own = container.getSecurityContext();
        Long user = own == null ? null : own.getRunAsUser();
        Long group = own == null ? null : own.getRunAsGroup();
        Boolean notRoot = own == null ? null : own.getRunAsNonRoot();
        if (pod != null) {
            user = user == null ? pod.getRunAsUser() : user;
            group = group == null ? pod.getRunAsGroup() : group;
            notRoot = notRoot == null ? pod.getRunAsNonRoot() : notRoot;
        }
        return new Identity(user, group, Boolean.TRUE.equals(notRoot));
    }

    static SecurityContext ofContainer(PodSpec spec, Container container) {
        Identity identity = identity(spec, container);
        return common(identity, container)
                .runAsGroup(identity.group())
                .runAsNonRoot(identity.notRoot() ? Boolean.TRUE : null)
                .build();
    }

    /** ECI takes less for init containers; see {@link SecurityFeature#INIT_RUN_AS_GROUP}. */
    static SecurityContext ofInitContainer(PodSpec spec, Container container) {
        return common(identity(spec, container), container).build();
    }

    private static SecurityContext.Builder common(Identity identity, Container container) {
        SecurityContext.Builder context = SecurityContext.builder().runAsUser(identity.user());
        io.fabric8.kubernetes.api.model.SecurityContext own = container.getSecurityContext();
        if (own != null) {
            Capabilities capabilities = own.getCapabilities();
            context.readOnlyRootFilesystem(Boolean.TRUE.equals(own.getReadOnlyRootFilesystem()) ? Boolean.TRUE : null)
                    .addedCapabilities(capabilities == null ? List.of() : capabilities.getAdd());
        }
        return context;
    }

    static void addSysctls(PodSpec spec, SystemOptions.Builder system) {
        PodSecurityContext context = spec.getSecurityContext();
        if (context != null) {
            system.sysctls(sysctls(context, Sysctls::safe)).hostSysctls(sysctls(context, Sysctls::host));
        }
    }

    private static List<NamedValue> sysctls(PodSecurityContext context, Predicate<String> wanted) {
        return context.getSysctls().stream()
                .filter(sysctl -> wanted.test(sysctl.getName()))
                .map(SecurityTranslator::named)
                .toList();
    }

    private static NamedValue named(Sysctl sysctl) {
        return new NamedValue(Sysctls.dotted(sysctl.getName()), sysctl.getValue());
    }
}
