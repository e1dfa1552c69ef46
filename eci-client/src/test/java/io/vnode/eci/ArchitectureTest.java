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
    void onlyOneRoomKnowsTheSdkAndHttp() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.vnode.eci.sdk..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.aliyuncs..", "java.net.http..", "tools.jackson..")
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
    void packagesFormNoCycle() {
        slices().matching("io.vnode.(**)").should().beFreeOfCycles().check(CLIENT);
    }
}
