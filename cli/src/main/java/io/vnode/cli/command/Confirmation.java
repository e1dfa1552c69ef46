package io.vnode.cli.command;

import io.vnode.cli.output.Console;
import io.vnode.cli.problem.Problem;
import io.vnode.cli.problem.ProblemCode;
import io.vnode.cli.problem.ProblemException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Asks before something happens. Where nobody can answer, only {@code --yes} will do. */
final class Confirmation {

    private static final Set<String> CONSENT = Set.of("y", "yes");

    private final Console console;

    Confirmation(Console console) {
        this.console = console;
    }

    /** Returns when the answer is yes. */
    void require(String question, boolean yes) {
        if (yes) {
            return;
        }
        if (!console.canAsk()) {
            throw new ProblemException(new Problem(
                    ProblemCode.CONFIRMATION_MISSING,
                    "nobody is there to confirm this",
                    "standard input is no terminal; nothing was changed",
                    List.of("look at it with --dry-run, then run it again with --yes")));
        }
        String answer = new ConsolePrompt(console).ask(question + " [y/N] ");
        if (answer == null || !CONSENT.contains(answer.strip().toLowerCase(Locale.ROOT))) {
            throw new ProblemException(new Problem(
                    ProblemCode.DECLINED,
                    "not confirmed",
                    "nothing was changed",
                    List.of("run it again when you are ready")));
        }
    }
}
