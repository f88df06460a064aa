package kz.paysandbox.adapters.kaspi.payment;

import java.util.Optional;
import kz.paysandbox.adapters.money.Tenge;

/**
 * A payment as version v02 of the status shows it: seen in production, not in document 3.9. What is not yet known is
 * empty.
 *
 * @param status {@code Status}
 * @param transactionId {@code TransactionId}
 * @param loanOffer {@code LoanOfferName}
 * @param loanMonths {@code LoanTerm}
 * @param offer {@code IsOffer}
 * @param productType {@code ProductType}
 * @param amount {@code Amount}, in tenge
 * @param store {@code StoreName}
 * @param address {@code Address}
 * @param city {@code City}
 */
public record PaymentView(
        PaymentStatus status,
        Optional<String> transactionId,
        Optional<String> loanOffer,
        Optional<Integer> loanMonths,
        Optional<Boolean> offer,
        Optional<String> productType,
        Optional<Tenge> amount,
        Optional<String> store,
        Optional<String> address,
        Optional<String> city) {}
