package kz.paysandbox.gateway.jobs;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import kz.paysandbox.adapters.merchant.MerchantKaspi;
import kz.paysandbox.gateway.pay.Ledger;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.store.AttentionKind;
import kz.paysandbox.gateway.store.AttentionTable.Subject;
import kz.paysandbox.gateway.store.GatewayDatabase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The comparison of one payment with the bank. A refund may end while the bank's answer is under way; the answer is then
 * older than our books, and the bank is asked again. Only what has not changed meanwhile can differ.
 */
final class PaymentComparison {
    private static final Logger LOG = LoggerFactory.getLogger(PaymentComparison.class);

    /** How often the bank is asked at once for a payment that changes meanwhile. */
    private static final int QUESTIONS = 3;

    private final GatewayDatabase database;
    private final BankSums bank;

    PaymentComparison(GatewayDatabase database, MerchantKaspi merchant, Ledger ledger) {
        this.database = database;
        this.bank = new BankSums(merchant, ledger, database.tables().reports().clock());
    }

    /** What came of a comparison. */
    sealed interface Finding {
        /** Both sums of a payment that did not change meanwhile, or that agree. */
        record Compared(Comparison comparison) implements Finding {}

        /** The payment is changing: the next report of its day compares it. */
        record Changing() implements Finding {}

        /** The bank may not be asked any more at this moment. */
        record Later() implements Finding {}
    }

    /** Our books of a payment at one moment. */
    private record Books(Payment payment, boolean operationOpen) {}

    /**
     * Compares, and asks for a person's attention where the books differ.
     *
     * @param mayAsk counts a question to the bank, or says that it may not be asked now
     */
    Finding of(String paymentId, BooleanSupplier mayAsk) {
        Books before = books(paymentId);
        for (int questions = 0; questions < QUESTIONS; questions++) {
            if (Comparison.question(before.payment()) != Comparison.Question.NONE && !mayAsk.getAsBoolean()) {
                return new Finding.Later();
            }
            BankSums.Shown shown = bank.of(before.payment());
            Comparison first = shown.with(before.payment());
            if (first.agrees()) {
                return agreed(before.payment(), first);
            }
            Books after = books(paymentId);
            Comparison second = shown.with(after.payment());
            if (second.agrees()) {
                return agreed(after.payment(), second);
            }
            if (after.operationOpen()) {
                break;
            }
            if (!before.operationOpen() && first.equals(second)) {
                return differed(after.payment(), second, shown.why());
            }
            before = after;
        }
        LOG.info("payment {} is changing, and is compared in the next report of its day", paymentId);
        return new Finding.Changing();
    }

    /** Locked for the moment: what another transaction is writing of the payment and its operation is seen whole. */
    private Books books(String paymentId) {
        return database.repeated(sql -> new Books(
                database.tables().payments().locked(sql, paymentId).orElseThrow(),
                database.tables().operations().open(sql, paymentId).isPresent()));
    }

    private static Subject subject(Payment payment) {
        return new Subject(AttentionKind.RECONCILIATION, payment.id());
    }

    private Finding agreed(Payment payment, Comparison comparison) {
        database.transaction(sql ->
                database.tables().attention().resolve(sql, subject(payment), "the books agree at a later comparison"));
        return new Finding.Compared(comparison);
    }

    private Finding differed(Payment payment, Comparison comparison, Optional<String> why) {
        String what = comparison.difference().orElse("")
                + why.map(words -> "; " + words).orElse("");
        database.repeated(sql -> {
            database.tables()
                    .attention()
                    .raise(sql, subject(payment), Optional.of(payment.shop()), Optional.of(payment.id()), what);
            return true;
        });
        return new Finding.Compared(comparison);
    }
}
