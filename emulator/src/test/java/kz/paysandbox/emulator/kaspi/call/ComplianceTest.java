package kz.paysandbox.emulator.kaspi.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.Level;
import kz.paysandbox.emulator.core.TestWorlds;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.fields.Deviation;
import kz.paysandbox.emulator.core.journal.Finding;
import kz.paysandbox.emulator.http.TestCalls;
import kz.paysandbox.emulator.kaspi.domain.codes.Reason;
import kz.paysandbox.emulator.kaspi.rules.KaspiClause;
import org.junit.jupiter.api.Test;

class ComplianceTest {

    private static final Map<String, String> GOOD = Map.of("X-Request-ID", "1", "content-type", "Application/JSON");
    private static final List<Deviation> SPELLED =
            List.of(new Deviation(Deviation.Kind.SPELLING, "DeviceId was sent as deviceId"));

    private final World world = TestWorlds.with();

    @Test
    void a_well_behaved_call_passes_every_level_without_a_finding() {
        for (Level level : Level.values()) {
            assertThat(compliance(level, "/r1/v01/qr/create", GOOD)
                            .judgeHeaders()
                            .value())
                    .isPresent();
        }
        assertThat(world.findings().all()).isEmpty();
    }

    @Test
    void two_request_ids_in_one_call_are_one_too_many() {
        Map<String, String> twice =
                Map.of("X-Request-ID", "1", "x-request-id", "2", "Content-Type", "application/json");
        assertThat(compliance(Level.STRICT, "/r1/v01/qr/create", twice)
                        .judgeHeaders()
                        .refusal())
                .isPresent();
        assertThat(world.findings().all()).extracting(Finding::rule).containsExactly("kaspi.key.repeated");
    }

    @Test
    void lenient_says_nothing() {
        Compliance compliance = compliance(Level.LENIENT, "/r1/v01/qr/create/", Map.of());
        assertThat(compliance.judgeHeaders().value()).isPresent();
        assertThat(compliance.judge(SPELLED).value()).isPresent();
        compliance.finding(KaspiClause.POLL_REMOTE, "evidence");
        assertThat(world.findings().all()).isEmpty();
    }

    @Test
    void documented_answers_and_records_every_deviation() {
        Compliance compliance = compliance(Level.DOCUMENTED, "/r1/v01/qr/create/", Map.of());
        assertThat(compliance.judgeHeaders().value()).isPresent();
        assertThat(compliance.judge(SPELLED).value()).isPresent();
        assertThat(world.findings().all())
                .extracting(Finding::rule)
                .containsExactly(
                        "kaspi.request-id.missing",
                        "kaspi.content-type",
                        "kaspi.path.trailing-slash",
                        "kaspi.key.spelling");
        assertThat(world.findings().all()).extracting(Finding::severity).containsOnly(Finding.Severity.NOTE);
    }

    @Test
    void strict_refuses_at_the_first_deviation_and_names_the_rule() {
        Compliance compliance = compliance(Level.STRICT, "/r1/v01/qr/create/", Map.of());
        assertThat(compliance.judgeHeaders().refusal()).hasValueSatisfying(refusal -> {
            assertThat(refusal.reason()).isEqualTo(Reason.MALFORMED);
            assertThat(refusal.detail()).startsWith("kaspi.request-id.missing");
        });
        assertThat(world.findings().all()).hasSize(1);
        assertThat(compliance.judge(SPELLED).refusal()).isPresent();
    }

    @Test
    void a_blank_request_id_is_as_good_as_none() {
        Compliance compliance = compliance(
                Level.DOCUMENTED,
                "/r1/v01/qr/create",
                Map.of("X-Request-ID", " ", "Content-Type", "application/json; charset=utf-8"));
        assertThat(compliance.judgeHeaders().value()).isPresent();
        assertThat(world.findings().all()).extracting(Finding::rule).containsExactly("kaspi.request-id.missing");
    }

    private Compliance compliance(Level level, String path, Map<String, String> headers) {
        return new Compliance(level, TestCalls.of(TestCalls.post(path, headers, Optional.empty(), "{}"), world));
    }
}
