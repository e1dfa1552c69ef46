package io.vnode.provider.translate;

import io.fabric8.kubernetes.api.model.Capabilities;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecurityContext;

/** Finds what ECI lacks to give containers their privileges, and to take some away. */
final class SecurityFeatures {

    private final Findings found;
    private final PodSpec spec;

    SecurityFeatures(Findings found, PodSpec spec) {
        this.found = found;
        this.spec = spec;
    }

    void lookAtPod() {
        PodSecurityContext context = spec.getSecurityContext();
        if (context == null) {
            return;
        }
        String at = "spec.securityContext.";
        boolean onDisk = context.getFsGroup() != null && VolumeFeatures.anyKeepsItsOwners(spec);
        found.addIf(onDisk, SecurityFeature.FS_GROUP_ON_DISK, at + "fsGroup");
        boolean groups = !context.getSupplementalGroups().isEmpty();
        found.addIf(groups, SecurityFeature.SUPPLEMENTAL_GROUPS, at + "supplementalGroups");
        context.getSysctls().stream()
                .filter(sysctl -> !Sysctls.known(sysctl.getName()))
                .forEach(sysctl ->
                        found.addIf(true, SecurityFeature.UNKNOWN_SYSCTL, at + "sysctls[" + sysctl.getName() + "]"));
        found.addIf(context.getSeccompProfile() != null, SecurityFeature.SECCOMP_PROFILE, at + "seccompProfile");
        found.addIf(context.getAppArmorProfile() != null, SecurityFeature.APP_ARMOR_PROFILE, at + "appArmorProfile");
        found.addIf(context.getSeLinuxOptions() != null, SecurityFeature.SE_LINUX_OPTIONS, at + "seLinuxOptions");
        found.addIf(context.getWindowsOptions() != null, SecurityFeature.WINDOWS_OPTIONS, at + "windowsOptions");
    }

    /** ECI has a user for init containers, and neither a group nor a look at whether the user is root. */
    void lookAtInitContainer(Container container, String at) {
        SecurityTranslator.Identity identity = SecurityTranslator.identity(spec, container);
        String field = at + "securityContext.";
        found.addIf(identity.group() != null, SecurityFeature.INIT_RUN_AS_GROUP, field + "runAsGroup");
        boolean perhapsRoot = identity.user() == null || identity.user() == 0;
        found.addIf(identity.notRoot() && perhapsRoot, SecurityFeature.INIT_RUN_AS_NON_ROOT, field + "runAsNonRoot");
        lookAtContainer(container, at);
    }

    void lookAtContainer(Container container, String atContainer) {
        SecurityContext context = container.getSecurityContext();
        if (context == null) {
            return;
        }
        String at = atContainer + "securityContext.";
        found.addIf(Boolean.TRUE.equals(context.getPrivileged()), SecurityFeature.PRIVILEGED, at + "privileged");
        found.addIf("Unmasked".equals(context.getProcMount()), SecurityFeature.PROC_MOUNT, at + "procMount");
        Capabilities capabilities = context.getCapabilities();
        found.addIf(
                capabilities != null && !capabilities.getDrop().isEmpty(),
                SecurityFeature.CAPABILITIES_DROP,
                at + "capabilities.drop");
        found.addIf(
                Boolean.FALSE.equals(context.getAllowPrivilegeEscalation()),
                SecurityFeature.PRIVILEGE_ESCALATION,
                at + "allowPrivilegeEscalation");
        found.addIf(context.getSeccompProfile() != null, SecurityFeature.SECCOMP_PROFILE, at + "seccompProfile");
        found.addIf(context.getAppArmorProfile() != null, SecurityFeature.APP_ARMOR_PROFILE, at + "appArmorProfile");
        found.addIf(context.getSeLinuxOptions() != null, SecurityFeature.SE_LINUX_OPTIONS, at + "seLinuxOptions");
        found.addIf(context.getWindowsOptions() != null, SecurityFeature.WINDOWS_OPTIONS, at + "windowsOptions");
    }
}
