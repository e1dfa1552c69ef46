package io.vnode.cli.command;

import io.vnode.cli.output.Console;
import io.vnode.cli.output.Style;
import io.vnode.cli.problem.Problem;
import io.vnode.cli.problem.ProblemCode;
import io.vnode.cli.problem.ProblemException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** The one place that tells people about a failure: what, why, and what to do; once, at the end. */
public final class FailureReport {

    private final Console console;

    public FailureReport(Console console) {
        this.console = console;
    }

    /** Prints what a command failed with and returns the exit code. */
    public int print(Throwable failure) {
        if (failure instanceof ProblemException known) {
            return print(known.problem());
        }
        int exit = print(new Problem(
                ProblemCode.UNEXPECTED,
                "a bug in vnode ended this command",
                "%s: %s".formatted(failure.getClass().getName(), failure.getMessage()),
                List.of("run again with --verbose and report what it prints, together with 'vnode version'")));
        if (console.verbose()) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            console.insist(trace.toString());
        }
        return exit;
    }

    /** Prints a problem and returns the exit code. */
    public int print(Problem problem) {
        Style style = console.talkStyle();
        console.insist("%s %s %s"
                .formatted(style.bold("vnode:"), style.red(problem.code().code()), problem.what()));
        problem.why().forEach(line -> console.insist("  Why  " + line));
        problem.next().forEach(line -> console.insist("  Do   " + line));
        return problem.exitCode().number();
    }
}
