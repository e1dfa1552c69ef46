package io.vnode.cli.command;

import io.vnode.cli.problem.Problem;
import io.vnode.cli.problem.ProblemCode;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds access keys among the arguments, where every user of the machine and the shell's history can read them. */
final class SecretOnCommandLine {

    private static final Pattern KEY_ID = Pattern.compile("(?:LTAI|STS\\.)[A-Za-z0-9]{12,}");

    /** 30 letters and digits, with all three kinds in it: what access key secrets look like. */
    private static final Pattern SECRET = Pattern.compile("(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9])[A-Za-z0-9]{30}");

    private SecretOnCommandLine() {}

    /** The problem to report; null when there is none. It does not repeat the value. */
    static @Nullable Problem find(String... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            String value = arguments[i].substring(arguments[i].indexOf('=') + 1);
            if (KEY_ID.matcher(value).matches() || SECRET.matcher(value).matches()) {
                return new Problem(
                        ProblemCode.SECRET_ON_COMMAND_LINE,
                        "argument %d looks like an access key".formatted(i + 1),
                        "the command line can be read by everyone on this machine and stays in the shell's history",
                        List.of(
                                "treat this key as known to others and replace it",
                                "give keys by --credentials-file FILE (- reads standard input) or by"
                                        + " ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET"));
            }
        }
        return null;
    }
}
