package io.vnode.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each reason that the node's Ready condition can have is explained in {@code docs/troubleshooting.md}, and no other. */
class NodeReasonsPageTest {

    private static final Path PAGE = Path.of("../docs/troubleshooting.md");
    private static final Path SOURCES = Path.of("src/main/java/io/vnode/provider");
    private static final Pattern REASON = Pattern.compile("\"((?:ECI|Kubelet|Provider)[A-Z][A-Za-z]+)\"");

    @Test
    void areAllExplained() throws IOException {
        Set<String> reasons = new TreeSet<>();
        for (String source : new String[] {
            "containergroup/Outage.java",
            "containergroup/ContainerGroupTracker.java",
            "node/Readiness.java",
            "NodeMode.java"
        }) {
            reasons.addAll(REASON.matcher(Files.readString(SOURCES.resolve(source)))
                    .results()
                    .map(match -> match.group(1))
                    .collect(Collectors.toSet()));
        }
        assertThat(reasons).hasSizeGreaterThan(8);

        assertThat(explained()).isEqualTo(reasons);
    }

    private static Set<String> explained() throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf("## The virtual node\n");
        int to = page.indexOf("\n## ", from + 1);
        return Pattern.compile("(?m)^### (.+)$")
                .matcher(page.substring(from, to))
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
