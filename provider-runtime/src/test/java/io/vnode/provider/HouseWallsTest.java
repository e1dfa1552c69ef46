package io.vnode.provider;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HouseWallsTest {

    private static final JavaClasses PROVIDER = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.vnode.provider");

    private static final String[] ROOMS = {
        "containergroup",
        "pod",
        "profile",
        "translate",
        "node",
        "kubelet",
        "webhook",
        "http",
        "workqueue",
        "telemetry",
        "logging",
        "diagnostics"
    };

    @Test
    void translationKnowsNoClient() {
        mayNotUse("translate", "io.fabric8.kubernetes.client..", "io.vnode.eci", "io.vnode.eci.sdk..");
        mayKnowOnly("translate");
    }

    @Test
    void annotationsAreReadWithoutKnowingTheRestOfTheTranslation() {
        noClasses()
                .that()
                .resideInAPackage("io.vnode.provider.translate.annotation..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vnode.provider.translate", "io.vnode.addon.settings..")
                .check(PROVIDER);
    }

    @Test
    void containerGroupsKnowNoKubernetes() {
        mayNotUse("containergroup", "io.fabric8..");
        mayKnowOnly("containergroup", "telemetry");
    }

    @Test
    void podsKnowNoHttp() {
        mayNotUse("pod", "io.netty..", "java.net.http..");
        mayKnowOnly("pod", "translate", "containergroup", "workqueue", "telemetry");
    }

    @Test
    void theProfileKnowsNoPodsAndNoCloud() {
        mayNotUse("profile", "io.vnode.eci..");
        mayKnowOnly("profile", "telemetry");
    }

    @Test
    void theNodeKnowsNoPods() {
        mayKnowOnly("node", "telemetry");
    }

    @Test
    void theKubeletApiDoesNotKnowHowPodsAreRun() {
        mayKnowOnly("kubelet", "http", "containergroup", "telemetry");
    }

    @Test
    void theWebhookKnowsNoCloud() {
        mayNotUse("webhook", "io.vnode.eci..");
        mayKnowOnly("webhook", "http", "translate");
    }

    @Test
    void theServiceRoomsKnowNothingOfOurs() {
        for (String room : new String[] {"http", "workqueue", "telemetry", "logging"}) {
            mayNotUse(room, "io.vnode.addon..", "io.vnode.eci..", "io.fabric8..");
            mayKnowOnly(room);
        }
    }

    @Test
    void nettyStaysInTheHttpRoom() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.vnode.provider.http..", "io.vnode.provider.kubelet.stream..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.netty..")
                .check(PROVIDER);
    }

    @Test
    void diagnosticsKnowNeitherPodsNorCloud() {
        mayNotUse("diagnostics", "io.vnode.addon..", "io.vnode.eci..", "io.fabric8..");
        mayKnowOnly("diagnostics", "http", "telemetry", "logging");
    }

    @Test
    void onlyTheLoggingRoomKnowsLogback() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.vnode.provider.logging..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ch.qos.logback..")
                .check(PROVIDER);
    }

    @Test
    void onlyTelemetryKnowsPrometheus() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.vnode.provider.telemetry..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.prometheus..")
                .check(PROVIDER);
    }

    @Test
    void nobodyButTheWiringKnowsTheVendorsSdk() {
        noClasses()
                .that()
                .resideInAPackage("io.vnode.provider.*..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vnode.eci.sdk..", "com.aliyuncs..")
                .check(PROVIDER);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("io.vnode.provider.(*)..").should().beFreeOfCycles().check(PROVIDER);
    }

    private static void mayNotUse(String room, String... packages) {
        noClasses()
                .that()
                .resideInAPackage("io.vnode.provider." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .allowEmptyShould(true)
                .check(PROVIDER);
    }

    private static void mayKnowOnly(String room, String... others) {
        String[] forbidden = Stream.concat(
                        Stream.of("io.vnode.provider"),
                        Arrays.stream(ROOMS)
                                .filter(other -> !other.equals(room))
                                .filter(other -> !Arrays.asList(others).contains(other))
                                .map(other -> "io.vnode.provider." + other + ".."))
                .toArray(String[]::new);
        mayNotUse(room, forbidden);
    }
}
