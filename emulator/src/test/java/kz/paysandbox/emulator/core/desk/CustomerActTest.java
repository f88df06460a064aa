package kz.paysandbox.emulator.core.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.emulator.core.DueEvent;
import org.junit.jupiter.api.Test;

class CustomerActTest {

    @Test
    void acts_are_called_as_in_the_control_surface_s_paths() {
        assertThat(CustomerAct.values())
                .extracting(CustomerAct::label)
                .containsExactly("scan", "confirm", "decline", "scan-error", "expire");
        assertThat(CustomerAct.values())
                .allSatisfy(act -> assertThat(CustomerAct.of(act.label())).contains(act));
        assertThat(CustomerAct.of("pay")).isEmpty();
    }

    @Test
    void a_conflict_says_what_stood_in_the_way() {
        assertThat(Conflict.unknown("no")).isEqualTo(new Conflict(Conflict.Kind.UNKNOWN, "no", ""));
        assertThat(Conflict.invalid("no")).isEqualTo(new Conflict(Conflict.Kind.INVALID, "no", ""));
        assertThat(Conflict.state("no", "Wait")).isEqualTo(new Conflict(Conflict.Kind.STATE, "no", "Wait"));
    }

    @Test
    void a_view_s_history_cannot_be_changed_from_outside() {
        List<PaymentView.Step> steps = new ArrayList<>(List.of(new PaymentView.Step("Wait", "now")));
        PaymentView view = new PaymentView(
                "1",
                "kaspi",
                "qr",
                new PaymentView.Sums(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ZERO, "KZT"),
                "Wait",
                PaymentView.Merchant.of("180340021791", ""),
                steps,
                PaymentView.Prospects.NONE);
        steps.clear();
        assertThat(view.history()).hasSize(1);
    }

    @Test
    void what_is_still_to_come_is_shown_and_what_is_past_is_not() {
        Instant noon = Instant.parse("2026-01-05T12:00:00Z");
        Optional<DueEvent> due = Optional.of(DueEvent.done(noon, "toy.lapsed", "1"));
        PaymentView.Prospects before =
                PaymentView.Prospects.of(due, noon.minusSeconds(1), Optional.of("code"), List.of());
        assertThat(before.expiresAt()).contains("2026-01-05T12:00:00Z");
        assertThat(before.next()).contains("toy.lapsed");
        assertThat(before.qr()).contains("code");
        assertThat(PaymentView.Prospects.of(due, noon, Optional.empty(), List.of()))
                .isEqualTo(PaymentView.Prospects.NONE);
    }

    @Test
    void an_identity_prints_no_key_and_no_password() {
        IdentityDesk.Identity identity =
                new IdentityDesk.Identity("merchant", "f", List.of(), "", "pfx", "pass", "pem", "key");
        assertThat(identity).hasToString("Identity[merchant]");
    }
}
