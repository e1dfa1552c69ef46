package io.vnode.eci;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLIENT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.vnode.eci");

    @Test
    void onlyOneRoomKnowsTheSdk() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.vnode.eci.sdk..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.aliyuncs..")
                .check(CLIENT);
    }

    @Test
    void onlyTheRoomsForItKnowHttp() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.vnode.eci.sdk..", "io.vnode.eci.http..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.net.http..")
                .check(CLIENT);
    }

    @Test
    void onlyOneRoomKnowsJackson() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.vnode.eci.json..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("tools.jackson..")
                .check(CLIENT);
    }

    @Test
    void modelsKnowNothingButThemselves() {
        noClasses()
                .that()
                .resideInAPackage("io.vnode.eci.model..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vnode.eci", "io.vnode.eci.sdk..", "io.vnode.eci.credentials..")
                .check(CLIENT);
    }

    @Test
    void theNeighboursRoomsKnowNothingOfEachOther() {
        slices().matching("io.vnode.eci.(ecs|pvtz|ram|sts|vpc)..")
                .should()
                .notDependOnEachOther()
                .check(CLIENT);
    }

    @Test
    void readingAndSendingKnowNothingOfTheCloud() {
        noClasses()
                .that()
                .resideInAnyPackage("io.vnode.eci.json..", "io.vnode.eci.http..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vnode.eci", "io.vnode.eci.sdk..", "io.vnode.eci.credentials..")
                .check(CLIENT);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("io.vnode.(**)").should().beFreeOfCycles().check(CLIENT);
    }
}
