package io.vnode.emulator.exec;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call of a command.
 *
 * @param name what it was called as
 * @param arguments what was given to it
 * @param frame the shell that it is called in
 * @param environment the variables that it sees
 * @param streams where its output goes and its input comes from
 * @param shell what it runs in
 */
record Invocation(
        String name,
        List<String> arguments,
        Frame frame,
        Map<String, String> environment,
        Streams streams,
        Shell shell) {

    ContainerFiles files() {
        return shell.surroundings().files();
    }

    /** An absolute path for one that may count from the current directory. */
    String path(String argument) {
        return ContainerFiles.absolute(frame.directory(), argument);
    }

    void print(String text) {
        print(text.getBytes(StandardCharsets.UTF_8));
    }

    void print(byte[] bytes) {
        streams.write(Output.OUT, bytes);
    }

    /** Says what went wrong, on a line that begins with the command's name. */
    Effect fail(int status, String complaint) {
        complain(complaint);
        return new Effect.Done(status);
    }

    void complain(String complaint) {
        streams.write(Output.ERROR, "%s: %s\n".formatted(name, complaint).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The streams of a command after its redirections.
     *
     * @param output where the shell writes
     * @param outTarget {@link Output#OUT}, {@link Output#ERROR}, or 0 for nowhere
     * @param errorTarget the same for errors
     * @param input a file's content instead of the shell's own input, null for that
     */
    record Streams(Output output, int outTarget, int errorTarget, byte @Nullable [] input) {

        void write(int descriptor, byte[] bytes) {
            int target = descriptor == Output.OUT ? outTarget : errorTarget;
            if (target != 0 && bytes.length > 0) {
                output.write(target, bytes);
            }
        }
    }
}
