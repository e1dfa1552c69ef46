package io.vnode.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLI = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.vnode.cli");

    @Test
    void onlyTheCommandsKnowTheParser() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.vnode.cli.command..")
                .and()
                .doNotHaveFullyQualifiedName("io.vnode.cli.VnodeMain")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .check(CLI);
    }

    @Test
    void nobodyBelowTheCommandsKnowsHowThingsAreShown() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.vnode.cli", "io.vnode.cli.command..", "io.vnode.cli.output..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vnode.cli.output..", "io.vnode.cli.command..")
                .check(CLI);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("io.vnode.cli.(*)..").should().beFreeOfCycles().check(CLI);
    }
}
