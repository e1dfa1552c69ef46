package io.vnode.provider.translate;

import static io.vnode.provider.translate.Unsupported.Effect.IGNORED;
import static io.vnode.provider.translate.Unsupported.Effect.REFUSED;
import static io.vnode.provider.translate.Unsupported.Effect.TRANSLATED;

import io.vnode.provider.translate.Unsupported.Effect;
import java.util.List;

/** What a pod can ask for in volumes and mounts. */
public enum VolumeFeature implements PodFeature {
    EMPTY_DIR(
            TRANSLATED,
            "medium disk, `Memory` and `LocalRaid0`, with a size limit",
            "spec.volumes[].name",
            "spec.volumes[].emptyDir"),
    CONFIG_FILES(
            TRANSLATED,
            "files, written when the container group is created; items, modes, `optional` and binary data as written; a change afterwards does not reach running pods",
            "spec.volumes[].configMap",
            "spec.volumes[].secret",
            "spec.volumes[].downwardAPI",
            "spec.volumes[].projected"),
    SERVICE_ACCOUNT_TOKEN(
            TRANSLATED,
            "a file with a token bound to the pod; ECI cannot renew it, see below",
            "spec.volumes[].projected.sources[].serviceAccountToken"),
    LARGE_FILE(
            REFUSED,
            "ECI takes files of 32 KiB at most; put it on a file server or a disk, or in the image",
            "spec.volumes[].configMap, secret, projected (a file of more than 32 KiB)"),
    TOO_MANY_FILES(
            REFUSED,
            "ECI takes 90 files in a volume at most; use several volumes or name fewer items",
            "spec.volumes[].configMap, secret, projected (more than 90 files)"),
    NFS(TRANSLATED, "as written", "spec.volumes[].nfs"),
    FLEX_VOLUME(
            TRANSLATED,
            "drivers `alicloud/disk`, `alicloud/nas` and `alicloud/oss` with their options, and a Secret's keys if they name one",
            "spec.volumes[].flexVolume"),
    CLAIM(
            TRANSLATED,
            "once bound: drivers `diskplugin.csi.alibabacloud.com` and `nasplugin.csi.alibabacloud.com`, NFS and the FlexVolume drivers above",
            "spec.volumes[].persistentVolumeClaim",
            "spec.volumes[].ephemeral"),
    FLEX_DRIVER(
            REFUSED,
            "ECI has the drivers `alicloud/disk`, `alicloud/nas` and `alicloud/oss`",
            "spec.volumes[].flexVolume.driver (any other)"),
    VOLUME_DRIVER(
            REFUSED,
            "ECI mounts cloud disks and NAS; use a storage class of the disk or the NAS driver",
            "spec.volumes[].persistentVolumeClaim (any other driver)"),
    VOLUME_SECRET(
            REFUSED,
            "describe the volume in the pod itself, as `flexVolume` with a Secret of its namespace",
            "spec.volumes[].persistentVolumeClaim (FlexVolume with a Secret)"),
    BLOCK_VOLUME(
            REFUSED,
            "ECI mounts file systems only; use `volumeMode: Filesystem`",
            "spec.containers[].volumeDevices",
            "spec.volumes[].persistentVolumeClaim (volumeMode: Block)"),
    MOUNT_OPTIONS(
            IGNORED,
            "ECI mounts NFS its own way; use NAS to choose options",
            "spec.volumes[].persistentVolumeClaim (NFS with mountOptions)"),
    HUGE_PAGES(REFUSED, "ECI sells no huge pages; use medium `Memory`", "spec.volumes[].emptyDir.medium (HugePages)"),
    HOST_PATH(REFUSED, "there is no host to look at; use an emptyDir, NAS or a disk", "spec.volumes[].hostPath"),
    INLINE_CSI(REFUSED, "use a PersistentVolumeClaim of the disk or the NAS driver", "spec.volumes[].csi"),
    IMAGE_VOLUME(
            REFUSED, "copy the files from an init container with that image to an emptyDir", "spec.volumes[].image"),
    CLUSTER_TRUST_BUNDLE(
            REFUSED, "put the certificates into a ConfigMap", "spec.volumes[].projected.sources[].clusterTrustBundle"),
    POD_CERTIFICATE(REFUSED, "ECI cannot renew it; use a Secret", "spec.volumes[].projected.sources[].podCertificate"),
    OTHER_VOLUME(REFUSED, "use an emptyDir, NFS, NAS or a disk", "spec.volumes[].(any other kind)"),
    MOUNT(
            TRANSLATED,
            "as written",
            "spec.containers[].volumeMounts[].name",
            "spec.containers[].volumeMounts[].mountPath",
            "spec.containers[].volumeMounts[].subPath",
            "spec.containers[].volumeMounts[].readOnly"),
    SUB_PATH_EXPR(TRANSLATED, "`$(NAME)` filled in", "spec.containers[].volumeMounts[].subPathExpr"),
    ADDRESS_IN_PATH(
            REFUSED,
            "the pod's address is known to ECI alone; use `metadata.name` or `metadata.uid`",
            "spec.containers[].volumeMounts[].subPathExpr (with the pod's address)"),
    MOUNT_PROPAGATION(TRANSLATED, "as written", "spec.containers[].volumeMounts[].mountPropagation"),
    RECURSIVE_READ_ONLY(
            REFUSED,
            "ECI makes the mount itself read-only; use `readOnly` alone",
            "spec.containers[].volumeMounts[].recursiveReadOnly"),
    BIND_MOUNT_OPTIONS(
            REFUSED,
            "ECI has no options for mounts; leave it out",
            "spec.containers[].volumeMounts[].bindMountOptions");

    private final Handling handling;

    VolumeFeature(Effect effect, String text, String... fields) {
        this.handling = new Handling(effect, text, List.of(fields));
    }

    @Override
    public Handling handling() {
        return handling;
    }
}
