package io.vnode.cli.sandbox.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the processes of a sandbox are told from all others: by arguments that only we give.
 *
 * <p>Our Java processes carry {@code -Dvnode.sandbox.dir} and {@code -Dvnode.sandbox.process}; the programs of
 * Kubernetes have options whose values are files in the sandbox's folder. An editor that has one of those files open is
 * neither.
 */
public final class ProcessMark {

    private static final String FOLDER = "-Dvnode.sandbox.dir=";
    private static final String NAME = "-Dvnode.sandbox.process=";
    private static final Set<String> PROGRAMS =
            Set.of("etcd", "kube-apiserver", "kube-controller-manager", "kube-scheduler");

    private ProcessMark() {}

    /** The arguments by which a Java process is found again. */
    public static List<String> forJava(Path folder, String name) {
        return List.of(FOLDER + folder, NAME + name);
    }

    /**
     * The name of the process if it belongs to the sandbox in this folder, else null.
     *
     * @param commandLine the program and its arguments
     */
    public static @Nullable String nameOf(List<String> commandLine, Path folder) {
        if (commandLine.isEmpty()) {
            return null;
        }
        String program = fileName(commandLine.getFirst());
        List<String> arguments = commandLine.subList(1, commandLine.size());
        if (PROGRAMS.contains(program)) {
            return arguments.stream().anyMatch(argument -> isOptionWithFileIn(folder, argument)) ? program : null;
        }
        if (program.equals("java") && arguments.contains(FOLDER + folder)) {
            return arguments.stream()
                    .filter(argument -> argument.startsWith(NAME))
                    .map(argument -> argument.substring(NAME.length()))
                    .findFirst()
                    .orElse(program);
        }
        return null;
    }

    private static boolean isOptionWithFileIn(Path folder, String argument) {
        int value = argument.indexOf('=');
        return argument.startsWith("--") && value > 0 && argument.startsWith(folder + "/", value + 1);
    }

    private static String fileName(String program) {
        return program.substring(program.lastIndexOf('/') + 1);
    }
}
