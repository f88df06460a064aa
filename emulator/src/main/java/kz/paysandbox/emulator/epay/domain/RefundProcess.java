package kz.paysandbox.emulator.epay.domain;

import java.time.Instant;
import java.util.Optional;
import kz.paysandbox.emulator.core.Money;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.epay.domain.codes.Reason;
import kz.paysandbox.emulator.epay.domain.codes.Refusal;

/** The refund of money (refund page): only CHARGE, at least 10 KZT, repeated up to the total. */
public final class RefundProcess {

    private final EpayBank bank;

    public RefundProcess(EpayBank bank) {
        this.bank = bank;
    }

    /**
     * A refund; checked in this order: externalID, status, window, amount.
     *
     * @param amount empty for all that is left
     */
    public Outcome<Payment, Refusal> refund(String id, Optional<Money> amount, String externalId, Instant now) {
        return bank.payments().change(id, payment -> {
            boolean repeated = !externalId.isEmpty()
                    && payment.movements().refunds().stream()
                            .anyMatch(earlier -> earlier.externalId().equals(externalId));
            if (repeated) {
                switch (bank.rules().refunds().sameExternalId()) {
                    case REFUSED -> {
                        return Refusal.refuse(Reason.SAME_EXTERNAL_ID, "externalID was used for an earlier refund");
                    }
                    case SAME_ANSWER -> {
                        return Outcome.ok(payment);
                    }
                    case APPLIED -> {}
                }
            }
            return apply(payment, new Refund(amount.orElseGet(payment::left), externalId, now));
        });
    }

    private Outcome<Payment, Refusal> apply(Payment payment, Refund refund) {
        if (payment.at(refund.at()) == PaymentStatus.CHARGE) {
            boolean late = bank.rules()
                    .refunds()
                    .window()
                    .flatMap(window -> payment.movements()
                            .charged()
                            .map(charge -> charge.at().plus(window)))
                    .filter(end -> !refund.at().isBefore(end))
                    .isPresent();
            if (late) {
                return Refusal.refuse(Reason.REFUND_WINDOW);
            }
            boolean rest =
                    bank.rules().refunds().smallRests() && refund.amount().equals(payment.left());
            if (!rest && bank.rules().refunds().least().isMoreThan(refund.amount())) {
                return Refusal.refuse(
                        Reason.REFUND_AMOUNT,
                        "amount must be at least " + bank.rules().refunds().least());
            }
        }
        return payment.refund(refund);
    }
}
