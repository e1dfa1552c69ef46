package io.vnode.provider.translate;

import static io.vnode.provider.translate.Unsupported.Effect.IGNORED;
import static io.vnode.provider.translate.Unsupported.Effect.REFUSED;
import static io.vnode.provider.translate.Unsupported.Effect.TRANSLATED;

import io.vnode.provider.translate.Unsupported.Effect;
import java.util.List;

/** What a pod can ask for in its security contexts. */
public enum SecurityFeature implements PodFeature {
    RUN_AS(
            TRANSLATED,
            "as written; a container without its own has the pod's",
            "spec.securityContext.runAsUser",
            "spec.securityContext.runAsGroup",
            "spec.securityContext.runAsNonRoot",
            "spec.containers[].securityContext.runAsUser",
            "spec.containers[].securityContext.runAsGroup",
            "spec.containers[].securityContext.runAsNonRoot"),
    INIT_RUN_AS_GROUP(
            IGNORED,
            "ECI gives an init container the group of its image; start a shell that changes it, or name the group in the image",
            "spec.initContainers[].securityContext.runAsGroup"),
    INIT_RUN_AS_NON_ROOT(
            REFUSED,
            "ECI cannot look after it for init containers; give the init container a `runAsUser` other than 0",
            "spec.initContainers[].securityContext.runAsNonRoot"),
    READ_ONLY_ROOT(TRANSLATED, "as written", "spec.containers[].securityContext.readOnlyRootFilesystem"),
    CAPABILITIES_ADD(TRANSLATED, "as written", "spec.containers[].securityContext.capabilities.add"),
    CAPABILITIES_DROP(
            IGNORED, "ECI has no way to take a capability away", "spec.containers[].securityContext.capabilities.drop"),
    PRIVILEGED(
            REFUSED, "add the capabilities that the container needs", "spec.containers[].securityContext.privileged"),
    PRIVILEGE_ESCALATION(
            IGNORED,
            "ECI has no way to forbid it; run as a user other than root",
            "spec.containers[].securityContext.allowPrivilegeEscalation"),
    PROC_MOUNT(REFUSED, "ECI masks `/proc` as usual; leave it out", "spec.containers[].securityContext.procMount"),
    SECCOMP_PROFILE(
            IGNORED,
            "ECI's own profile is used; the pod has a virtual machine of its own",
            "spec.securityContext.seccompProfile",
            "spec.containers[].securityContext.seccompProfile"),
    APP_ARMOR_PROFILE(
            IGNORED,
            "ECI's own profile is used; the pod has a virtual machine of its own",
            "spec.securityContext.appArmorProfile",
            "spec.containers[].securityContext.appArmorProfile"),
    SE_LINUX_OPTIONS(
            IGNORED,
            "ECI does not use SELinux; the pod has a virtual machine of its own",
            "spec.securityContext.seLinuxOptions",
            "spec.securityContext.seLinuxChangePolicy",
            "spec.containers[].securityContext.seLinuxOptions"),
    WINDOWS_OPTIONS(
            IGNORED,
            "virtual nodes run Linux pods",
            "spec.securityContext.windowsOptions",
            "spec.containers[].securityContext.windowsOptions"),
    FS_GROUP(
            TRANSLATED,
            "files of ConfigMaps, Secrets and the like are readable for every user in the pod, as they are with the group; an emptyDir is writable for all anyway",
            "spec.securityContext.fsGroup"),
    FS_GROUP_ON_DISK(
            IGNORED,
            "disks and file servers keep their owners; let an init container that runs as root change them",
            "spec.securityContext.fsGroup (with claims and FlexVolumes)",
            "spec.securityContext.fsGroupChangePolicy"),
    SUPPLEMENTAL_GROUPS(
            REFUSED,
            "ECI has no further groups; use `runAsGroup`",
            "spec.securityContext.supplementalGroups",
            "spec.securityContext.supplementalGroupsPolicy"),
    SYSCTLS(
            TRANSLATED,
            "`net.*` except `net.ipv4.tcp_syncookies`, `kernel.shm*` except `kernel.shm_rmid_forced`, `kernel.msg*`, `kernel.sem` and `fs.mqueue.*`",
            "spec.securityContext.sysctls"),
    UNKNOWN_SYSCTL(
            REFUSED,
            "ECI sets those of `net`, of shared memory, messages and semaphores; leave it out",
            "spec.securityContext.sysctls (any other)");

    private final Handling handling;

    SecurityFeature(Effect effect, String text, String... fields) {
        this.handling = new Handling(effect, text, List.of(fields));
    }

    @Override
    public Handling handling() {
        return handling;
    }
}
