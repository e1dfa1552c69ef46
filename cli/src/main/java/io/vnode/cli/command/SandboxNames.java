package io.vnode.cli.command;

import io.vnode.cli.problem.Problem;
import io.vnode.cli.problem.ProblemCode;
import io.vnode.cli.problem.ProblemException;
import io.vnode.cli.sandbox.SandboxName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the name of a sandbox from the command line. */
final class SandboxNames {

    private SandboxNames() {}

    static SandboxName parse(@Nullable String text) {
        if (text == null) {
            return SandboxName.DEFAULT;
        }
        try {
            return new SandboxName(text);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    new Problem(
                            ProblemCode.SETTING_INVALID,
                            "'%s' cannot name a sandbox".formatted(text),
                            "a name has up to 40 lower-case letters, digits and inner dashes",
                            List.of("vnode sandbox status     lists the sandboxes of this machine")),
                    e);
        }
    }
}
