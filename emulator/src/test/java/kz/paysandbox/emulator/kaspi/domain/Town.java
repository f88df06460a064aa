package kz.paysandbox.emulator.kaspi.domain;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kz.paysandbox.emulator.core.Ids;
import kz.paysandbox.emulator.core.Money;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.kaspi.domain.codes.Reason;
import kz.paysandbox.emulator.kaspi.domain.codes.Refusal;
import kz.paysandbox.emulator.kaspi.domain.merchants.Device;
import kz.paysandbox.emulator.kaspi.domain.merchants.Organization;
import kz.paysandbox.emulator.kaspi.domain.merchants.Till;
import kz.paysandbox.emulator.kaspi.domain.merchants.TillReasons;
import kz.paysandbox.emulator.kaspi.domain.merchants.TradePoint;

/** A bank with two organisations: {@code A} with trade points 1 and 2, {@code B} with 101; one device at each. */
public final class Town {

    public static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    public static final String A = "180340021791";
    public static final String B = "990340000013";
    public static final String PHONE = "87010000001";

    public final KaspiBank bank;
    public final SaleProcess selling;
    public final ReturnProcess returning;

    public Town() {
        this(1, 1_000);
    }

    public Town(long seed, int mostPayments) {
        this(seed, mostPayments, ReturnCodeRules.CAREFUL);
    }

    Town(ReturnCodeRules codes) {
        this(1, 1_000, codes);
    }

    private Town(long seed, int mostPayments, ReturnCodeRules codes) {
        KaspiRules rules =
                new KaspiRules(Money.tenge(100_000_000), Duration.ofHours(24), 50, 10, codes, mostPayments, 100);
        bank = new KaspiBank(new Ids(seed), rules);
        bank.merchants().add(Organization.of(A, "A"));
        bank.merchants().add(Organization.of(B, "B"));
        bank.merchants().add(TradePoint.open(1, A, "1"));
        bank.merchants().add(TradePoint.open(2, A, "2"));
        bank.merchants().add(TradePoint.open(101, B, "101"));
        bank.devices().add(new Device("a1", 1, "A-1", A, 1, true));
        bank.devices().add(new Device("a2", 2, "A-2", A, 2, true));
        bank.devices().add(new Device("b1", 3, "B-1", B, 101, true));
        selling = new SaleProcess(bank, Scheme.R1);
        returning = new ReturnProcess(bank);
    }

    public Till till(String token) {
        return bank.till(token, List.of(A, B), TillReasons.LISTED).value().orElseThrow();
    }

    public Payment create(String token, String amount) {
        return achieved(selling.create(PaymentKind.QR, till(token), new BigDecimal(amount), "15", NOON));
    }

    public Payment scanned(String token, String amount, String phone) {
        Payment open = create(token, amount);
        return achieved(bank.purchases().change(open.id(), payment -> payment.scan(NOON, phone)));
    }

    public Payment paid(String token, String amount) {
        return paid(token, amount, PHONE);
    }

    public Payment paid(String token, String amount, String phone) {
        return achieved(bank.confirm(scanned(token, amount, phone).id(), NOON));
    }

    public Payment now(Payment payment) {
        return bank.purchases().find(payment.id()).orElseThrow();
    }

    public Payment invoice(String token) {
        return achieved(selling.invoice(till(token), PHONE, new BigDecimal("1.00"), "Test", NOON));
    }

    public QrReturn scannedCode(String token, String phone) {
        QrReturn code = returning.createCode(till(token), "", NOON);
        return achieved(bank.returns().scan(code.id(), NOON, phone));
    }

    public static <T> T achieved(Outcome<T, Refusal> outcome) {
        return outcome.fold(value -> value, refusal -> {
            throw new AssertionError("refused: " + refusal);
        });
    }

    public static Reason reason(Outcome<?, Refusal> outcome) {
        return outcome.refusal()
                .orElseThrow(() -> new AssertionError("was not refused"))
                .reason();
    }
}
