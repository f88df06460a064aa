package kz.paysandbox.emulator;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "kz.paysandbox.emulator", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {

    private static final String ROOT = "kz.paysandbox.emulator";
    private static final String[] PLAIN = {"java..", "org.jspecify.annotations"};
    private static final String[] BANKS = {ROOT + ".kaspi..", ROOT + ".epay.."};

    @ArchTest
    static final ArchRule core_knows_only_java = classes()
            .that()
            .resideInAPackage(ROOT + ".core..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(PLAIN).or(resideInAnyPackage(ROOT + ".core..")));

    @ArchTest
    static final ArchRule the_reader_of_what_people_type_knows_only_core_and_yaml = classes()
            .that()
            .resideInAPackage(ROOT + ".input..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(PLAIN)
                    .or(resideInAnyPackage(ROOT + ".core..", ROOT + ".input..", "org.yaml.snakeyaml..")));

    @ArchTest
    static final ArchRule translations_know_only_java = classes()
            .that()
            .resideInAPackage(ROOT + ".language..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(PLAIN).or(resideInAnyPackage(ROOT + ".language..")));

    @ArchTest
    static final ArchRule a_domain_knows_only_core_and_java = classes()
            .that()
            .resideInAPackage(ROOT + ".kaspi.domain..")
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage(PLAIN).or(resideInAnyPackage(ROOT + ".core..", ROOT + ".kaspi.domain..")));

    @ArchTest
    static final ArchRule the_domain_of_epay_is_as_pure = classes()
            .that()
            .resideInAPackage(ROOT + ".epay.domain..")
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage(PLAIN).or(resideInAnyPackage(ROOT + ".core..", ROOT + ".epay.domain..")));

    @ArchTest
    static final ArchRule the_wire_knows_only_core_and_annotations_of_jackson = classes()
            .that()
            .resideInAPackage(ROOT + ".kaspi.wire..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(PLAIN)
                    .or(resideInAnyPackage(
                            ROOT + ".core..", ROOT + ".kaspi.wire..", "com.fasterxml.jackson.annotation..")));

    @ArchTest
    static final ArchRule the_wire_of_epay_knows_as_little = classes()
            .that()
            .resideInAPackage(ROOT + ".epay.wire..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(PLAIN)
                    .or(resideInAnyPackage(
                            ROOT + ".core..", ROOT + ".epay.wire..", "com.fasterxml.jackson.annotation..")));

    @ArchTest
    static final ArchRule only_the_list_of_banks_knows_a_bank = noClasses()
            .that(resideOutsideOfPackages(BANKS).and(not(simpleName("Banks").and(resideInAPackage(ROOT + ".boot")))))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(BANKS);

    @ArchTest
    static final ArchRule only_whoever_embeds_knows_the_composition_root = noClasses()
            .that(resideOutsideOfPackages(ROOT, ROOT + ".boot"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".boot");

    @ArchTest
    static final ArchRule nobody_below_knows_who_embeds = noClasses()
            .that(resideOutsideOfPackages(ROOT, ROOT + ".cli.."))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT);

    @ArchTest
    static final ArchRule http_does_not_know_control = noClasses()
            .that()
            .resideInAPackage(ROOT + ".http..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".control..");

    @ArchTest
    static final ArchRule the_page_knows_only_core_and_http = classes()
            .that()
            .resideInAPackage(ROOT + ".page..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(PLAIN)
                    .or(resideInAnyPackage(ROOT + ".core..", ROOT + ".http", ROOT + ".page..")));

    @ArchTest
    static final ArchRule kaspi_knows_neither_epay_nor_control = noClasses()
            .that()
            .resideInAPackage(ROOT + ".kaspi..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + ".epay..", ROOT + ".control..");

    @ArchTest
    static final ArchRule epay_knows_neither_kaspi_nor_control = noClasses()
            .that()
            .resideInAPackage(ROOT + ".epay..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + ".kaspi..", ROOT + ".control..");

    @ArchTest
    static final ArchRule only_the_http_room_touches_jetty = noClasses()
            .that(resideOutsideOfPackages(ROOT + ".http.."))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.jetty..");

    @ArchTest
    static final ArchRule only_the_composition_root_the_commands_nodes_and_the_store_know_the_room_of_certificates =
            noClasses()
                    .that(resideOutsideOfPackages(ROOT + ".boot", ROOT + ".cli..", ROOT + ".node", ROOT + ".store.."))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("kz.paysandbox.certs..");

    @ArchTest
    static final ArchRule nobody_below_knows_the_commands = noClasses()
            .that(resideOutsideOfPackages(ROOT + ".cli.."))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".cli..");

    @ArchTest
    static final ArchRule rooms_have_no_cycles =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching(ROOT + ".(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_store_knows_only_core_and_what_it_writes_with = classes()
            .that()
            .resideInAPackage(ROOT + ".store..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(PLAIN)
                    .or(resideInAnyPackage(
                            ROOT + ".core..",
                            ROOT + ".store..",
                            "com.fasterxml.jackson..",
                            "com.zaxxer.hikari..",
                            "javax.crypto..",
                            "javax.sql..",
                            "org.flywaydb..",
                            "org.slf4j..",
                            "org.sqlite.."))
                    .or(simpleName("SafeFiles")
                            .or(simpleName("Access"))
                            .and(resideInAPackage("kz.paysandbox.certs.store"))));

    @ArchTest
    static final ArchRule only_the_composition_root_the_commands_and_nodes_know_the_store = noClasses()
            .that(resideOutsideOfPackages(ROOT + ".store..", ROOT + ".boot", ROOT + ".cli..", ROOT + ".node"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".store..");

    @ArchTest
    static final ArchRule commands_know_of_the_store_only_how_it_fails_and_how_a_key_is_made = noClasses()
            .that()
            .resideInAPackage(ROOT + ".cli..")
            .should()
            .dependOnClassesThat(resideInAPackage(ROOT + ".store..")
                    .and(not(simpleName("StoreException").or(simpleName("StoreKey")))));

    @ArchTest
    static final ArchRule only_the_store_uses_databases = noClasses()
            .that(resideOutsideOfPackages(ROOT + ".store.."))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "com.zaxxer.hikari..", "org.sqlite..", "org.flywaydb..");

    @ArchTest
    static final ArchRule the_relay_knows_neither_worlds_nor_http = classes()
            .that()
            .resideInAPackage(ROOT + ".relay..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(PLAIN)
                    .or(resideInAnyPackage(ROOT + ".core.net", ROOT + ".relay..", "javax.net.ssl..", "org.slf4j..")));

    @ArchTest
    static final ArchRule only_the_composition_root_and_nodes_know_the_relay = noClasses()
            .that(resideOutsideOfPackages(ROOT + ".relay..", ROOT + ".boot", ROOT + ".node"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".relay..");
}
