package io.vnode.cli.sandbox;

import io.vnode.cli.problem.Problem;
import io.vnode.cli.problem.ProblemCode;
import io.vnode.cli.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The installed files of vnode.
 *
 * @param home the folder that holds {@code lib} and {@code kubernetes}
 */
record Installation(Path home) {

    /** The one that the launcher named when it started this process. */
    static Installation ofThisProcess() {
        String home = System.getProperty("vnode.home");
        if (home == null) {
            throw incomplete("the system property vnode.home, which the launcher sets, is missing");
        }
        return new Installation(Path.of(home));
    }

    Path emulator() {
        return present("lib/eci-emulator.jar");
    }

    Path provider() {
        return present("lib/provider-runtime.jar");
    }

    /** The Java that runs this process. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private Path present(String file) {
        Path path = home.resolve(file);
        if (!Files.isRegularFile(path)) {
            throw incomplete(path + " is missing");
        }
        return path;
    }

    private static ProblemException incomplete(String why) {
        return new ProblemException(new Problem(
                ProblemCode.SANDBOX_INSTALLATION_INCOMPLETE,
                "this installation of vnode is not complete",
                why,
                List.of("./install.sh     from a checkout or release of vnode, then run this again")));
    }
}
