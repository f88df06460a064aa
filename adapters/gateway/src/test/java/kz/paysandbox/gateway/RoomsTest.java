package kz.paysandbox.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Random;
import java.util.UUID;

/** Which room may touch what: payment, store, pay, then the edge and the jobs, then the composition root. */
@AnalyzeClasses(packages = "kz.paysandbox.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {
    private static final String ROOT = "kz.paysandbox.gateway";

    @ArchTest
    static final ArchRule arrows_point_one_way = Architectures.layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("address")
            .definedBy(ROOT + ".address..")
            .layer("payment")
            .definedBy(ROOT + ".payment..")
            .layer("store")
            .definedBy(ROOT + ".store..")
            .layer("pay")
            .definedBy(ROOT + ".pay..")
            .optionalLayer("webhook")
            .definedBy(ROOT + ".webhook..")
            .optionalLayer("callback")
            .definedBy(ROOT + ".callback..")
            .optionalLayer("jobs")
            .definedBy(ROOT + ".jobs..")
            .optionalLayer("http")
            .definedBy(ROOT + ".http..")
            .layer("boot")
            .definedBy(ROOT + ".boot..")
            .whereLayer("boot")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("http")
            .mayOnlyBeAccessedByLayers("boot")
            .whereLayer("jobs")
            .mayOnlyBeAccessedByLayers("boot")
            .whereLayer("callback")
            .mayOnlyBeAccessedByLayers("boot", "http", "jobs")
            .whereLayer("webhook")
            .mayOnlyBeAccessedByLayers("boot", "http", "jobs")
            .whereLayer("pay")
            .mayOnlyBeAccessedByLayers("boot", "http", "jobs", "callback")
            .whereLayer("address")
            .mayOnlyBeAccessedByLayers("boot", "http", "webhook")
            .whereLayer("store")
            .mayOnlyBeAccessedByLayers("boot", "http", "jobs", "callback", "webhook", "pay");

    @ArchTest
    static final ArchRule payments_are_pure = noClasses()
            .that()
            .resideInAPackage(ROOT + ".payment..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "java.net.http..", "io.javalin..", "org.eclipse.jetty..", "org.slf4j..");

    @ArchTest
    static final ArchRule the_edge_alone_knows_its_server = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule the_store_alone_knows_databases = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + ".store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.zaxxer.hikari..", "org.flywaydb..", "org.h2..", "org.postgresql..");

    @ArchTest
    static final ArchRule the_composition_root_alone_knows_the_command_line = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".boot..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("picocli..", "io.micrometer..");

    @ArchTest
    static final ArchRule nothing_is_shared_with_the_sandbox = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("kz.paysandbox.emulator..", "kz.paysandbox.certs..", "kz.paysandbox.junit..");

    @ArchTest
    static final ArchRule time_chance_and_ids_come_from_outside = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".boot..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callConstructor(SecureRandom.class)
            .orShould()
            .callConstructor(Random.class);

    @ArchTest
    static final ArchRule nobody_sleeps = noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(Thread.class, "sleep", long.class, int.class);

    @ArchTest
    static final ArchRule nothing_static_changes =
            fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule no_empty_names =
            noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Util|Utils|Abstract[A-Z].*|Base)");

    @ArchTest
    static final ArchRule no_cycles =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();
}
