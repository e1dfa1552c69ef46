package io.vnode.cli.sandbox;

import io.vnode.cli.sandbox.machine.FreePorts;
import io.vnode.cli.sandbox.machine.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code up} decided about one sandbox. It hands this to the supervisor as a file, which also tells later commands
 * where everything is.
 *
 * @param home the installation whose jars run here
 * @param binaries the folder with the programs of Kubernetes
 * @param address the machine's own, which the addon's pods have
 * @param emulatorPort where the emulator listens, on loopback
 * @param kubeletPort where the host node serves logs
 * @param webhookPort a free port for the addon's webhook
 */
record SandboxPlan(
        String name,
        String home,
        String binaries,
        String address,
        ControlPlanePorts ports,
        int emulatorPort,
        int kubeletPort,
        int webhookPort) {

    static SandboxPlan make(
            SandboxName name, Installation installation, Path binaries, String address, FreePorts ports) {
        return new SandboxPlan(
                name.value(),
                installation.home().toAbsolutePath().toString(),
                binaries.toString(),
                address,
                ControlPlanePorts.pick(ports),
                ports.next(),
                ports.next(),
                ports.next());
    }

    SandboxPlan withApiPort(int port) {
        return new SandboxPlan(
                name, home, binaries, address, ports.withApi(port), emulatorPort, kubeletPort, webhookPort);
    }

    void write(Path file) throws IOException {
        PrivateFiles.write(
                file, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(this));
    }

    static SandboxPlan read(Path file) throws IOException {
        return JsonMapper.shared().readValue(Files.readAllBytes(file), SandboxPlan.class);
    }

    SandboxName sandboxName() {
        return new SandboxName(name);
    }

    Installation installation() {
        return new Installation(Path.of(home));
    }

    String emulatorUrl() {
        return "http://127.0.0.1:" + emulatorPort;
    }

    ControlPlaneSettings controlPlane(SandboxFiles files) {
        return new ControlPlaneSettings(
                Path.of(binaries),
                new ControlPlaneFiles(files.folder()),
                ports,
                sandboxName().context(),
                address,
                sandboxName().hostNode());
    }
}
