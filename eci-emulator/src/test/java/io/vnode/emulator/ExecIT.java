package io.vnode.emulator;

import static io.vnode.emulator.SignedCaller.base64;
import static io.vnode.emulator.SignedCaller.call;
import static io.vnode.emulator.SignedCaller.newGroup;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vnode.emulator.wire.SignedRequest;
import io.vnode.emulator.wire.SocketCaller;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

@Timeout(120)
class ExecIT {

    private static final byte INPUT = 0;
    private static final byte SIZE = 4;

    private final ManualClock clock = new ManualClock(Instant.parse("2024-01-02T03:04:05Z"));
    private EciEmulator emulator;
    private SignedCaller caller;

    @BeforeEach
    void start() throws Exception {
        emulator = EciEmulator.start(EmulatorConfig.loopback(SignedCaller.KEY), clock);
        caller = new SignedCaller(emulator);
    }

    @AfterEach
    void stop() {
        caller.close();
        emulator.close();
    }

    @Test
    void showsACommandWhatItsContainerWasGiven() throws Exception {
        String id = caller.created(newGroup("web")
                .with("Container.1.EnvironmentVar.1.Key", "MODE")
                .with("Container.1.EnvironmentVar.1.Value", "a b")
                .with("Container.1.EnvironmentVar.2.Key", "POD_IP")
                .with("Container.1.EnvironmentVar.2.FieldRef.FieldPath", "status.podIP")
                .with("Container.1.VolumeMount.1.Name", "config")
                .with("Container.1.VolumeMount.1.MountPath", "/etc/app.conf")
                .with("Container.1.VolumeMount.1.SubPath", "app.conf")
                .with("Container.1.WorkingDir", "/etc")
                .with("Volume.1.Name", "config")
                .with("Volume.1.Type", "ConfigFileVolume")
                .with("Volume.1.ConfigFileVolume.ConfigFileToPath.1.Path", "app.conf")
                .with("Volume.1.ConfigFileVolume.ConfigFileToPath.1.Content", base64("x=€\n"))
                .with("HostAliase.1.Ip", "10.9.9.9")
                .with("HostAliase.1.Hostname.1", "db"));
        String ip = Objects.requireNonNull(emulator.containerGroups().find(id))
                .placement()
                .address();

        Ended ended = run(id, "sh", "-c", "cat app.conf /none; echo $MODE $POD_IP; cat /etc/hosts; exit 3");

        assertThat(ended.out())
                .isEqualTo("x=€\na b %1$s\n127.0.0.1\tlocalhost\n%1$s\tweb\n10.9.9.9\tdb\n".formatted(ip));
        assertThat(ended.err()).isEqualTo("cat: can't open '/none': No such file or directory\n");
        assertThat(ended.status()).isEqualTo("{\"ExitCode\":3}");
        assertThat(ended.close()).isEqualTo(new SocketCaller.End(1000, ""));
    }

    @Test
    void copiesInputUntilItsEnd() throws Exception {
        try (SocketCaller socket = open(exec(group(), "cat"))) {
            socket.send(message(INPUT, "one "));
            assertThat(text(socket.next())).isEqualTo("1:one ");
            socket.send(message(INPUT, "two"));
            socket.send(INPUT);

            assertThat(collect(socket)).isEqualTo(ended("two", "", "{\"ExitCode\":0}"));
        }
    }

    @Test
    void givesNoInputToACommandThatWantsNone() throws Exception {
        try (SocketCaller socket = open(exec(group(), "cat").with("Stdin", "false"))) {
            assertThat(collect(socket)).isEqualTo(ended("", "", "{\"ExitCode\":0}"));
        }
    }

