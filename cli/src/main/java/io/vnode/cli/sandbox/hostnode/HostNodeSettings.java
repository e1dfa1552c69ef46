package io.vnode.cli.sandbox.hostnode;

import java.nio.file.Path;
import java.util.List;

/**
 * What a host node has to know.
 *
 * @param nodeName its name in the cluster
 * @param address where the API server reaches it, and the address of all its pods
 * @param kubeletPort where it serves logs
 * @param apiHost how processes of this machine reach the API server
 * @param apiPort see {@code apiHost}
 * @param pki the folder with {@code ca.crt}, {@code host-node.crt} and {@code host-node.key}
 * @param logReader the common name of the only client that may read logs
 * @param sandbox the folder by which the processes are found again
 * @param pods where the files of pods are kept
 * @param java the program that runs the addon
 * @param providerJar the addon
 */
public record HostNodeSettings(
        String nodeName,
        String address,
        int kubeletPort,
        String apiHost,
        int apiPort,
        Path pki,
        String logReader,
        Path sandbox,
        Path pods,
        String java,
        Path providerJar) {

    /** Serial collector and quick compiler: the addon's processes are small, and several share the machine. */
    List<String> javaOptions() {
        return List.of(
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Xms16m",
                "-Xmx224m",
                "-Xss512k",
                "-XX:MinHeapFreeRatio=15",
                "-XX:MaxHeapFreeRatio=30",
                "-XX:-ShrinkHeapInSteps",
                "-XX:TrimNativeHeapInterval=5000");
    }
}
