package kz.paysandbox.features;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
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

    private static final String ROOT = "kz.paysandbox.features";
    private static final String[] BANKS = {ROOT + ".kaspi..", ROOT + ".epay.."};

    @ArchTest
    static final ArchRule of_the_emulator_only_what_embeds_it_is_used = noClasses()
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
    static final ArchRule only_the_list_of_banks_knows_a_bank = noClasses()
            .that(resideOutsideOfPackages(BANKS).and(not(simpleName("Banks"))))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(BANKS);

    @ArchTest
    static final ArchRule kaspi_does_not_know_epay = noClasses()
            .that()
            .resideInAPackage(ROOT + ".kaspi..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".epay..");

    @ArchTest
    static final ArchRule epay_does_not_know_kaspi = noClasses()
            .that()
            .resideInAPackage(ROOT + ".epay..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".kaspi..");

    @ArchTest
    static final ArchRule only_drivers_know_the_adapters = noClasses()
            .that(resideOutsideOfPackages(ROOT + "..adapter"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("kz.paysandbox.adapters..");

    @ArchTest
    static final ArchRule sentences_know_no_driver = noClasses()
            .that()
            .resideInAPackage(ROOT + "..steps")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + "..adapter", ROOT + "..raw");

    @ArchTest
    static final ArchRule nothing_static_is_mutable =
            fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule nobody_sleeps = noClasses().should().callMethod(Thread.class, "sleep", long.class);

    @ArchTest
    static final ArchRule http_is_in_one_room = noClasses()
            .that(resideOutsideOfPackages(ROOT + ".wire"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.net.http");

    @ArchTest
    static final ArchRule random_numbers_come_from_the_run = noClasses()
            .that(resideOutsideOfPackages(ROOT))
            .should()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callConstructor(Random.class)
            .orShould()
            .callConstructor(SecureRandom.class);

    @ArchTest
    static final ArchRule the_server_for_callbacks_is_in_one_room = noClasses()
            .that(resideOutsideOfPackages(ROOT + ".merchant"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.github.tomakehurst..");

    @ArchTest
    static final ArchRule rooms_have_no_cycles =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching(ROOT + ".(**)").should().beFreeOfCycles();
}
