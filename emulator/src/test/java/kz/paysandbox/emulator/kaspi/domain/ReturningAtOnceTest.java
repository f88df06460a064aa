package kz.paysandbox.emulator.kaspi.domain;

import static kz.paysandbox.emulator.kaspi.domain.Town.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import kz.paysandbox.emulator.core.Money;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.kaspi.domain.codes.Refusal;
import org.junit.jupiter.api.Test;

class ReturningAtOnceTest {

    private final Town town = new Town();

    @Test
    void returns_at_once_never_give_back_more_than_was_paid() {
        Payment paid = town.paid("a1", "10");
        List<Outcome<Return, Refusal>> outcomes = IntStream.range(0, 200)
                .parallel()
                .mapToObj(call -> town.returning.giveBackByCashier(paid.id(), BigDecimal.ONE, NOON))
                .toList();
        assertThat(outcomes.stream().filter(outcome -> outcome.value().isPresent()))
                .hasSize(10);
        assertThat(town.now(paid).available(NOON)).isEqualTo(Money.ZERO);
        assertThat(town.now(paid).returns().count()).isEqualTo(10);
    }

    @Test
    void of_many_customers_who_scan_at_once_one_is_taken() {
        Payment open = town.create("a1", "10");
        List<String> winners = IntStream.range(0, 200)
                .parallel()
                .mapToObj(call -> town.bank.purchases().change(open.id(), payment -> payment.scan(NOON, "p" + call)))
                .flatMap(outcome -> outcome.value().stream())
                .map(Payment::customer)
                .toList();
        assertThat(winners).containsExactly(town.now(open).customer());
    }
}
