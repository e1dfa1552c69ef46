package io.vnode.emulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class RoomsTest {

    private static final JavaClasses EMULATOR = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.vnode.emulator");

    @Test
    void theEmulatorSharesNothingWithTheClient() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vnode.eci..", "io.vnode.addon..", "com.aliyuncs..")
                .check(EMULATOR);
    }

    @Test
    void stateKnowsNeitherWireNorJson() {
        noClasses()
                .that()
                .resideInAPackage("io.vnode.emulator.state..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.vnode.emulator.wire..", "io.vnode.emulator.action..", "tools.jackson..", "io.netty..")
                .check(EMULATOR);
    }

    @Test
    void onlyTheWireKnowsNetty() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.vnode.emulator.wire..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.netty..")
                .check(EMULATOR);
    }

    @Test
    void roomsFormNoCycle() {
        slices().matching("io.vnode.(**)").should().beFreeOfCycles().check(EMULATOR);
    }
}
