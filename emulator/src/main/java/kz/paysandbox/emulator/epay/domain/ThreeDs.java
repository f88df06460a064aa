package kz.paysandbox.emulator.epay.domain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.epay.domain.codes.Reason;
import kz.paysandbox.emulator.epay.domain.codes.Refusal;

/** 3-D Secure: what the issuer's page asks, and what its answer leads to. */
public final class ThreeDs {

    /** What typing a code on the issuer's page led to. */
    public enum Answer {
        PASSED,
        WRONG,
        GIVEN_UP
    }

    private final EpayBank bank;

    public ThreeDs(EpayBank bank) {
        this.bank = bank;
    }

    /** The code that the customer is to type; shown on the issuer's page. */
    public String code(Payment payment) {
        return bank.ids().digits("epay.3ds-code", payment.number(), '4', 6);
    }

    /** What the shop passes on to the issuer's page. */
    public String paReq(Payment payment) {
        return base64("PaReq " + bank.ids().uuid("epay.pareq", payment.number()));
    }

    /** What the issuer's page passes back, for a customer who proved to be the card's holder or did not. */
    public String paRes(Payment payment, boolean passed) {
        return base64("PaRes " + bank.ids().uuid(passed ? "epay.pares-y" : "epay.pares-n", payment.number()));
    }

    /** A code is typed; after {@link Challenge#MOST_WRONG_CODES} wrong ones no code is looked at any more. */
    public Answer answer(Payment payment, String code, Instant now) {
        boolean right = code.equals(code(payment));
        return bank.payments()
                .change(payment.id(), open -> open.codeTyped(right, now))
                .value()
                .flatMap(Payment::challenge)
                .map(asked -> right ? Answer.PASSED : asked.isSpent() ? Answer.GIVEN_UP : Answer.WRONG)
                .orElse(Answer.GIVEN_UP);
    }

    /** The issuer's answer arrives; for a payment that is decided already, what was decided stands. */
    public Outcome<Payment, Refusal> complete(Payment payment, String paRes, Instant now) {
        if (payment.at(now) != PaymentStatus.THREE_D) {
            return Outcome.ok(payment);
        }
        Verdict verdict =
                paRes.equals(paRes(payment, true)) ? Verdict.granted(now) : Verdict.failed(Reason.THREE_DS_FAILED, now);
        return new PaymentProcess(bank).decide(payment.id(), verdict);
    }

    /** The customer gives up; only where the issuer still waits for them. */
    public Outcome<Payment, Refusal> giveUp(String paymentId, Instant now) {
        return bank.payments().change(paymentId, open -> open.givenUp(now));
    }

    /** The time for whatever the payment waits for is up. */
    public Outcome<Payment, Refusal> end(String paymentId, Instant now) {
        return bank.payments().change(paymentId, open -> open.lapse(now));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
