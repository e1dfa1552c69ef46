package io.vnode.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.vnode.e2e.stand.CommandResult;
import io.vnode.e2e.stand.RunningCommand;
import io.vnode.e2e.stand.Stand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** {@code vnode install} on a real API server: repeated, killed, and kept from what is not its own. */
class InstallIT {

    /** Every kind of object that the addon has, with what makes two of them the same installation. */
    private static final String KINDS =
            "serviceaccount,clusterrole,clusterrolebinding,role,rolebinding,configmap,service,"
                    + "statefulset,deployment,mutatingwebhookconfiguration";

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
    void takeTheAddonAway() throws InterruptedException {
        stand.vnode("uninstall", "--profile", "sandbox", "--yes", "--trust-empty-listing")
                .succeeded();
    }

    @Test
    void findsNothingToDoTheSecondTime() throws InterruptedException {
        stand.vnode("install", "--profile", "sandbox", "--yes").succeeded();
        List<String> before = installation();

        CommandResult second =
                stand.vnode("install", "--profile", "sandbox", "--yes").succeeded();

        assertThat(second.out()).contains("no changes");
        assertThat(installation()).isEqualTo(before);
    }

    @Test
    void changesNothingInADryRun() throws InterruptedException {
        CommandResult plan =
                stand.vnode("install", "--profile", "sandbox", "--dry-run").succeeded();

        assertThat(plan.out()).contains("+ create     StatefulSet kube-system/virtual-node-eci");
        assertThat(installation()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rights and configuration", "credentials", "workloads", "ready", "webhook"})
    void endsInTheSameStateAfterBeingKilledAtTheStage(String stage) throws InterruptedException {
        RunningCommand killed = stand.startVnode("install", "--profile", "sandbox", "--yes");
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> killed.errSoFar().contains("..  " + stage) || !killed.running());
        killed.kill();

        stand.vnode("install", "--profile", "sandbox", "--yes").succeeded();

        assertThat(installation()).hasSize(23);
        assertThat(stand.vnode("install", "--profile", "sandbox", "--yes")
                        .succeeded()
                        .out())
                .contains("no changes");
        assertThat(stand.kubectl("wait", "node/virtual-node-eci-0", "--for=condition=Ready", "--timeout=10s")
                        .exitCode())
                .isZero();
    }

    @Test
    void refusesAnObjectOfItsNameThatSomebodyElseOwns() throws InterruptedException {
        stand.kubectl("-n", "kube-system", "create", "configmap", "eci-profile", "--from-literal=theirs=true")
                .succeeded();
        try {
            CommandResult refused =
                    stand.vnode("install", "--profile", "sandbox", "--yes").exited(7);

            assertThat(refused.err())
                    .contains("vnode: VN4001 ConfigMap kube-system/eci-profile belongs to somebody else")
                    .contains("  Why  ")
                    .contains("  Do   ");
            assertThat(installation()).isEmpty();
            assertThat(stand.kubectlJson("-n", "kube-system", "get", "configmap", "eci-profile")
                            .at("/data/theirs")
                            .asString())
                    .isEqualTo("true");
        } finally {
            stand.kubectl("-n", "kube-system", "delete", "configmap", "eci-profile")
                    .succeeded();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void shipsTemplatesThatTheApiServerTakesAsTheyStand(Path template) throws InterruptedException {
        CommandResult applied = stand.kubectl("apply", "--dry-run=server", "-f", template.toString());

        assertThat(applied.succeeded().out()).contains("(server dry run)");
    }

    static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("vnode.templates")))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    /** The addon's objects without what differs between two installations of the same: UIDs, versions, times, status. */
    private static List<String> installation() throws InterruptedException {
        List<String> objects = new ArrayList<>();
        JsonNode found = stand.kubectlJson("get", KINDS, "-A", "-l", "app.kubernetes.io/managed-by=vnode");
        for (JsonNode object : found.at("/items")) {
            objects.add("%s %s/%s %s"
                    .formatted(
                            object.at("/kind").asString(),
                            object.at("/metadata/namespace").asString(""),
                            object.at("/metadata/name").asString(),
                            object.has("spec") ? object.at("/spec") : object.at("/rules")));
        }
        return objects;
    }
}
