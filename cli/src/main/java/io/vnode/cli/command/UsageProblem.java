package io.vnode.cli.command;

import io.vnode.cli.problem.Problem;
import io.vnode.cli.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what the parser says about a command line into a problem. */
final class UsageProblem {

    private UsageProblem() {}

    static Problem of(ParameterException e) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        List<String> next = new ArrayList<>();
        if (e instanceof UnmatchedArgumentException unmatched) {
            List<String> suggestions = unmatched.getSuggestions();
            if (!suggestions.isEmpty()) {
                next.add("did you mean '%s'?".formatted(suggestions.getFirst()));
            }
        }
        next.add(command + " --help");
        return new Problem(ProblemCode.COMMAND_LINE, "this command line cannot be understood", sentence(e), next);
    }

    private static String sentence(ParameterException e) {
        String message = String.valueOf(e.getMessage());
        return message.lines().findFirst().orElse(message);
    }
}
