package io.vnode.cli.sandbox.process;

import java.nio.file.Path;
import java.util.List;

/**
 * A program ended although nobody asked it to.
 *
 * @param program its name
 * @param exitCode what it ended with; above 128 a signal ended it
 * @param log where it wrote
 * @param lastLines the end of that
 */
public record ProcessDeath(String program, int exitCode, Path log, List<String> lastLines) {

    public ProcessDeath {
        lastLines = List.copyOf(lastLines);
    }
}
