package io.vnode.cli.problem;

import java.util.List;

/**
 * A failure as people are told about it.
 *
 * @param code which cause it is
 * @param what what happened, with the name of the object; starts in lower case, no full stop
 * @param why the evidence: object, field, value, the server's own sentence; one entry a line, may be empty
 * @param next what to do now, commands to copy where there are some; may be empty
 */
public record Problem(ProblemCode code, String what, List<String> why, List<String> next) {

    public Problem {
        why = List.copyOf(why);
        next = List.copyOf(next);
    }

    /** A problem with one line of evidence. */
    public Problem(ProblemCode code, String what, String why, List<String> next) {
        this(code, what, List.of(why), next);
    }

    /** How the process ends. */
    public ExitCode exitCode() {
        return code.exitCode();
    }
}