    @Test
    void letsAPersonTypeIntoAShell() throws Exception {
        try (SocketCaller socket = open(exec(group(), "/bin/sh").with("TTY", "true"))) {
            socket.send(message(SIZE, "{\"Width\":132,\"Height\":50}"));
            assertThat(text(socket.next())).isEqualTo("1:/ # ");
            socket.send(message(INPUT, "stty sizf\u007fe\r"));
            assertThat(read(socket, "/ # ")).isEqualTo("stty sizf\b \be\r\n50 132\r\n/ # ");
            socket.send(message(SIZE, "{\"Width\":80,\"Height\":24}"));
            socket.send(message(INPUT, "stty size; nosuch\r"));
            assertThat(read(socket, "/ # ")).isEqualTo("stty size; nosuch\r\n24 80\r\nsh: nosuch: not found\r\n/ # ");
            socket.send(message(INPUT, "sleep infinity\r"));
            assertThat(read(socket, "\n")).isEqualTo("sleep infinity\r\n");
            socket.send(message(INPUT, "\u0003"));
            assertThat(read(socket, "/ # ")).isEqualTo("^C\r\n/ # ");
            socket.send(message(INPUT, "\u0004"));

            assertThat(collect(socket)).isEqualTo(ended("", "", "{\"ExitCode\":130}"));
        }
    }

    @Test
    void startsWithoutTheSizeOfATerminalWhenNoneComes() throws Exception {
        try (SocketCaller socket = open(exec(group(), "stty", "size").with("TTY", "true"))) {
            assertThat(collect(socket)).isEqualTo(ended("24 80\r\n", "", "{\"ExitCode\":0}"));
        }
    }

    @Test
    void sleepsByTheEmulatorsClock() throws Exception {
        try (SocketCaller socket = open(exec(group(), "sh", "-c", "echo a; sleep 3600; echo b"))) {
            assertThat(text(socket.next())).isEqualTo("1:a\n");
            clock.advance(Duration.ofHours(1));

            assertThat(collect(socket)).isEqualTo(ended("b\n", "", "{\"ExitCode\":0}"));
        }
    }

    @Test
    void keepsSleepingSessionsWithoutAThreadForEach() throws Exception {
        String id = group();
        int before = Thread.activeCount();
        List<SocketCaller> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                sockets.add(open(exec(id, "sh", "-c", "echo a; sleep 60; exit " + i % 200)));
                assertThat(text(sockets.getLast().next())).isEqualTo("1:a\n");
            }
            // some threads are the test's own HTTP client's
            assertThat(Thread.activeCount() - before).isLessThan(30);
            clock.advance(Duration.ofSeconds(60));

