package io.vnode.provider.translate;

import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.addon.PodAnnotation;
import io.vnode.provider.translate.Unsupported.Effect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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

    @Test
    void listsTheAnnotationsThatAPodMayHave() throws IOException {
        StringBuilder lists = new StringBuilder();
        for (PodAnnotation.Topic topic : PodAnnotation.Topic.values()) {
            lists.append("%n### %s%n%n| annotation | value | meaning |%n|---|---|---|%n".formatted(topic.title()));
            Arrays.stream(PodAnnotation.values())
                    .filter(annotation -> annotation.topic() == topic)
                    .forEach(annotation -> lists.append("| %s | %s | %s |%n"
                            .formatted(
                                    code(annotation.keys().toList()),
                                    annotation.rule(),
                                    annotation.meaning() + standing(annotation))));
        }

        assertUpToDate("annotations", lists.substring(1) + "\n");
    }

    @Test
    void listsWhatIsWrittenBack() throws IOException {
        StringBuilder table = new StringBuilder("| annotation | what it says |\n|---|---|\n");
        for (WrittenAnnotation annotation : WrittenAnnotation.values()) {
            table.append("| `%s` | %s |%n".formatted(annotation.key(), annotation.meaning()));
        }

        assertUpToDate("written annotations", table.toString());
    }

    @Test
    void listsTheConditions() throws IOException {
        StringBuilder table = new StringBuilder("| condition | what it says |\n|---|---|\n");
        for (PodConditionType condition : PodConditionType.values()) {
            table.append("| `%s` | %s |%n".formatted(condition.word(), condition.meaning()));
        }

        assertUpToDate("conditions", table.toString());
    }

    private static String standing(PodAnnotation annotation) {
        return switch (annotation.standing()) {
            case HONOURED -> "";
            case NOTED -> " **Ignored**: " + annotation.why() + ".";
            case REFUSED -> " **Refused**: " + annotation.why() + ".";
        };
    }

    private static String table(Effect effect, String heading) {
        StringBuilder table = new StringBuilder("| field | " + heading + " | word |\n|---|---|---|\n");
        PodFeature.all().stream()
                .filter(feature -> feature.effect() == effect)
                .forEach(feature -> table.append(
                        "| %s | %s | `%s` |%n".formatted(code(feature.fields()), feature.text(), feature.reason())));
        return table.toString();
    }

    private static String code(List<String> fields) {
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
