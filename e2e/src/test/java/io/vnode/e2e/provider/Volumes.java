package io.vnode.e2e.provider;

import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Map;

/** Volumes of NAS, bound by hand: a stand has an API server and no controllers. */
final class Volumes {

    private static final Map<String, Quantity> SIZE = Map.of("storage", new Quantity("1Gi"));

    private Volumes() {}

    static void createBound(ProviderStand stand, String claimName) {
        String volumeName = stand.name() + "-" + claimName;
        stand.client()
                .resource(new PersistentVolumeBuilder()
                        .withNewMetadata()
                        .withName(volumeName)
                        .endMetadata()
                        .withNewSpec()
                        .withAccessModes("ReadWriteMany")
                        .withCapacity(SIZE)
                        .withNewCsi()
                        .withDriver("nasplugin.csi.alibabacloud.com")
                        .withVolumeHandle(volumeName)
                        .withVolumeAttributes(Map.of("server", "nas.example.com", "path", "/data"))
                        .endCsi()
                        .endSpec()
                        .build())
                .create();
        PersistentVolumeClaim claim = stand.client()
                .resource(new PersistentVolumeClaimBuilder()
                        .withNewMetadata()
                        .withNamespace(stand.name())
                        .withName(claimName)
                        .endMetadata()
                        .withNewSpec()
                        .withAccessModes("ReadWriteMany")
                        .withNewResources()
                        .withRequests(SIZE)
                        .endResources()
                        .withStorageClassName("")
                        .withVolumeName(volumeName)
                        .endSpec()
                        .build())
                .create();
        PersistentVolumeClaim unused = stand.client()
                .resource(claim)
                .editStatus(found -> new PersistentVolumeClaimBuilder(found)
                        .withNewStatus()
                        .withPhase("Bound")
                        .endStatus()
                        .build());
    }
}
