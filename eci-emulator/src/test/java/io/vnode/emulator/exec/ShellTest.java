package io.vnode.emulator.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellTest {

    private static final Instant NOW = Instant.parse("2024-01-02T03:04:05Z");

    private final ContainerFiles files = new ContainerFiles();
    private final Input input = new Input();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    ShellTest() {
        files.put("/etc/app/a.conf", "x=1\n".getBytes(StandardCharsets.UTF_8), 0644);
        files.put("/etc/app/b.conf", "€".getBytes(StandardCharsets.UTF_8), 0400);
        files.put("/etc/app/.hidden", new byte[0], 0644);
        files.put("/job.sh", "echo from a file\nexit 4\n".getBytes(StandardCharsets.UTF_8), 0755);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '`',
            value = {
                "echo a  b                          ¦ a b\\n          ¦ 0",
                "echo 'a  b' \"c $MODE\" '$MODE'    ¦ a  b c x y $MODE\\n ¦ 0",
                "echo -n a; echo -e 'b\\tc'       ¦ ab\\tc\\n       ¦ 0",
                "echo $MODE$NONE \"\" '' .          ¦ x y   .\\n      ¦ 0",
                "echo [$NONE] [\"$MODE\"]           ¦ [] [x y]\\n     ¦ 0",
                "echo ${MODE}s ${NONE:-none}        ¦ x ys none\\n    ¦ 0",
                "A=1; B=\"$A 2\"; echo $B $A        ¦ 1 2 1\\n        ¦ 0",
                "A=1 printenv A; echo [$A]          ¦ 1\\n[]\\n       ¦ 0",
                "A=1; printenv A; echo $?           ¦ 1\\n            ¦ 0",
                "export A=1; printenv A             ¦ 1\\n            ¦ 0",
                "export A=1; unset A; printenv A    ¦ ``              ¦ 1",
                "true && echo yes || echo no        ¦ yes\\n          ¦ 0",
                "false && echo yes || echo no       ¦ no\\n           ¦ 0",
                "false || false && echo x; echo $?  ¦ 1\\n            ¦ 0",
                "false; echo $?                     ¦ 1\\n            ¦ 0",
                "echo a; exit 3; echo b             ¦ a\\n            ¦ 3",
                "exit 256                           ¦ ``              ¦ 0",
                "sh -c 'exit 7'; echo $?            ¦ 7\\n            ¦ 0",
                "sh -ec 'false; echo x'             ¦ ``              ¦ 1",
                "sh -ec 'false || true; echo x'     ¦ x\\n            ¦ 0",
                "sh -ec 'sh -c \"exit 5\"; echo x'  ¦ ``              ¦ 5",
                "set -e; false; echo x              ¦ ``              ¦ 1",
                "echo a # b                         ¦ a\\n            ¦ 0",
                "echo a#b                           ¦ a#b\\n          ¦ 0",
                "pwd; cd etc; pwd; cd ..; pwd       ¦ /\\n/etc\\n/\\n  ¦ 0",
                "cat /etc/app/a.conf                ¦ x=1\\n          ¦ 0",
                "cat < /etc/app/b.conf              ¦ €               ¦ 0",
                "cd /etc/app && cat a.conf ../app/./b.conf ¦ x=1\\n€   ¦ 0",
                "ls /etc                            ¦ app\\n          ¦ 0",
                "ls /etc/app /job.sh                ¦ /etc/app:\\na.conf\\nb.conf\\n/job.sh\\n ¦ 0",
                "ls -a /etc/app                     ¦ .hidden\\na.conf\\nb.conf\\n ¦ 0",
                "ls -l /etc/app/b.conf              ¦ -r--------    1 root     root             3 /etc/app/b.conf\\n ¦ 0",
                "sh /job.sh                         ¦ from a file\\n  ¦ 4",
                "[ -f /job.sh ] && [ ! -d /job.sh ] ¦ ``              ¦ 0",
                "test \"$MODE\" = 'x y'             ¦ ``              ¦ 0",
                "test -z \"$MODE\"                  ¦ ``              ¦ 1",
                "hostname                           ¦ web\\n          ¦ 0",
                "/bin/echo a                        ¦ a\\n            ¦ 0",
                "echo a > /dev/null                 ¦ ``              ¦ 0",
                "echo a 2>&1 >/dev/null             ¦ ``              ¦ 0",
            })
    void runsScripts(String script, String printed, int status) {
        assertThat(run("sh", "-c", script)).isEqualTo(new Need.Nothing(status));
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo(printed.replace("\\n", "\n").replace("\\t", "\t"));
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "echo a >&2                | a                                                | 0",
                "echo a >/dev/stderr       | a                                                | 0",
                "cat /none                 | cat: can't open '/none': No such file or directory | 1",
                "cat /etc                  | cat: read error: Is a directory                  | 1",
                "cat < /none               | sh: can't open /none: no such file               | 2",
                "ls /none                  | ls: /none: No such file or directory             | 1",
                "cd /none                  | cd: can't cd to /none: No such file or directory | 2",
                "nosuch --flag             | sh: nosuch: not found                            | 127",
                "echo a > /tmp/x           | sh: can't create /tmp/x: Read-only file system   | 2",
                "echo 'a                   | sh: syntax error: unterminated quoted string     | 2",
                "echo a && ; echo b        | sh: syntax error: unexpected \";\"               | 2",
                "&& echo b                 | sh: syntax error: unexpected \"&&\"              | 2",
                "echo a &&                 | sh: syntax error: unexpected end of the script   | 2",
                "cat a ¦ b                 | sh: syntax error: this small shell does not know ¦ (a pipe) | 2",
                "sleep 1 &                 | sh: syntax error: this small shell does not know & (in the background) | 2",
                "echo $(pwd)               | sh: syntax error: this small shell does not know $(…) | 2",
                "(echo a)                  | sh: syntax error: this small shell does not know (…) | 2",
                "sleep soon                | sleep: invalid time interval 'soon'              | 1",
                "stty size                 | stty: standard input: Inappropriate ioctl for device | 1",
                "test a -nt b              | test: this small shell does not know the test 'a -nt b' | 2",
            })
    void saysWhatIsWrong(String script, String complaint, int status) {
        assertThat(run("sh", "-c", script.replace('¦', '|'))).isEqualTo(new Need.Nothing(status));
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo(complaint.replace('¦', '|') + "\n");
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void takesACommandAsItIsWhenThereIsNoShell() {
        assertThat(run("echo", "$MODE", ";", "a b", "A=1")).isEqualTo(new Need.Nothing(0));
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("$MODE ; a b A=1\n");
    }

    @Test
    void saysThatAProgramIsNotThere() {
        assertThat(run("nosuch")).isEqualTo(new Need.Nothing(127));
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("exec: \"nosuch\": executable file not found in $PATH\n");
    }

    @Test
    void listsTheEnvironmentInItsOrder() {
        run("env");

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("MODE=x y\nPOD_IP=10.0.0.7\n");
    }

    @Test
    void tellsHowLongItSleepsInsteadOfSleeping() {
        Shell shell = shell(false, "sh", "-c", "echo a; sleep 1.5; echo b; sleep infinity");

        assertThat(shell.proceed(NOW)).isEqualTo(new Need.Time(NOW.plusMillis(1500)));
        assertThat(shell.proceed(NOW.plusMillis(1499))).isEqualTo(new Need.Time(NOW.plusMillis(1500)));
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("a\n");
        assertThat(shell.proceed(NOW.plusMillis(1500))).isInstanceOf(Need.Time.class);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("a\nb\n");
        assertThat(shell.proceed(NOW.plus(Duration.ofDays(10_000)))).isInstanceOf(Need.Time.class);
    }

    @Test
    void copiesItsInputUntilThatEnds() {
        Shell shell = shell(false, "cat");

        assertThat(shell.proceed(NOW)).isEqualTo(new Need.MoreInput());
        input.add("one".getBytes(StandardCharsets.UTF_8));
        assertThat(shell.proceed(NOW)).isEqualTo(new Need.MoreInput());
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("one");
        input.close();
        assertThat(shell.proceed(NOW)).isEqualTo(new Need.Nothing(0));
    }

    @Test
    void readsItsScriptFromItsInput() {
        Shell shell = shell(false, "sh");
        input.add("echo a; ec".getBytes(StandardCharsets.UTF_8));

        assertThat(shell.proceed(NOW)).isEqualTo(new Need.MoreInput());
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
        input.add("ho b\necho 'c\nexit 3".getBytes(StandardCharsets.UTF_8));
        assertThat(shell.proceed(NOW)).isEqualTo(new Need.MoreInput());
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("a\nb\n");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("sh: syntax error: unterminated quoted string\n");
        input.close();
        assertThat(shell.proceed(NOW)).isEqualTo(new Need.Nothing(3));
    }

    @Test
    void promptsAPersonOncePerLine() {
        Shell shell = shell(true, "sh");

        shell.proceed(NOW);
        shell.proceed(NOW);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("/ # ");
        input.add("cd etc\n".getBytes(StandardCharsets.UTF_8));
        shell.proceed(NOW);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("/ # /etc # ");
        shell.resize(new TerminalSize(132, 50));
        input.add("stty size; echo $TERM\n".getBytes(StandardCharsets.UTF_8));
        shell.proceed(NOW);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("/ # /etc # 50 132\nxterm\n/etc # ");
    }

    @Test
    void interruptsWhatRunsButNotTheShellOfAPerson() {
        Shell shell = shell(true, "sh");
        input.add("sh -c 'sleep 9; echo no'; echo no\n".getBytes(StandardCharsets.UTF_8));
        assertThat(shell.proceed(NOW)).isInstanceOf(Need.Time.class);

        shell.interrupt();

        assertThat(shell.proceed(NOW)).isEqualTo(new Need.MoreInput());
        input.add("echo $?\n".getBytes(StandardCharsets.UTF_8));
        shell.proceed(NOW);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("/ # / # 130\n/ # ");
    }

    @Test
    void endsACommandWithoutAShellWhenItIsInterrupted() {
        Shell shell = shell(true, "sleep", "9");
        shell.proceed(NOW);

        shell.interrupt();

        assertThat(shell.proceed(NOW)).isEqualTo(new Need.Nothing(130));
    }

    @Test
    void leavesAnInnerShellAtTheEndOfInputAndTheOuterOneAtTheNext() {
        Shell shell = shell(true, "sh");
        input.add("cat\n".getBytes(StandardCharsets.UTF_8));
        input.addEnd();
        input.add("sh\n".getBytes(StandardCharsets.UTF_8));
        input.addEnd();
        input.add("exit 9\n".getBytes(StandardCharsets.UTF_8));

        assertThat(shell.proceed(NOW)).isEqualTo(new Need.Nothing(9));
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("/ # / # / # ");
    }

    @Test
    void staysSmallHoweverMuchAScriptWants() {
        String doubling = "A=0123456789; " + "A=$A$A; ".repeat(40) + "echo done";

        assertThat(run("sh", "-c", doubling)).isEqualTo(new Need.Nothing(0));
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("argument list too long");
    }

    @Test
    void refusesShellsWithoutEnd() {
        Shell nested = shell(false, "sh");
        input.add("sh\n".repeat(200).getBytes(StandardCharsets.UTF_8));
        assertThat(nested.proceed(NOW)).isEqualTo(new Need.MoreInput());
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("too many shells");
    }

    private Need run(String... command) {
        input.close();
        return shell(false, command).proceed(NOW);
    }

    private Shell shell(boolean interactive, String... command) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("MODE", "x y");
        environment.put("POD_IP", "10.0.0.7");
        Output output = (descriptor, bytes) -> (descriptor == Output.OUT ? out : err).writeBytes(bytes);
        return new Shell(
                new Surroundings("web", "/", environment, files), input, output, interactive, List.of(command));
    }
}
