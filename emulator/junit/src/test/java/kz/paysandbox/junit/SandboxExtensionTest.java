package kz.paysandbox.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

@EnabledIf("kz.paysandbox.junit.SandboxAvailability#isThere")
class SandboxExtensionTest {

    @Test
    void worlds_are_fresh_and_belong_to_one_test_each_even_in_parallel() {
        EngineExecutionResults results = EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "false")
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "8")
                .selectors(selectClass(Cases.Isolated.class))
                .execute();
        results.testEvents().assertStatistics(events -> events.started(50).succeeded(50));
    }

    @Test
    void the_extension_can_be_registered_and_a_scenario_named() {
        EngineTestKit.engine("junit-jupiter")
                .selectors(
                        selectClass(Cases.Registered.class),
                        selectClass(Cases.WithScenario.class),
                        selectClass(Cases.Accepted.class),
                        selectClass(Cases.Around.class),
                        selectClass(Cases.OnMethodOnly.class))
                .execute()
                .testEvents()
                .assertStatistics(events -> events.started(7).succeeded(7));
    }

    @Test
    @ResourceLock(Resources.SYSTEM_ERR)
    void a_failure_prints_the_last_exchanges_and_the_seed_without_secrets() {
        String printed = printedBy(Cases.Failing.class);
        assertThat(printed)
                .contains("failing_test(SandboxWorld) failed in world world-", "@Sandbox(seed = 77) repeats it")
                .contains("POST /r1/v01/qr/create", "[r1 qr create]", "\"DeviceToken\":\"device#1\"")
                .doesNotContain("2be4cc91");
    }

    @Test
    @ResourceLock(Resources.SYSTEM_ERR)
    void a_call_that_the_bank_does_not_have_fails_the_test_where_that_is_asked_for() {
        String printed = printedBy(Cases.Unmatched.class);
        assertThat(printed).contains("the bank has no such endpoint", "/r1/v01/qr/creat");
    }

    @Test
    @ResourceLock(Resources.SYSTEM_ERR)
    void a_call_after_the_first_thousand_is_seen_too() {
        assertThat(printedBy(Cases.UnmatchedAfterMany.class))
                .contains("last exchanges, 10 of 1051", "#1051", "did you mean POST /r1/v01/qr/create (r1 qr create)?");
    }

    @Test
    @ResourceLock(Resources.SYSTEM_ERR)
    void what_was_wanted_and_not_asked_prints_the_nearest_misses_field_by_field() {
        assertThat(printedBy(Cases.Unverified.class))
                .contains("nearest misses:", "#1 [r1 qr create]")
                .contains("body Amount is '100', not '200'", "body DeviceToken is 'device#1', not 'device#2'")
                .contains("@Sandbox(seed = 78)")
                .doesNotContain("2be4cc91");
    }

    @Test
    @ResourceLock(Resources.SYSTEM_ERR)
    void findings_fail_the_test_where_that_is_asked_for() {
        String printed = printedBy(Cases.Careless.class);
        assertThat(printed).contains("findings:", "kaspi.");
    }

    @Test
    @ResourceLock(Resources.SYSTEM_ERR)
    void what_was_not_kept_passes_no_demand() {
        failsBecause(Cases.UnmatchedWithoutJournal.class, "nothing of what happened was kept (limits.journal=0)");
        failsBecause(Cases.CarelessWithoutFindings.class, "nothing of what happened was kept (limits.findings=0");
        failsBecause(Cases.CarelessAndLenient.class, "level=lenient");
    }

    @Test
    @ResourceLock(Resources.SYSTEM_ERR)
    void a_sandbox_that_does_not_start_fails_the_test_once_with_what_it_said() {
        failsBecause(Cases.MistypedSetting.class, "the sandbox did not start: ", "levle");
    }

    private static void failsBecause(Class<?> failing, String... words) {
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(failing))
                .execute()
                .testEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(finishedWithFailure(
                                message(text -> Stream.of(words).allMatch(text::contains)))));
    }

    private static String printedBy(Class<?> failing) {
        PrintStream before = System.err;
        ByteArrayOutputStream captured = new ByteArrayOutputStream();
        System.setErr(new PrintStream(captured, true, StandardCharsets.UTF_8));
        try {
            EngineTestKit.engine("junit-jupiter")
                    .selectors(selectClass(failing))
                    .execute()
                    .testEvents()
                    .assertStatistics(events -> events.started(1).failed(1));
        } finally {
            System.setErr(before);
        }
        return captured.toString(StandardCharsets.UTF_8);
    }
}
