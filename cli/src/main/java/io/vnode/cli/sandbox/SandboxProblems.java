package io.vnode.cli.sandbox;

import io.vnode.cli.problem.Problem;
import io.vnode.cli.problem.ProblemCode;
import io.vnode.cli.sandbox.process.ProcessDeath;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What can go wrong with a sandbox, in the words in which people are told. */
final class SandboxProblems {

    private SandboxProblems() {}

    static Problem died(ProcessDeath death) {
        List<String> why = new ArrayList<>();
        why.add("the last lines of %s:".formatted(death.log().getFileName()));
        death.lastLines().forEach(line -> why.add("  " + line));
        return new Problem(
                ProblemCode.SANDBOX_PROCESS_DIED,
                "%s ended with exit code %d while the sandbox was starting"
                        .formatted(death.program(), death.exitCode()),
                death.lastLines().isEmpty() ? List.of("it wrote nothing") : why,
                List.of("vnode sandbox up     once the cause above is out of the way; nothing was left behind"));
    }

    static Problem portTaken(int port) {
        return new Problem(
                ProblemCode.SANDBOX_PORT_TAKEN,
                "port %d of this machine is taken".formatted(port),
                "another program listens on it",
                List.of(
                        "vnode sandbox up     without --api-port, to have a free port picked",
                        "ss -ltnp 'sport = :%d'     tells which program it is".formatted(port)));
    }

    static Problem noAddress() {
        return new Problem(
                ProblemCode.SANDBOX_NO_ADDRESS,
                "this machine has no IPv4 address besides loopback",
                "Kubernetes refuses loopback and link-local addresses as endpoints of Services, and the addon's admission "
                        + "webhook is one",
                List.of(
                        "connect the machine to a network, then run this again",
                        "sudo ip link add vnode0 type dummy && sudo ip addr add 10.254.0.1/32 dev vnode0 && "
                                + "sudo ip link set vnode0 up     gives it one without a network"));
    }

    static Problem folderUnusable(Path folder, String why) {
        return new Problem(
                ProblemCode.SANDBOX_FOLDER_UNUSABLE,
                "cannot write to " + folder,
                why,
                List.of("give your user the right to write there, or set XDG_STATE_HOME and XDG_CONFIG_HOME"));
    }

    static Problem diskFull(Path folder, String why) {
        return new Problem(
                ProblemCode.SANDBOX_DISK_FULL,
                "too little room for a sandbox in " + folder,
                why,
                List.of(
                        "df -h %s     shows the file system; make room on it".formatted(folder),
                        "XDG_STATE_HOME=FOLDER vnode sandbox up     puts the sandbox elsewhere"));
    }

    static Problem tooSlow(SandboxName name, String why) {
        return new Problem(
                ProblemCode.SANDBOX_TIMED_OUT,
                "sandbox '%s' did not become ready in time".formatted(name),
                why,
                List.of("vnode sandbox up %s     once the machine is less busy; nothing was left behind"
                        .formatted(name)));
    }

    static Problem busy(SandboxName name, Duration patience) {
        return new Problem(
                ProblemCode.SANDBOX_BUSY,
                "another vnode is starting or stopping sandbox '%s'".formatted(name),
                "it has not finished within %d s".formatted(patience.toSeconds()),
                List.of("vnode sandbox status %s     shows how far it is".formatted(name)));
    }

    static Problem leftovers(SandboxName name, List<String> what) {
        return new Problem(
                ProblemCode.SANDBOX_NOT_REMOVED,
                "sandbox '%s' could not be removed completely".formatted(name),
                what,
                List.of("end or remove what is named above, then: vnode sandbox down " + name));
    }
}
