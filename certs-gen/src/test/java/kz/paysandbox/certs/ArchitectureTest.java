package kz.paysandbox.certs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;

@AnalyzeClasses(packages = "kz.paysandbox.certs", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule bouncyCastleStaysInOneRoom = noClasses()
            .that()
            .resideOutsideOfPackage("kz.paysandbox.certs.x509")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bouncycastle..");

    @ArchTest
    static final ArchRule jacksonStaysInTheStore = noClasses()
            .that()
            .resideOutsideOfPackage("kz.paysandbox.certs.store")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml..");

    @ArchTest
    static final ArchRule picocliStaysInTheCommand = noClasses()
            .that()
            .resideOutsideOfPackage("kz.paysandbox.certs.command")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule timeAndRandomnessAreGiven = noClasses()
            .that()
            .resideOutsideOfPackage("kz.paysandbox.certs.command")
            .and()
            .doNotBelongToAnyOf(SystemSources.class)
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callConstructor(Random.class)
            .orShould()
            .callConstructor(SecureRandom.class);

    @ArchTest
    static final ArchRule nobodySleeps = noClasses().should().callMethod(Thread.class, "sleep", long.class);

    @ArchTest
    static final ArchRule noOtherModule = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("kz.paysandbox.emulator..", "kz.paysandbox.adapters..", "kz.paysandbox.features..");

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("kz.paysandbox.certs.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nobodyDependsOnTheCommand = noClasses()
            .that()
            .resideOutsideOfPackage("kz.paysandbox.certs.command")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("kz.paysandbox.certs.command");
}
