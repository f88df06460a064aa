package kz.paysandbox.emulator.kaspi.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.emulator.core.Money;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.kaspi.domain.codes.Reason;
import kz.paysandbox.emulator.kaspi.domain.codes.Refusal;
import kz.paysandbox.emulator.kaspi.domain.merchants.Organization;
import kz.paysandbox.emulator.kaspi.domain.merchants.Till;

/** The return of money: with the customer (3.4), without (4.5), or by the cashier in the bank's own app (2.4). */
public final class ReturnProcess {

    private final KaspiBank bank;

    public ReturnProcess(KaspiBank bank) {
        this.bank = bank;
    }

    /** A return QR code for the customer to scan (3.4.1). */
    public QrReturn createCode(Till till, String externalId, Instant now) {
        Instant expires = now.plus(till.organization().options().scanWait());
        return bank.returns().add(QrReturn.created(bank.ids().next(), till.device(), externalId, now, expires));
    }

    /** A return QR code of one of these organisations (3.4.2). */
    public Outcome<QrReturn, Refusal> code(long id, Collection<String> bins) {
        return bank.returns()
                .find(id)
                .filter(code -> bins.contains(code.terms().device().bin()))
                .<Outcome<QrReturn, Refusal>>map(Outcome::ok)
                .orElseGet(() -> Refusal.refuse(Reason.PURCHASE_UNKNOWN));
    }

    /** What the customer who scanned the code bought at this trade point, newest first (3.4.3). */
    public Outcome<List<Payment>, Refusal> operations(Till till, long codeId, long most, Instant now) {
        return scannedCode(till, codeId, now)
                .map(code -> bank.latestPaid(till.tradePoint().id(), code.customer(), most));
    }

    /**
     * Returns money; checked in this order: purchase, trade point, its status, the return QR code, amount.
     *
     * @param codeId the scanned return QR code, where the scheme has one
     * @param bins organisations whose purchases the caller may see
     * @param amount tenge as sent
     */
    public Outcome<Return, Refusal> giveBack(
            Till till, long paymentId, Optional<Long> codeId, Collection<String> bins, BigDecimal amount, Instant now) {
        return bank.purchase(paymentId, bins)
                .flatMap(payment -> sameTradePoint(till, payment))
                .flatMap(payment -> payment.at(now) == PaymentStatus.PROCESSED
                        ? Outcome.ok(payment)
                        : Refusal.<Payment>refuse(Reason.STATUS_UNFIT))
                .flatMap(payment -> codeId.map(id -> bank.returns()
                                .serve(
                                        id,
                                        rules().after(),
                                        () -> ownCode(till, id, payment, now)
                                                .flatMap(own -> book(
                                                        own,
                                                        amount,
                                                        till.device().token(),
                                                        now))))
                        .orElseGet(() -> book(payment, amount, till.device().token(), now)));
    }

    private ReturnCodeRules rules() {
        return bank.rules().returnCodes();
    }

    /** The cashier's return in the bank's app: no device, no code, the amount's rules alone (2.4). */
    public Outcome<Return, Refusal> giveBackByCashier(long paymentId, BigDecimal amount, Instant now) {
        return bank.purchases()
                .find(paymentId)
                .<Outcome<Payment, Refusal>>map(Outcome::ok)
                .orElseGet(() -> Refusal.refuse(Reason.PURCHASE_UNKNOWN))
                .flatMap(payment -> book(payment, amount, Return.CASHIER, now));
    }

    private Outcome<Return, Refusal> book(Payment payment, BigDecimal tenge, String by, Instant now) {
        Optional<Money> amount = Money.exactly(tenge).filter(Money::isPositive);
        if (amount.isEmpty()) {
            return Refusal.refuse(isBeyondMoney(tenge) ? Reason.RETURN_ABOVE_PURCHASE : Reason.WRONG_AMOUNT_RETURNED);
        }
        boolean partial = bank.merchants()
                .organization(payment.terms().device().bin())
                .map(Organization::partialReturns)
                .orElse(true);
        Return draft = new Return(0, amount.get(), now, by);
        return payment.giveBack(draft, partial).flatMap(possible -> {
            Return entry = new Return(bank.ids().next(), amount.get(), now, by);
            return bank.purchases()
                    .change(payment.id(), present -> present.giveBack(entry, partial))
                    .map(changed -> entry);
        });
    }

    /** More than any purchase can be, though well written. */
    private static boolean isBeyondMoney(BigDecimal tenge) {
        return tenge.signum() > 0 && tenge.scale() <= 2;
    }

    private static Outcome<Payment, Refusal> sameTradePoint(Till till, Payment payment) {
        return payment.terms().device().tradePointId() == till.tradePoint().id()
                ? Outcome.ok(payment)
                : Refusal.refuse(Reason.TRADE_POINT_DIFFERS);
    }

    private Outcome<Payment, Refusal> ownCode(Till till, long codeId, Payment payment, Instant now) {
        return scannedCode(till, codeId, now)
                .flatMap(code -> code.served().isPresent() && rules().once()
                        ? Refusal.<QrReturn>refuse(
                                Reason.RETURN_UNFIT,
                                "the return QR has served a return; make and scan a new one for the next"
                                        + " (setting kaspi.return-qr.uses)")
                        : Outcome.ok(code))
                .flatMap(code -> code.customer().equals(payment.customer())
                        ? Outcome.ok(payment)
                        : Refusal.<Payment>refuse(
                                Reason.RETURN_UNFIT, "the return QR was scanned by another customer than paid"));
    }

    private Outcome<QrReturn, Refusal> scannedCode(Till till, long codeId, Instant now) {
        Optional<QrReturn> code = bank.returns()
                .find(codeId)
                .filter(found -> found.terms().device().tradePointId()
                        == till.tradePoint().id());
        if (code.isEmpty()) {
            return Refusal.refuse(Reason.RETURN_UNFIT, "no return QR with this id was made at this trade point");
        }
        ReturnStatus status = code.get().at(now);
        return status == ReturnStatus.CUSTOMER_IDENTITY_OBTAINED
                ? Outcome.ok(code.get())
                : Refusal.refuse(Reason.RETURN_UNFIT, "the return QR is " + status.wire());
    }
}
