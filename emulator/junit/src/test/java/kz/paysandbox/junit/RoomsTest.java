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
    static final ArchRule only_the_way_in_for_spring_knows_spring = noClasses()
            .that()
            .haveSimpleNameNotStartingWith("SandboxTest")
            .and()
            .haveSimpleNameNotStartingWith("SandboxContextCustomizer")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework..");

    @ArchTest
    static final ArchRule only_the_ways_in_for_frameworks_know_junit = noClasses()
            .that()
            .doNotBelongToAnyOf(
                    Sandbox.class,
                    SandboxExtension.class,
                    SandboxTest.class,
                    SandboxTestExtension.class,
                    SandboxContextCustomizer.class,
                    Judgement.class,
                    ServerResource.class)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.junit..");

    @ArchTest
    static final ArchRule nobody_knows_another_library = classes()
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(PLAIN)
                    .or(resideInAnyPackage(
                            ROOT + "..",
                            "org.junit.jupiter.api..",
                            "org.junit.platform.commons..",
                            "org.springframework..")));

    @ArchTest
    static final ArchRule nobody_sleeps = noClasses().should().callMethod(Thread.class, "sleep", long.class);

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching(ROOT + ".(**)").should().beFreeOfCycles();
}