            for (int i = 0; i < sockets.size(); i++) {
                assertThat(collect(sockets.get(i))).isEqualTo(ended("", "", "{\"ExitCode\":%d}".formatted(i % 200)));
            }
        } finally {
            sockets.forEach(SocketCaller::close);
        }
    }

    @Test
    void endsTheSessionWithItsContainerGroup() throws Exception {
        String id = group();
        try (SocketCaller socket = open(exec(id, "sleep", "infinity"))) {
            caller.ok(call("DeleteContainerGroup").with("ContainerGroupId", id).with("Force", "true"));

            assertThat(collect(socket)).isEqualTo(ended("", "", "{\"ExitCode\":137,\"Reason\":\"ContainerEnded\"}"));
        }
    }

    @Test
    void endsTheSessionWhenItsContainerIsStartedAgain() throws Exception {
        String id = caller.created(newGroup("web").with("Container.1.Command.1", "exit 1 after 100"));
        try (SocketCaller socket = open(exec(id, "cat"))) {
            clock.advance(Duration.ofSeconds(101));

            assertThat(collect(socket)).isEqualTo(ended("", "", "{\"ExitCode\":137,\"Reason\":\"ContainerEnded\"}"));
        }
    }

    @Test
    void acceptsATokenOnceAndForHalfAMinute() throws Exception {
        String id = group();
        URI once = uri(exec(id, "true"));
        SocketCaller.open(caller.http(), once).close();
        URI late = uri(exec(id, "true"));
        clock.advance(Duration.ofSeconds(30));

        for (URI refused : List.of(once, late, emulator.endpoint().resolve("/exec/?s=guess"))) {
            URI socket = URI.create(refused.toString().replace("http:", "ws:"));
            assertThatThrownBy(() -> SocketCaller.open(caller.http(), socket).close())
                    .isInstanceOf(CompletionException.class);
        }
    }

    @Test
    void offersATerminalForABrowserWithoutUsingTheTokenUp() throws Exception {
        URI page = URI.create(caller.ok(exec(group(), "sh").with("TTY", "true"))
                .path("HttpUrl")
                .stringValue());

        HttpResponse<String> response =
                caller.http().send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("new WebSocket(");
        SocketCaller.open(caller.http(), URI.create(page.toString().replace("http:", "ws:")))
                .close();
        assertThat(caller.http()
                        .send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void runsACommandAtOnceWhenAskedTo() throws Exception {
        String id = group();

        assertThat(caller.ok(exec(id, "sh", "-c", "echo out; echo err >&2; cat; exit 3")
                                .with("Sync", "true"))
                        .path("SyncResponse")
                        .stringValue())
                .isEqualTo("out\nerr\n");
        assertThat(caller.ok(exec(id, "true").with("Sync", "true")).has("WebSocketUri"))
                .isFalse();
    }

    @Test
    void answersLaterWhenACommandThatItRunsAtOnceSleeps() throws Exception {
        long start = System.nanoTime();

        assertThat(caller.ok(exec(group(), "sh", "-c", "sleep 0.4; echo done").with("Sync", "true"))
                        .path("SyncResponse")
                        .stringValue())
                .isEqualTo("done\n");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(390));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Command          | ``         | 400 MissingParameter",
                "Command          | ls         | 400 InvalidParameter",
                "Command          | []         | 400 InvalidParameter",
                "Command          | [null]     | 400 InvalidParameter",
                "Command          | null       | 400 InvalidParameter",
                "Command          | {\"a\":1}  | 400 InvalidParameter",
                "ContainerName    | other      | 404 InvalidContainerName.NotFound",
                "ContainerGroupId | eci-none   | 404 InvalidContainerGroupId.NotFound",
                "Tty              | true       | 400 InvalidParameter",
                "TTY              | yes        | 400 InvalidParameter",
            })
    void refusesWhatCannotBeRun(String name, String value, String refusal) throws Exception {
        assertThat(caller.refusal(exec(group(), "ls").with(name, value))).isEqualTo(refusal);
    }

    @Test
    void refusesTooMuchOfACommand() throws Exception {
        String id = group();
        String[] twenty = IntStream.range(0, 20).mapToObj(String::valueOf).toArray(String[]::new);
        String[] twentyOne = IntStream.range(0, 21).mapToObj(String::valueOf).toArray(String[]::new);

        assertThat(caller.ok(exec(id, twenty)).has("WebSocketUri")).isTrue();
        assertThat(caller.refusal(exec(id, twentyOne))).isEqualTo("400 InvalidParameter.ValueExceeded");
        assertThat(caller.ok(exec(id, "x".repeat(256))).has("WebSocketUri")).isTrue();
        assertThat(caller.refusal(exec(id, "x".repeat(257)))).isEqualTo("400 InvalidParameter.ValueExceeded");
    }

    @Test
    void refusesToRunAtOnceWhatNeedsAPerson() throws Exception {
        String id = group();

        assertThat(caller.refusal(exec(id, "ls").with("Sync", "true").with("TTY", "true")))
                .isEqualTo("400 InvalidParameter");
        assertThat(caller.refusal(exec(id, "/bin/bash").with("Sync", "true"))).isEqualTo("400 InvalidParameter");
    }

    @Test
    void refusesACommandInAContainerThatDoesNotRun() throws Exception {
        String id =
                caller.created(newGroup("job").with("RestartPolicy", "Never").with("Container.1.Command.1", "true"));

        assertThat(caller.refusal(exec(id, "ls"))).isEqualTo("400 IncorrectStatus");
    }

    @Test
    void endsASocketThatSpeaksAnotherLanguage() throws Exception {
        String id = group();
        for (byte[] message : List.of(
                new byte[0],
                message((byte) 1, "x"),
                message((byte) 3, "x"),
                message(SIZE, "{}"),
                message(SIZE, "{\"Width\":0,\"Height\":1}"),
                message(SIZE, "wide"))) {
            try (SocketCaller socket = open(exec(id, "cat"))) {
                socket.send(message);

                assertThat(collect(socket).close())
                        .isInstanceOfSatisfying(SocketCaller.End.class, end -> assertThat(end.status())
                                .isEqualTo(1002));
            }
        }
    }

    @Test
    void endsASocketWhoseInputNobodyReads() throws Exception {
        try (SocketCaller socket = open(exec(group(), "sleep", "infinity"))) {
            byte[] message = message(INPUT, "x".repeat(64 * 1024));
            for (int i = 0; i < 17; i++) {
                socket.send(message);
            }

            assertThat(collect(socket).close())
                    .isInstanceOfSatisfying(SocketCaller.End.class, end -> assertThat(end.status())
                            .isEqualTo(1008));
        }
    }

    private String group() throws Exception {
        return caller.created(newGroup("web"));
    }

    private static SignedRequest exec(String id, String... command) {
        return call("ExecContainerCommand")
                .with("ContainerGroupId", id)
                .with("ContainerName", "main")
                .with("Command", JsonMapper.shared().writeValueAsString(command));
    }

    private URI uri(SignedRequest exec) throws Exception {
        return URI.create(caller.ok(exec).path("WebSocketUri").stringValue());
    }

    private SocketCaller open(SignedRequest exec) throws Exception {
        return SocketCaller.open(caller.http(), uri(exec));
    }

    private Ended run(String id, String... command) throws Exception {
        try (SocketCaller socket = open(exec(id, command))) {
            return collect(socket);
        }
    }

    private static byte[] message(byte channel, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        byte[] message = new byte[bytes.length + 1];
        message[0] = channel;
        System.arraycopy(bytes, 0, message, 1, bytes.length);
        return message;
    }

    /** A message as {@code channel:content}. */
    private static String text(SocketCaller.Received received) {
        byte[] bytes = ((SocketCaller.Message) received).bytes();
        return bytes[0] + ":" + new String(Arrays.copyOfRange(bytes, 1, bytes.length), StandardCharsets.UTF_8);
    }

    /** What is shown up to this end of it. */
    private static String read(SocketCaller socket, String end) throws InterruptedException {
        StringBuilder shown = new StringBuilder();
        do {
            shown.append(text(socket.next()).substring(2));
        } while (!shown.toString().endsWith(end));
        return shown.toString();
    }

    private static Ended collect(SocketCaller socket) throws InterruptedException {
        ByteArrayOutputStream[] channels =
                IntStream.range(0, 4).mapToObj(_ -> new ByteArrayOutputStream()).toArray(ByteArrayOutputStream[]::new);
        List<SocketCaller.Received> all = socket.untilTheEnd();
        for (SocketCaller.Received each : all) {
            if (each instanceof SocketCaller.Message message) {
                channels[message.bytes()[0]].write(message.bytes(), 1, message.bytes().length - 1);
            }
        }
        return new Ended(
                channels[1].toString(StandardCharsets.UTF_8),
                channels[2].toString(StandardCharsets.UTF_8),
                channels[3].toString(StandardCharsets.UTF_8),
                all.getLast());
    }

    private static Ended ended(String out, String err, String status) {
        return new Ended(out, err, status, new SocketCaller.End(1000, ""));
    }

    private record Ended(String out, String err, String status, SocketCaller.Received close) {}
}
