package kz.paysandbox.emulator;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Time and chance come in through constructors; only the composition roots take them from the machine. Nobody waits. */
@AnalyzeClasses(packages = "kz.paysandbox.emulator", importOptions = ImportOption.DoNotIncludeTests.class)
class ForbiddenCallsTest {

    private static final Set<String> WAITS = Set.of("join", "get", "await", "acquire", "take", "invokeAll", "waitFor");

    private static final DescribedPredicate<JavaMethodCall> WAITING = DescribedPredicate.describe(
            "wait for another thread or process",
            call -> WAITS.contains(call.getName()) && canWait(call.getTargetOwner()));

    private static boolean canWait(JavaClass owner) {
        boolean ofConcurrency =
                owner.getPackageName().equals("java.util.concurrent") && !owner.isAssignableTo(Map.class);
        return ofConcurrency || owner.isAssignableTo(Thread.class) || owner.isAssignableTo(Process.class);
    }

    @ArchTest
    static final ArchRule nobody_reads_the_machine_s_time = elsewhere()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(InstantSource.class, "system")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime");

    @ArchTest
    static final ArchRule nobody_draws_by_chance = elsewhere()
            .should()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callMethod(ThreadLocalRandom.class, "current")
            .orShould()
            .callConstructor(Random.class)
            .orShould()
            .callConstructor(Random.class, long.class);

    @ArchTest
    static final ArchRule nobody_sleeps = noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(Thread.class, "sleep", long.class, int.class);

    /** A row's handler runs on the thread that selects connections: what takes longer than a moment is a later reply. */
    @ArchTest
    static final ArchRule no_row_waits = noClasses()
            .that()
            .resideInAnyPackage("kz.paysandbox.emulator.kaspi..", "kz.paysandbox.emulator.epay..")
            .should()
            .callMethodWhere(WAITING);

    private static GivenClassesConjunction elsewhere() {
        return noClasses().that(resideOutsideOfPackages("kz.paysandbox.emulator.boot", "kz.paysandbox.emulator.cli.."));
    }
}
