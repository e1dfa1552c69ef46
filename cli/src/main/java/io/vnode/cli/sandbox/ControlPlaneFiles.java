package io.vnode.cli.sandbox;

import java.nio.file.Path;

/**
 * The files of one control plane.
 *
 * @param folder holds them all; the processes are found again by it
 */
record ControlPlaneFiles(Path folder) {

    Path pki(String name) {
        return pki().resolve(name);
    }

    Path pki() {
        return folder.resolve("pki");
    }

    Path data() {
        return folder.resolve("data");
    }

    Path logs() {
        return folder.resolve("logs");
    }

    Path log(String program) {
        return logs().resolve(program + ".log");
    }

    /** The administrator's. */
    Path kubeconfig() {
        return folder.resolve("kubeconfig");
    }

    /** The one of a part of the control plane. */
    Path kubeconfig(String user) {
        return pki().resolve(user + ".kubeconfig");
    }
}
