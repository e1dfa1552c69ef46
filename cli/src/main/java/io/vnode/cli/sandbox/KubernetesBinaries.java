package io.vnode.cli.sandbox;

import io.vnode.cli.problem.Problem;
import io.vnode.cli.problem.ProblemCode;
import io.vnode.cli.problem.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the programs of Kubernetes on this machine, or has them brought here by the script that knows how.
 *
 * <p>The system property {@code vnode.kubernetes.dir} names a folder that holds them; {@code vnode.kubernetes.script} the
 * script, where it is not the one of the installation in {@code vnode.home}.
 */
public final class KubernetesBinaries {

    private KubernetesBinaries() {}

    /**
     * The folder with {@code etcd}, {@code kube-apiserver}, {@code kube-controller-manager}, {@code kube-scheduler} and
     * {@code kubectl}.
     *
     * @param progress gets each line that the script says
     * @throws ProblemException when they cannot be had
     */
    public static Path find(Consumer<String> progress) throws InterruptedException {
        String folder = System.getProperty("vnode.kubernetes.dir");
        if (folder != null) {
            return Path.of(folder);
        }
        return run(script(), progress);
    }

    static Path run(Path script, Consumer<String> progress) throws InterruptedException {
        if (!Files.isRegularFile(script)) {
            throw unobtainable(script + " is missing", null);
        }
        try {
            Process process = new ProcessBuilder("sh", script.toString()).start();
            process.getOutputStream().close();
            Thread talk = Thread.ofVirtual().start(() -> pass(process.getErrorStream(), progress));
            try {
                String folder = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
                int exitCode = process.waitFor();
                talk.join();
                if (exitCode != 0 || folder.isEmpty()) {
                    throw unobtainable(script + " ended with exit code " + exitCode, null);
                }
                return Path.of(folder);
            } finally {
                process.destroy(); // no effect unless this thread was interrupted
            }
        } catch (IOException e) {
            throw unobtainable("cannot run " + script + ": " + e.getMessage(), e);
        }
    }

    private static Path script() {
        String script = System.getProperty("vnode.kubernetes.script");
        return script != null
                ? Path.of(script)
                : Installation.ofThisProcess().home().resolve("kubernetes/kubernetes-binaries.sh");
    }

    private static void pass(InputStream talk, Consumer<String> progress) {
        try (BufferedReader reader = new BufferedReader(new java.io.InputStreamReader(talk, StandardCharsets.UTF_8))) {
            reader.lines().forEach(progress);
        } catch (IOException | java.io.UncheckedIOException _) {
            // the script is gone, and its exit code tells the rest
        }
    }

    private static ProblemException unobtainable(String why, @Nullable Throwable cause) {
        Problem problem = new Problem(
                ProblemCode.SANDBOX_BINARIES_MISSING,
                "cannot get the Kubernetes programs that a sandbox consists of",
                why,
                List.of(
                        "read the lines above: they say what was tried and why it did not work",
                        "KUBEBUILDER_ASSETS=FOLDER vnode sandbox up     with a folder that holds etcd, kube-apiserver, "
                                + "kube-controller-manager, kube-scheduler and kubectl"));
        return cause == null ? new ProblemException(problem) : new ProblemException(problem, cause);
    }
}
