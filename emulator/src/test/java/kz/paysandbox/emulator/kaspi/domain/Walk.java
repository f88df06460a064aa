package kz.paysandbox.emulator.kaspi.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kz.paysandbox.emulator.core.Money;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.kaspi.domain.codes.Refusal;
import kz.paysandbox.emulator.kaspi.domain.merchants.Till;
import kz.paysandbox.emulator.kaspi.domain.merchants.TillReasons;

/** Leads a bank and its ledger through the same calls, each call told by one number, and compares them after each. */
final class Walk {

    private static final List<String> DEVICES = List.of("a1", "a2", "b1");

    final Town town;
    final Ledger ledger = new Ledger();
    private final List<Long> ids = new ArrayList<>();
    private Instant now = Town.NOON;

    Walk(long seed) {
        town = new Town(seed, 10_000);
    }

    List<Long> ids() {
        return List.copyOf(ids);
    }

    Instant now() {
        return now;
    }

    void step(int call) {
        int choice = call / 16;
        switch (call % 16) {
            case 0, 1 -> create(choice, PaymentKind.QR);
            case 2 -> create(choice, PaymentKind.LINK);
            case 3 -> create(choice, PaymentKind.REMOTE);
            case 4, 5 -> act(choice, "QrTokenCreated", "Wait", payment -> payment.scan(now, Town.PHONE));
            case 6, 7 -> confirm(choice);
            case 8 -> decline(choice);
            case 9 -> act(choice, "QrTokenCreated", "Error", payment -> payment.failScan(now));
            case 10 -> cancel(choice);
            case 11, 12 -> refund(choice);
            case 13 -> refundByCashier(choice);
            case 14 -> move(choice);
            default -> town.bank.devices().turn(DEVICES.get(choice % 3), choice % 4 != 0);
        }
    }

    private void create(int choice, PaymentKind kind) {
        Optional<Till> till = till(choice);
        if (till.isEmpty()) {
            return;
        }
        BigDecimal amount = amount(choice);
        Outcome<Payment, Refusal> outcome = kind == PaymentKind.REMOTE
                ? town.selling.invoice(till.get(), Town.PHONE, amount, "", now)
                : town.selling.create(kind, till.get(), amount, "", now);
        assertThat(outcome.value().isPresent()).isEqualTo(amount.signum() > 0);
        outcome.value().ifPresent(payment -> {
            boolean invoice = kind == PaymentKind.REMOTE;
            Instant deadline = now.plusSeconds(invoice ? 86_400 : 180);
            ids.add(payment.id());
            ledger.entries.put(
                    payment.id(),
                    new Ledger.Entry(
                            invoice,
                            till.get().device(),
                            amount.movePointRight(2).longValueExact(),
                            deadline));
        });
    }

    private void act(int choice, String from, String to, Function<Payment, Outcome<Payment, Refusal>> act) {
        pick(choice).ifPresent(id -> {
            Ledger.Entry entry = ledger.entry(id);
            expect(town.bank.purchases().change(id, act), entry.state.equals(from));
            if (entry.state.equals(from)) {
                entry.state = to;
                entry.deadline = now.plusSeconds(65);
            }
        });
    }

    private void confirm(int choice) {
        pick(choice).ifPresent(id -> decide(id, town.bank.confirm(id, now), "Processed"));
    }

    private void decline(int choice) {
        pick(choice)
                .ifPresent(id ->
                        decide(id, town.bank.purchases().change(id, payment -> payment.decline(now)), "Error"));
    }

    private void decide(long id, Outcome<Payment, Refusal> outcome, String to) {
        Ledger.Entry entry = ledger.entry(id);
        expect(outcome, entry.canBeDecided());
        if (entry.canBeDecided()) {
            entry.state = to;
        }
    }

    private void cancel(int choice) {
        Optional<Till> till = till(choice);
        pick(choice).filter(id -> till.isPresent()).ifPresent(id -> {
            Ledger.Entry entry = ledger.entry(id);
            boolean own = entry.invoice
                    && entry.bin.equals(till.orElseThrow().organization().bin());
            boolean open = entry.state.equals("RemotePaymentCreated");
            expect(
                    town.selling.cancelInvoice(till.orElseThrow(), id, now),
                    own && (open || entry.state.equals("RemotePaymentCanceled")));
            if (own && open) {
                entry.state = "RemotePaymentCanceled";
            }
        });
    }

    private void refund(int choice) {
        Optional<Till> till = till(choice);
        pick(choice / 3).filter(id -> till.isPresent()).ifPresent(id -> {
            Ledger.Entry entry = ledger.entry(id);
            Till own = till.orElseThrow();
            book(
                    entry,
                    choice,
                    own.tradePoint().id() == entry.tradePoint,
                    town.returning.giveBack(
                            own,
                            id,
                            Optional.empty(),
                            List.of(own.organization().bin()),
                            amount(choice),
                            now));
        });
    }

    private void refundByCashier(int choice) {
        pick(choice)
                .ifPresent(id -> book(
                        ledger.entry(id), choice, true, town.returning.giveBackByCashier(id, amount(choice), now)));
    }

    private static void book(Ledger.Entry entry, int choice, boolean allowed, Outcome<Return, Refusal> outcome) {
        long tiyn = amount(choice).movePointRight(2).longValueExact();
        boolean booked = allowed && entry.allows(tiyn);
        expect(outcome, booked);
        if (booked) {
            entry.refunded += tiyn;
        }
    }

    /** Three times out of four the clock goes on, else it goes back; what time has done is settled before that. */
    private void move(int choice) {
        Duration step = Duration.ofSeconds(choice % 7 == 0 ? 86_400 : choice % 200);
        if (choice % 4 == 0) {
            town.bank.settle(now);
            now = now.minus(step);
        } else {
            now = now.plus(step);
            ledger.passed(now);
        }
    }

    private Optional<Till> till(int choice) {
        return town.bank
                .till(DEVICES.get(choice % 3), List.of(Town.A, Town.B), TillReasons.LISTED)
                .value();
    }

    private Optional<Long> pick(int choice) {
        return ids.isEmpty() ? Optional.empty() : Optional.of(ids.get(choice % ids.size()));
    }

    private static BigDecimal amount(int choice) {
        return new Money(choice % 50 * 37L).toDecimal();
    }

    private static void expect(Outcome<?, Refusal> outcome, boolean achieved) {
        assertThat(outcome.value().isPresent()).as("%s", outcome).isEqualTo(achieved);
    }
}
