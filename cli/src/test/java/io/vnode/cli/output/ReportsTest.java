package io.vnode.cli.output;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.vnode.cli.Golden;
import io.vnode.cli.operation.InstallPlan;
import io.vnode.cli.operation.InstallReport;
import io.vnode.cli.operation.StatusReport;
import io.vnode.cli.operation.UninstallReport;
import io.vnode.cli.plan.Change;
import io.vnode.cli.plan.FieldChange;
import io.vnode.cli.plan.Plan;
import io.vnode.cli.plan.Stage;
import io.vnode.cli.plan.Step;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people see, word for word. */
class ReportsTest {

    private static final Style PLAIN = new Style(false);

    private static final StatusReport STATUS = new StatusReport(
            "vnode.cli/v1",
            "prod-hz",
            StatusReport.Verdict.UNHEALTHY,
            List.of("container group eci-2 runs and is billed, but its pod does not exist"),
            new StatusReport.Addon("vnode/runtime:1.2.0", "c-8f2e", "cn-hangzhou"),
            new StatusReport.Workload("virtual-node-eci", 2, 2),
            new StatusReport.Workload("ack-virtual-node-affinity-admission-controller", 1, 1),
            true,
            List.of(
                    new StatusReport.NodeRow("virtual-node-eci-0", true, true, "v1.36.3-vnode-1.2.0", 1),
                    new StatusReport.NodeRow("virtual-node-eci-1", true, false, "v1.36.3-vnode-1.2.0", 0)),
            Map.of("Running", 1),
            List.of(new StatusReport.PodRow(
                    "shop", "cart-0", "virtual-node-eci-0", "Running", "192.168.0.7", "eci-1", "Running")),
            new StatusReport.Groups("known", 2, List.of("eci-2"), null));

    @Test
    void aStatusIsOneScreen() {
        Golden.check(file("status.txt"), StatusView.table(STATUS, PLAIN) + "\n");
    }

    @Test
    void aStatusAsJsonIsTheSameRecord() {
        Golden.check(file("status.json"), Documents.json(STATUS) + "\n");
    }

    @Test
    void aPlanShowsWhatWouldChangeAndNoSecret() {
        Plan plan = new Plan(List.of(
                new Stage(
                        "configuration",
                        List.of(
                                new Step(
                                        new ConfigMapBuilder()
                                                .withNewMetadata()
                                                .withNamespace("kube-system")
                                                .withName("eci-profile")
                                                .endMetadata()
                                                .build(),
                                        new Change.None()),
                                new Step(
                                        new SecretBuilder()
                                                .withNewMetadata()
                                                .withNamespace("kube-system")
                                                .withName("alibaba-addon-secret")
                                                .endMetadata()
                                                .build(),
                                        new Change.Update(
                                                List.of(new FieldChange("data.access-key-id", "***", "***")))))),
                new Stage(
                        "workloads",
                        List.of(new Step(
                                new StatefulSetBuilder()
                                        .withNewMetadata()
                                        .withNamespace("kube-system")
                                        .withName("virtual-node-eci")
                                        .endMetadata()
                                        .build(),
                                new Change.Create())))));

        Golden.check(
                file("install-plan.txt"),
                InstallView.plan(
                                new InstallPlan(
                                        "prod-hz",
                                        "https://10.0.3.8:6443/",
                                        "c-8f2e",
                                        "cn-hangzhou",
                                        "vnode/runtime:1.2.0",
                                        2,
                                        plan),
                                PLAIN)
                        + "\n");
    }

    @Test
    void anInstallationSaysWhatItDid() {
        Golden.check(
                file("install.txt"),
                InstallView.report(new InstallReport(14, 2, 0, 2, Duration.ofMillis(12_340))) + "\n");
    }

    @Test
    void anInstallationThatFoundNothingToDoSaysSo() {
        Golden.check(
                file("install-no-changes.txt"),
                InstallView.report(new InstallReport(0, 0, 16, 1, Duration.ofMillis(900))) + "\n");
    }

    @Test
    void anUninstallSaysWhatWentAndWhatStayed() {
        Golden.check(
                file("uninstall.txt"),
                UninstallView.report(new UninstallReport(
                                21,
                                21,
                                List.of("MutatingWebhookConfiguration vk-webhook", "Node virtual-node-eci-0"),
                                List.of("ConfigMap kube-system/eci-profile")))
                        + "\n");
    }

    private static Path file(String name) {
        return Golden.repository("cli/src/test/resources/reports/" + name);
    }
}
