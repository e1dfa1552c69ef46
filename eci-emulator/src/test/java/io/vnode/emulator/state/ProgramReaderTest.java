package io.vnode.emulator.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramReaderTest {

    @Test
    void runsForEverWithoutACommand() {
        Program program = read();

        assertThat(program.lifetime()).isNull();
        assertThat(lines(program, Duration.ofDays(1))).containsExactly("started nginx:1.27");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/usr/sbin/nginx", "run", "sleep infinity", "java -jar app.jar"})
    void takesACommandItDoesNotKnowForAServer(String command) {
        assertThat(read(command.split(" ")).lifetime()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "exit 3, 0, 3",
        "exit, 0, 0",
        "exit 3 after 5, 5000, 3",
        "sleep 2, 2000, 0",
        "sleep 1.5; exit 7, 1500, 7",
        "sleep 1m, 60000, 0",
        "echo a && sleep 1 && echo b, 1000, 0",
        "true, 0, 0",
        "false, 0, 1",
        "set -e; X=1; sleep 1, 1000, 0",
    })
    void endsAsTheScriptSays(String script, long milliseconds, int exitCode) {
        Program program = read("/bin/sh", "-c", script);

        assertThat(program.lifetime()).isEqualTo(Duration.ofMillis(milliseconds));
        assertThat(program.exitCode()).isEqualTo(exitCode);
    }

    @Test
    void readsAScriptThatIsACommandByItself() {
        assertThat(read("exit 3 after 5")).isEqualTo(read("sh", "-c", "exit 3 after 5"));
        assertThat(read("exit", "3", "after", "5")).isEqualTo(read("sh", "-c", "exit 3 after 5"));
        assertThat(read("/bin/echo", "a  b;c")).isEqualTo(read("sh", "-ec", "echo 'a  b;c'"));
    }

    @Test
    void printsEachLineAtItsTime() {
        Program program = read("sh", "-c", "echo one; sleep 10; echo 'two; 2' \"$GREETING ${WHO}\"; sleep 10; exit 1");

        assertThat(lines(program, Duration.ofSeconds(9))).containsExactly("one");
        assertThat(lines(program, Duration.ofSeconds(10))).containsExactly("one", "two; 2 hello world");
    }

    @Test
    void doesNotPrintWhatGoesIntoAFile() {
        Program program = read("sh", "-c", "echo a > /tmp/x; echo b >&2; echo c > /dev/stderr; echo d >>/tmp/y");

        assertThat(lines(program, Duration.ZERO)).containsExactly("b", "c");
    }

    @Test
    void printsAgainAndAgainInALoop() {
        Program program = read("sh", "-c", "echo start; while true; do echo tick; sleep 5; echo tock; sleep 5; done");

        assertThat(program.lifetime()).isNull();
        assertThat(lines(program, Duration.ofSeconds(16))).containsExactly("start", "tick", "tock", "tick", "tock");
    }

    @Test
    void knowsTheNewestLinesOfALoopThatRanForYears() {
        Program program = read("sh", "-c", "while true; do echo tick; sleep 1; done");

        List<Program.Print> newest = program.printed(Duration.ofDays(3650), 2);

        assertThat(newest)
                .extracting(Program.Print::after)
                .containsExactly(Duration.ofDays(3650).minusSeconds(1), Duration.ofDays(3650));
    }

    @Test
    void endsALoopThatIsLeft() {
        Program program = read("sh", "-c", "sleep 1; while true; do echo tick; sleep 2; exit 4; done");

        assertThat(program.lifetime()).isEqualTo(Duration.ofSeconds(3));
        assertThat(program.exitCode()).isEqualTo(4);
        assertThat(program.prints()).containsExactly(new Program.Print(Duration.ofSeconds(1), "tick"));
    }

    @Test
    void takesAnInitContainerForDoneUnlessItsCommandSaysOtherwise() {
        assertThat(ProgramReader.readInit(Specs.container("setup"), Map.of()).lifetime())
                .isEqualTo(Duration.ZERO);
        assertThat(ProgramReader.readInit(Specs.container("setup", "sleep", "4"), Map.of())
                        .lifetime())
                .isEqualTo(Duration.ofSeconds(4));
    }

    private static Program read(String... command) {
        return ProgramReader.read(Specs.container("web", command), Map.of("GREETING", "hello", "WHO", "world"));
    }

    private static List<String> lines(Program program, Duration age) {
        return program.printed(age, 100).stream().map(Program.Print::text).toList();
    }
}
