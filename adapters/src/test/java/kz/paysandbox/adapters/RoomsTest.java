package kz.paysandbox.adapters;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which room may touch what; the reasons are in the design. */
@AnalyzeClasses(packages = "kz.paysandbox.adapters", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {
    private static final String ROOT = "kz.paysandbox.adapters";

    /** Of a package, package-info.java included. */
    private static final int MOST_FILES = 25;

    @ArchTest
    static final ArchRule nobody_else_knows_the_http_client = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".transport.jdk..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.net.http..");

    @ArchTest
    static final ArchRule the_inner_rooms_know_no_bank = noClasses()
            .that()
            .resideInAnyPackage(ROOT + ".error..", ROOT + ".money..", ROOT + ".transport..", ROOT + ".tls..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT, ROOT + ".kaspi..", ROOT + ".epay..", ROOT + ".merchant..");

    @ArchTest
    static final ArchRule the_banks_do_not_know_each_other = noClasses()
            .that()
            .resideInAPackage(ROOT + ".kaspi..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + ".epay..", ROOT + ".merchant..", ROOT);

    @ArchTest
    static final ArchRule nor_the_other_way_round = noClasses()
            .that()
            .resideInAPackage(ROOT + ".epay..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + ".kaspi..", ROOT + ".merchant..", ROOT);

    @ArchTest
    static final ArchRule wire_messages_are_seen_by_their_bank_only = classes()
            .that()
            .resideInAPackage(ROOT + ".kaspi.wire..")
            .should()
            .onlyHaveDependentClassesThat()
            .resideInAPackage(ROOT + ".kaspi..");

    @ArchTest
    static final ArchRule and_halyks_too = classes()
            .that()
            .resideInAPackage(ROOT + ".epay.wire..")
            .should()
            .onlyHaveDependentClassesThat()
            .resideInAPackage(ROOT + ".epay..");

    @ArchTest
    static final ArchRule only_merchant_needs_a_database = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".merchant..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.flywaydb..", "org.h2..", "org.postgresql..");

    @ArchTest
    static final ArchRule nothing_is_shared_with_the_sandbox = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("kz.paysandbox.emulator..", "kz.paysandbox.certs..");

    @ArchTest
    static final ArchRule dependencies_are_few = classes()
            .that()
            .resideOutsideOfPackages(ROOT + ".merchant..", ROOT + ".observation..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + "..",
                    "java..",
                    "javax.net.ssl..",
                    "javax.crypto..",
                    "javax.security.auth.x500..",
                    "com.fasterxml.jackson..",
                    "org.slf4j..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule only_observation_needs_micrometer = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".observation..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.micrometer..", ROOT + ".observation..");

    @ArchTest
    static final ArchRule the_fake_bank_is_packed_apart = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".testing..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".testing..");

    @ArchTest
    static final ArchRule time_chance_and_ids_come_from_outside = noClasses()
            .that()
            .doNotHaveSimpleName("Surroundings")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(Thread.class, "sleep", long.class, int.class)
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callConstructor(Random.class);

    @ArchTest
    static final ArchRule nothing_static_changes =
            fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule no_empty_names =
            noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Util|Utils|Abstract[A-Z].*|Base)");

    @ArchTest
    static final ArchRule no_cycles =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    @Test
    void files_are_small_and_packages_say_what_they_are_for() throws IOException {
        Path main = Path.of("src/main/java");
        List<Path> files;
        try (Stream<Path> all = Files.walk(main)) {
            files = all.filter(path -> path.toString().endsWith(".java")).toList();
        }
        List<Integer> lines = files.stream().map(RoomsTest::lines).sorted().toList();
        assertThat(lines.get(lines.size() / 2)).isLessThanOrEqualTo(60);
        assertThat(lines.get(lines.size() * 9 / 10)).isLessThanOrEqualTo(160);
        assertThat(lines.get(lines.size() - 1)).isLessThanOrEqualTo(300);
        assertThat(files.stream().collect(Collectors.groupingBy(Path::getParent, Collectors.counting())))
                .allSatisfy(
                        (folder, count) -> assertThat(count).as("%s", folder).isLessThanOrEqualTo(MOST_FILES));
        assertThat(files.stream().map(Path::getParent).distinct())
                .allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                        .content()
                        .contains("@NullMarked"));
    }

    private static int lines(Path file) {
        try {
            return Files.readAllLines(file).size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
