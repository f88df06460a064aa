package kz.paysandbox.features;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.util.Random;
import java.util.UUID;

/** What the rooms of this module may touch. */
@AnalyzeClasses(packages = "kz.paysandbox.features", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {

    @ArchTest
    static final ArchRule ONLY_THE_EMULATORS_FRONT_DOOR = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "kz.paysandbox.emulator.core..",
                    "kz.paysandbox.emulator.http..",
                    "kz.paysandbox.emulator.control..",
                    "kz.paysandbox.emulator.kaspi..",
                    "kz.paysandbox.emulator.epay..",
                    "kz.paysandbox.certs..");

    @ArchTest
    static final ArchRule ONLY_ITS_DRIVER_KNOWS_THE_ADAPTERS = noClasses()
            .that()
            .resideOutsideOfPackage("kz.paysandbox.features.adapter")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("kz.paysandbox.adapters..");

    @ArchTest
    static final ArchRule STEPS_KNOW_NO_DRIVER = noClasses()
            .that()
            .resideInAPackage("kz.paysandbox.features.steps")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("kz.paysandbox.features.adapter");

    @ArchTest
    static final ArchRule NOTHING_STATIC_IS_MUTABLE =
            fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule NOBODY_SLEEPS = noClasses().should().callMethod(Thread.class, "sleep", long.class);

    @ArchTest
    static final ArchRule HTTP_IN_ONE_ROOM = noClasses()
            .that()
            .resideOutsideOfPackage("kz.paysandbox.features.wire")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.net.http");

    @ArchTest
    static final ArchRule CHANCE_COMES_FROM_THE_RUN = noClasses()
            .that()
            .resideOutsideOfPackage("kz.paysandbox.features")
            .should()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callConstructor(Random.class)
            .orShould()
            .callConstructor(SecureRandom.class);

    @ArchTest
    static final ArchRule CALLBACKS_IN_ONE_ROOM = noClasses()
            .that()
            .resideOutsideOfPackage("kz.paysandbox.features.merchant")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.github.tomakehurst..");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("kz.paysandbox.features.(*)..").should().beFreeOfCycles();
}
