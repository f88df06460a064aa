package kz.paysandbox.junit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "kz.paysandbox.junit", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {

    private static final String ROOT = "kz.paysandbox.junit";
    private static final String[] PLAIN = {"java..", "javax.net.ssl", "org.jspecify.annotations"};

    @ArchTest
    static final ArchRule json_knows_only_java = classes()
            .that()
            .resideInAPackage(ROOT + ".json")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(PLAIN).or(resideInAnyPackage(ROOT + ".json")));

    @ArchTest
    static final ArchRule the_process_knows_only_java_and_json = classes()
            .that()
            .resideInAPackage(ROOT + ".process")
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage(PLAIN).or(resideInAnyPackage(ROOT + ".json", ROOT + ".process")));

    @ArchTest
    static final ArchRule nothing_but_the_frameworks_rooms_knows_a_library = classes()
            .that()
            .resideInAPackage(ROOT)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(PLAIN)
                    .or(resideInAnyPackage(
                            ROOT,
                            ROOT + ".json",
                            ROOT + ".process",
                            "org.junit.jupiter.api..",
                            "org.junit.platform.commons..")));

    @ArchTest
    static final ArchRule the_plain_way_in_needs_no_framework = noClasses()
            .that()
            .haveSimpleName("SandboxServer")
            .or()
            .haveSimpleNameStartingWith("World")
            .or()
            .haveSimpleName("SandboxWorld")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.junit..");

    @ArchTest
    static final ArchRule nobody_sleeps = noClasses().should().callMethod(Thread.class, "sleep", long.class);

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching(ROOT + ".(**)").should().beFreeOfCycles();
}
