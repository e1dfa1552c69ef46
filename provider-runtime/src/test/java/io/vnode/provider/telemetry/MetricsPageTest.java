package io.vnode.provider.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/metrics.md} equal to the code; {@code -Dgolden.update} rewrites its table. */
class MetricsPageTest {

    private static final Path PAGE = Path.of("../docs/metrics.md");
    private static final String BEGIN = "<!-- begin: metrics, generated -->\n";
    private static final String END = "<!-- end: metrics -->\n";
    private static final Pattern NAME = Pattern.compile("\\bvnode_[a-z_]+");

    private final List<Meters.Description> metrics = new Metrics("test").described();

    @Test
    void listsEveryMetric() throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf(BEGIN) + BEGIN.length();
        int to = page.indexOf(END);
        if (System.getProperty("golden.update") != null) {
            Files.writeString(PAGE, page.substring(0, from) + table() + page.substring(to));
            return;
        }

        assertThat(page.substring(from, to)).isEqualTo(table());
    }

    @Test
    void namesNoMetricThatIsNotThere() throws IOException {
        List<String> named = NAME.matcher(Files.readString(PAGE))
                .results()
                .map(MatchResult::group)
                .map(name -> name.replaceFirst("_(bucket|sum|count)$", ""))
                .distinct()
                .toList();

        assertThat(named)
                .isSubsetOf(metrics.stream().map(Meters.Description::name).toList());
    }

    @Test
    void followsTheConventionsOfPrometheus() {
        assertThat(metrics).allSatisfy(metric -> {
            assertThat(metric.name()).matches("vnode_[a-z]+(_[a-z]+)*");
            assertThat(metric.name().endsWith("_total"))
                    .as("%s ends with _total as only counters do", metric.name())
                    .isEqualTo(metric.type().equals("counter"));
            assertThat(metric.help()).endsWith(".");
        });
    }

    private String table() {
        return "| metric | kind | labels | meaning |\n|---|---|---|---|\n"
                + metrics.stream().map(MetricsPageTest::row).collect(Collectors.joining());
    }

    private static String row(Meters.Description metric) {
        String labels = metric.labels().stream().map(label -> "`" + label + "`").collect(Collectors.joining(", "));
        return "| `%s` | %s | %s | %s |%n".formatted(metric.name(), metric.type(), labels, metric.help());
    }
}
