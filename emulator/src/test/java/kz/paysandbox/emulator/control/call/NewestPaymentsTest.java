package kz.paysandbox.emulator.control.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.desk.PaymentView;
import org.junit.jupiter.api.Test;

class NewestPaymentsTest {

    private static final List<PaymentView> KASPI = List.of(
            paid("13", "2027-01-01T00:00:00.500Z"),
            paid("12", "2027-01-01T00:00:00Z"),
            paid("11", "2026-12-31T23:59:59Z"));
    private static final List<PaymentView> EPAY = List.of(
            paid("a", "2027-01-01T00:00:01Z"), paid("z", "2027-01-01T00:00:00Z"), paid("b", "2027-01-01T00:00:00Z"));

    @Test
    void the_newest_is_first_whichever_bank_it_is_of() {
        assertThat(ids(10)).containsExactly("a", "13", "12", "z", "b", "11");
    }

    @Test
    void of_many_only_the_newest_are_taken() {
        assertThat(ids(2)).containsExactly("a", "13");
    }

    @Test
    void those_that_are_not_wanted_take_no_place() {
        assertThat(NewestPayments.of(both(), payment -> payment.id().equals("11"), 1))
                .extracting(PaymentView::id)
                .containsExactly("11");
    }

    private static List<String> ids(int most) {
        return NewestPayments.of(both(), every -> true, most).stream()
                .map(PaymentView::id)
                .toList();
    }

    private static Stream<Stream<PaymentView>> both() {
        return Stream.of(KASPI.stream(), EPAY.stream());
    }

    private static PaymentView paid(String id, String at) {
        return new PaymentView(
                id,
                "",
                "card",
                new PaymentView.Sums(BigDecimal.TEN, BigDecimal.TEN, BigDecimal.ZERO, "KZT"),
                "CHARGE",
                PaymentView.Merchant.of("", ""),
                List.of(new PaymentView.Step("CHARGE", at)),
                PaymentView.Prospects.NONE);
    }
}
