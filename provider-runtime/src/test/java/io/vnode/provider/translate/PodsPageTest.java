package io.vnode.provider.translate;

import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.provider.translate.Unsupported.Effect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tables of {@code docs/pods.md} are those of the code. {@code -Dgolden.update} writes them anew. */
class PodsPageTest {

    private static final Path PAGE = Path.of("../docs/pods.md");

    @Test
    void listsWhatIsRefused() throws IOException {
        assertUpToDate("refused", table(Effect.REFUSED, "instead"));
    }

    @Test
    void listsWhatIsIgnored() throws IOException {
        assertUpToDate("ignored", table(Effect.IGNORED, "because, or instead"));
    }

    @Test
    void listsWhatIsHonoured() throws IOException {
        assertUpToDate("honoured", table(Effect.TRANSLATED, "how"));
    }

    private static String table(Effect effect, String heading) {
        StringBuilder table = new StringBuilder("| field | " + heading + " | word |\n|---|---|---|\n");
        PodFeature.all().stream()
                .filter(feature -> feature.effect() == effect)
                .forEach(feature -> table.append(
                        "| %s | %s | `%s` |%n".formatted(fields(feature.fields()), feature.text(), feature.reason())));
        return table.toString();
    }

    private static String fields(List<String> fields) {
        return fields.stream().map(field -> "`" + field + "`").collect(Collectors.joining(", "));
    }

    private static void assertUpToDate(String section, String table) throws IOException {
        String page = Files.readString(PAGE);
        String begin = "<!-- begin: " + section + ", generated -->\n";
        String end = "<!-- end: " + section + " -->\n";
        int from = page.indexOf(begin) + begin.length();
        int to = page.indexOf(end);
        if (System.getProperty("golden.update") != null) {
            Files.writeString(PAGE, page.substring(0, from) + table + page.substring(to));
            return;
        }
        assertThat(page.substring(from, to)).isEqualTo(table);
    }
}
