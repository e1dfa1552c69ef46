package io.vnode.provider.http;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a probe looks at.
 *
 * @param name what it is
 * @param problem what is wrong with it; null when nothing is
 */
public record ProbeCheck(String name, @Nullable String problem) {

    /** The answer of a probe, in the form that the API server's probes have. */
    static HttpReply reply(String path, List<ProbeCheck> checks, boolean verbose) {
        boolean good = checks.stream().allMatch(check -> check.problem() == null);
        if (good && !verbose) {
            return HttpReply.text(200, "ok");
        }
        String lines = checks.stream()
                .filter(check -> verbose || check.problem() != null)
                .map(ProbeCheck::line)
                .collect(Collectors.joining("\n"));
        String name = path.substring(1);
        return good
                ? HttpReply.text(200, "%s%n%s check passed".formatted(lines, name))
                : HttpReply.text(503, "%s%n%s check failed".formatted(lines, name));
    }

    private String line() {
        return problem == null ? "[+]%s ok".formatted(name) : "[-]%s failed: %s".formatted(name, problem);
    }
}
