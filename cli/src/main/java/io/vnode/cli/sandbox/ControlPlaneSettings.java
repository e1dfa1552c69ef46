package io.vnode.cli.sandbox;

import java.nio.file.Path;

/**
 * What one control plane is made of.
 *
 * @param binaries the folder with the programs of Kubernetes
 * @param context the name of the context in the administrator's kubeconfig
 * @param advertisedAddress the address that the API server tells others; it listens on loopback only
 * @param hostNode the node for which there are credentials
 */
record ControlPlaneSettings(
        Path binaries,
        ControlPlaneFiles files,
        ControlPlanePorts ports,
        String context,
        String advertisedAddress,
        String hostNode) {

    /** The address of the API server, for everybody on this machine. */
    String url() {
        return "https://127.0.0.1:" + ports.api();
    }
}
