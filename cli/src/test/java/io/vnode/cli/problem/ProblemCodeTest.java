package io.vnode.cli.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.cli.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemCodeTest {

    private static final Pattern SECTION = Pattern.compile("(?m)^### (VN\\d{4})$");
    private static final Pattern CODE = Pattern.compile("VN\\d{4}");

    @Test
    void noNumberStandsForTwoCauses() {
        assertThat(Arrays.stream(ProblemCode.values()).map(ProblemCode::code)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void everyCodeIsExplainedWithItsExitCode(ProblemCode code) throws IOException {
        assertThat(page())
                .contains("### %s\nExit %d. "
                        .formatted(code.code(), code.exitCode().number()));
    }

    @Test
    void everythingExplainedIsAProblemOfTheCommandOrOfItsInstaller() throws IOException {
        Set<String> known = new TreeSet<>();
        Arrays.stream(ProblemCode.values()).map(ProblemCode::code).forEach(known::add);
        known.addAll(codes("install.sh"));
        known.addAll(codes("cli/src/main/dist/bin/vnode"));

        assertThat(SECTION.matcher(page()).results().map(result -> result.group(1)))
                .containsExactlyInAnyOrderElementsOf(known);
    }

    private static Set<String> codes(String file) throws IOException {
        Set<String> codes = new TreeSet<>();
        CODE.matcher(Files.readString(Golden.repository(file)))
                .results()
                .map(MatchResult::group)
                .forEach(codes::add);
        return codes;
    }

    private static String page() throws IOException {
        return Files.readString(Golden.repository("docs/troubleshooting.md"));
    }
}
