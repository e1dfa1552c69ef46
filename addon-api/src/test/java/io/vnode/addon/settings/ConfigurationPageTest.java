package io.vnode.addon.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.addon.profile.ProfileKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Keeps the tables of {@code docs/configuration.md} equal to the settings; {@code -Dgolden.update} rewrites them. */
class ConfigurationPageTest {

    private static final Path PAGE = Path.of("../docs/configuration.md");

    @Test
    void listsEverySettingOfTheProvider() throws IOException {
        assertUpToDate("provider settings", Settings.ofProvider());
    }

    @Test
    void listsEverySettingOfTheWebhook() throws IOException {
        assertUpToDate("webhook settings", Settings.ofWebhook());
    }

    @Test
    void listsEveryKeyOfTheProfile() throws IOException {
        StringBuilder table =
                new StringBuilder("| key | older spellings | meaning | must be | acts on |\n|---|---|---|---|---|\n");
        for (ProfileKey key : ProfileKey.values()) {
            table.append("| `%s` | %s | %s | %s | %s |%n"
                    .formatted(
                            key.key(),
                            key.olderKeys().stream()
                                    .map(name -> "`" + name + "`")
                                    .collect(Collectors.joining(", ")),
                            key.help(),
                            key.rule(),
                            switch (key.use()) {
                                case NEXT_POD -> "the next pod";
                                case ONLY_CHECKED -> "nothing; checked only";
                            }));
        }
        assertUpToDate("profile keys", table.toString());
    }

    private static void assertUpToDate(String section, List<Setting<?>> settings) throws IOException {
        assertUpToDate(section, table(settings));
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

    private static String table(List<Setting<?>> settings) {
        StringBuilder table =
                new StringBuilder("| variable | meaning | must be | default | a change |\n|---|---|---|---|---|\n");
        for (Setting<?> setting : settings) {
            table.append("| `%s` | %s | %s | %s | %s |%n"
                    .formatted(
                            setting.variable(),
                            setting.help(),
                            setting.rule(),
                            defaultOf(setting),
                            effectOf(setting.effect())));
        }
        return table.toString();
    }

    private static String defaultOf(Setting<?> setting) {
        String text = setting.defaultText();
        if (text == null) {
            return "required";
        }
        return text.isEmpty() ? "empty" : "`" + text + "`";
    }

    private static String effectOf(Setting.Effect effect) {
        return switch (effect) {
            case NEW_PODS_ONLY -> "new pods only";
            case RESTARTS_PROVIDER -> "restarts the providers";
            case RESTARTS_WEBHOOK -> "restarts the webhook";
        };
    }
}
