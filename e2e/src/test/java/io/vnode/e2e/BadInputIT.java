package io.vnode.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.e2e.stand.CommandResult;
import io.vnode.e2e.stand.Stand;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What bad input gets: what happened, why, what to do, an exit code of its own, and nothing changed. */
class BadInputIT {

    private static final String SECRET = "s3cr3t-that-must-never-be-shown";

    private static Stand stand;

    @BeforeAll
    static void startSandbox() throws InterruptedException {
        stand = Stand.withSandbox();
    }

    @AfterAll
    static void stopSandbox() {
        stand.close();
    }

    @AfterEach
    void nothingWasInstalled() throws InterruptedException {
        assertThat(stand.kubectl(
                                "get",
                                "all,secret,configmap",
                                "-A",
                                "-o",
                                "name",
                                "-l",
                                "app.kubernetes.io/managed-by=vnode")
                        .succeeded()
                        .out())
                .isEmpty();
    }

    @Test
    void namesTheVSwitchThatIsNone() throws InterruptedException {
        CommandResult result = install("--vswitch", "subnet-1");

        assertProblem(result, 2, "VN3002", "subnet-1");
    }

    @Test
    void namesTheVSwitchThatEciDoesNotKnow() throws InterruptedException {
        CommandResult result = install("--vswitch", "vsw-nowhere");

        assertProblem(result, 3, "VN5005", "vsw-nowhere");
    }

    @Test
    void suggestsTheSettingThatWasMeant() throws InterruptedException {
        Path values = stand.file("values.yaml", "securityGruop: sg-1\n");

        CommandResult result = install("--values", values.toString());

        assertProblem(result, 2, "VN3001", "securityGroup");
    }

    @Test
    void saysThatEciRefusesTheAccessKeyAndNeverShowsIt() throws InterruptedException {
        Path credentials = stand.file("wrong.yaml", "accessKeyId: LTAIwrong\naccessKeySecret: " + SECRET + "\n");

        CommandResult result = install("--credentials-file", credentials.toString());

        assertProblem(result, 9, "VN5003", "InvalidAccessKeyId");
        assertThat(result.toString()).doesNotContain(SECRET);
    }

    @Test
    void saysThatThereIsNoKubeconfig() throws InterruptedException {
        CommandResult result = stand.vnode("install", "--kubeconfig", "/nowhere/kubeconfig", "--yes");

        assertProblem(result, 8, "VN1004", "/nowhere/kubeconfig");
    }

    @Test
    void saysThatTheClusterCannotBeReached() throws InterruptedException, IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        Path kubeconfig = stand.file("unreachable.yaml", kubeconfig("https://127.0.0.1:" + free, "whatever"));

        CommandResult result = stand.vnode("status", "--kubeconfig", kubeconfig.toString());

        assertProblem(result, 8, "VN1001", "127.0.0.1:" + free);
    }

    @Test
    void saysThatTheClusterDoesNotKnowTheUser() throws InterruptedException {
        String server = stand.kubectl("config", "view", "-o", "jsonpath={.clusters[0].cluster.server}")
                .succeeded()
                .out();
        Path kubeconfig = stand.file("stranger.yaml", kubeconfig(server, SECRET));

        CommandResult result = stand.vnode("status", "--kubeconfig", kubeconfig.toString());

        assertProblem(result, 8, "VN1002", "stranger");
        assertThat(result.toString()).doesNotContain(SECRET);
    }

    @Test
    void saysThatThePortIsTaken() throws InterruptedException, IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CommandResult result =
                    stand.vnode("sandbox", "up", "other", "--api-port", Integer.toString(taken.getLocalPort()));

            assertProblem(result, result.exitCode(), "VN2", Integer.toString(taken.getLocalPort()));
            assertThat(result.exitCode()).isNotZero();
            assertThat(stand.sandboxes().resolve("other")).doesNotExist();
        }
    }

    @Test
    void saysWhereToGetJavaWhenThereIsNone() throws InterruptedException {
        CommandResult result = stand.launcherWithoutJava();

        assertProblem(result, 3, "VN3101", "/nowhere");
    }

    @Test
    void asksForTheFlagWhenNobodyCanBeAsked() throws InterruptedException {
        CommandResult result = stand.vnode("install", "--profile", "sandbox");

        assertProblem(result, 7, "VN4003", "--yes");
    }

    private static CommandResult install(String... more) throws InterruptedException {
        List<String> line = new ArrayList<>(List.of("install", "--profile", "sandbox", "--yes"));
        line.addAll(List.of(more));
        return stand.vnode(line.toArray(String[]::new));
    }

    private static void assertProblem(CommandResult result, int exitCode, String code, String evidence) {
        assertThat(result.exitCode()).as(result.toString()).isEqualTo(exitCode);
        assertThat(result.err())
                .contains("vnode: " + code)
                .contains("\n  Why  ")
                .contains("\n  Do   ")
                .contains(evidence)
                .doesNotContain("\tat ");
        assertThat(result.out()).isEmpty();
    }

    private static String kubeconfig(String server, String token) {
        return """
                apiVersion: v1
                kind: Config
                clusters:
                  - name: stranger
                    cluster:
                      server: %s
                      insecure-skip-tls-verify: true
                users:
                  - name: stranger
                    user:
                      token: %s
                contexts:
                  - name: stranger
                    context:
                      cluster: stranger
                      user: stranger
                current-context: stranger
                """.formatted(server, token);
    }
}
