package io.vnode.eci.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.eci.EciException;
import io.vnode.eci.EciException.Kind;
import io.vnode.eci.exec.ExecEnd;
import io.vnode.eci.exec.ExecRequest;
import io.vnode.eci.exec.ExecSession;
import io.vnode.eci.model.ContainerSpec;
import io.vnode.eci.model.EnvironmentVariable;
import io.vnode.eci.model.RestartPolicy;
import io.vnode.eci.model.Volume;
import io.vnode.eci.model.VolumeMount;
import io.vnode.eci.sdk.Orders;
import io.vnode.emulator.fault.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExecContainerCommandIT {

    private static final String EXEC = "ExecContainerCommand";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private EmulatedEci cloud;
    private String group;

    @BeforeEach
    void start() throws IOException {
        cloud = EmulatedEci.start();
        group = cloud.create(Orders.plain("web", "token-1")
                .volumes(List.of(new Volume.ConfigFile(
                        "config", List.of(Volume.File.of("web.conf", "listen 80 世\n".getBytes(UTF_8), null)), null)))
                .containers(List.of(ContainerSpec.builder("web", "nginx")
                        .environment(List.of(new EnvironmentVariable.Literal("MODE", "fast")))
                        .volumeMounts(List.of(new VolumeMount("config", "/etc/web", null, true)))
                        .build())));
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    private ExecRequest command(String... words) {
        return new ExecRequest(group, "web", List.of(words), false, true);
    }

    @Test
    void aCommandShowsTheFilesAndVariablesOfItsContainer() throws Exception {
        try (ExecSession session =
                cloud.client().openExecSession(command("sh", "-c", "cat /etc/web/web.conf; echo $MODE"))) {
            assertThat(new String(session.stdout().readAllBytes(), UTF_8)).isEqualTo("listen 80 世\nfast\n");
            assertThat(session.stderr().readAllBytes()).isEmpty();
            assertThat(session.await(PATIENCE)).isEqualTo(new ExecEnd.Exited(0, null));
        }
    }

    @Test
    void aFailingCommandTellsItsExitCodeAndItsComplaint() throws Exception {
        try (ExecSession session = cloud.client().openExecSession(command("sh", "-c", "cat /nowhere; exit 7"))) {
            assertThat(new String(session.stderr().readAllBytes(), UTF_8)).contains("/nowhere");
            assertThat(session.await(PATIENCE)).isEqualTo(new ExecEnd.Exited(7, null));
        }
    }

    @Test
    void whatIsTypedComesBackUntilTheInputEnds() throws Exception {
        byte[] much = "0123456789abcde\n".repeat(3000).getBytes(UTF_8);
        try (ExecSession session = cloud.client().openExecSession(command("cat"))) {
            session.stdin().write(much);
            session.stdin().close();

            assertThat(session.stdout().readAllBytes()).isEqualTo(much);
            assertThat(session.await(PATIENCE)).isEqualTo(new ExecEnd.Exited(0, null));
        }
    }

    @Test
    void aTerminalHasTheSizeThatItWasGiven() throws Exception {
        ExecRequest shell = new ExecRequest(group, "web", List.of("stty", "size"), true, true);
        try (ExecSession session = cloud.client().openExecSession(shell)) {
            session.resize(132, 43);

            assertThat(new String(session.stdout().readAllBytes(), UTF_8)).contains("43 132");
        }
    }

    @Test
    void leavingASessionFreesWhoeverReads() throws Exception {
        ExecSession session = cloud.client().openExecSession(command("cat"));
        Thread reader = Thread.ofVirtual().start(() -> {
            try {
                session.stdout().readAllBytes();
            } catch (IOException _) {
                // it has come back, which is all that counts
            }
        });

        session.close();

        assertThat(reader.join(PATIENCE)).isTrue();
        assertThat(session.await(PATIENCE)).isInstanceOf(ExecEnd.Unknown.class);
    }

    @Test
    void theEndOfTheContainerEndsTheSession() throws Exception {
        try (ExecSession session = cloud.client().openExecSession(command("cat"))) {
            cloud.client().deleteContainerGroupAtOnce(group);
            cloud.pass(Duration.ofMinutes(1));

            assertThat(session.await(PATIENCE))
                    .isInstanceOfSatisfying(ExecEnd.Exited.class, end -> assertThat(end.exitCode())
                            .isEqualTo(137));
        }
    }

    @Test
    void aTicketIsGoodOnce() throws Exception {
        var ticket = cloud.client().execContainerCommand(command("true"));

        assertThat(ticket.webSocketUri().getScheme()).isEqualTo("ws");
        assertThat(ticket.httpUrl()).isNotNull();
        assertThat(cloud.lastCall(EXEC).parameters())
                .containsEntry("Command", "[\"true\"]")
                .containsEntry("ContainerName", "web")
                .containsEntry("TTY", "false")
                .containsEntry("Stdin", "true");
    }

    @Test
    void aSynchronousCommandGivesItsOutput() {
        assertThat(cloud.client().runContainerCommand(command("echo", "hello"))).isEqualTo("hello\n");
    }

    @Test
    void aCommandWhoseAnswerWasLostIsNotStartedAgain() {
        cloud.emulator().faults().next(1, EXEC, new Fault.CloseAfterWork());

        EciException failure = EmulatedEci.failureOf(() -> cloud.client().execContainerCommand(command("true")));

        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(cloud.calls(EXEC)).hasSize(1);
    }

    @Test
    void aContainerThatDoesNotRunTakesNoCommand() {
        group = cloud.create(Orders.plain("job", "token-2")
                .restartPolicy(RestartPolicy.NEVER)
                .containers(List.of(ContainerSpec.builder("web", "busybox")
                        .command(List.of("true"))
                        .build())));
        cloud.pass(Duration.ofSeconds(1));

        EciException failure = EmulatedEci.failureOf(() -> cloud.client().execContainerCommand(command("true")));

        assertThat(failure.kind()).isEqualTo(Kind.CONFLICT);
        assertThat(failure.code()).isEqualTo("IncorrectStatus");
    }

    @Test
    void aGroupThatIsGoneTakesNoCommand() {
        group = "eci-nowhere";

        assertThat(EmulatedEci.failureOf(() -> cloud.client().openExecSession(command("true")))
                        .kind())
                .isEqualTo(Kind.NOT_FOUND);
    }
}
