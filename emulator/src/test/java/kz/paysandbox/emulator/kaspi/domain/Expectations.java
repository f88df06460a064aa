package kz.paysandbox.emulator.kaspi.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import kz.paysandbox.emulator.core.Money;

/** What holds after every call. */
final class Expectations {

    private Expectations() {}

    static void asInTheLedger(Walk walk) {
        walk.ledger.entries.forEach((id, entry) -> {
            Payment payment = payment(walk, id);
            assertThat(payment.at(walk.now()).wire()).as("status of %s", id).isEqualTo(entry.state);
            assertThat(payment.available(walk.now())).isEqualTo(new Money(entry.available()));
            assertThat(payment.returns().total()).isEqualTo(new Money(entry.refunded));
        });
    }

    static void finalStaysFinal(Walk walk, Map<Long, PaymentStatus> seen) {
        walk.ids().forEach(id -> {
            PaymentStatus status = payment(walk, id).at(walk.now());
            if (seen.containsKey(id)) {
                assertThat(status).as("status of %s", id).isEqualTo(seen.get(id));
            } else if (status.isFinal()) {
                seen.put(id, status);
            }
        });
    }

    static void moneyIsConserved(Walk walk) {
        long paid = 0;
        long left = 0;
        long back = 0;
        for (Payment payment : walk.town.bank.purchases().newestFirst()) {
            Money amount = payment.terms().amount();
            Money returned = payment.returns().total();
            assertThat(returned).isBetween(Money.ZERO, amount);
            if (payment.at(walk.now()) == PaymentStatus.PROCESSED) {
                assertThat(payment.available(walk.now()).plus(returned)).isEqualTo(amount);
                paid += amount.tiyn();
                left += payment.available(walk.now()).tiyn();
            } else {
                assertThat(returned).isEqualTo(Money.ZERO);
            }
            back += returned.tiyn();
        }
        assertThat(left + back).as("what is left and what went back").isEqualTo(paid);
        assertThat(back)
                .isEqualTo(walk.ledger.entries.values().stream()
                        .mapToLong(entry -> entry.refunded)
                        .sum());
    }

    static void onlyOwnIsSeen(Walk walk) {
        walk.ledger.entries.forEach((id, entry) -> {
            String other = entry.bin.equals(Town.A) ? Town.B : Town.A;
            assertThat(walk.town.bank.purchase(id, List.of(entry.bin)).value()).isPresent();
            assertThat(walk.town.bank.purchase(id, List.of(other)).value()).isEmpty();
        });
    }

    private static Payment payment(Walk walk, long id) {
        return walk.town.bank.purchases().find(id).orElseThrow();
    }
}
