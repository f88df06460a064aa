package kz.paysandbox.emulator.core.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
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
                "180340021791",
                "",
                steps);
        steps.clear();
        assertThat(view.history()).hasSize(1);
    }

    @Test
    void an_identity_prints_no_key_and_no_password() {
        IdentityDesk.Identity identity =
                new IdentityDesk.Identity("merchant", "f", List.of(), "", "pfx", "pass", "pem", "key");
        assertThat(identity).hasToString("Identity[merchant]");
    }
}
