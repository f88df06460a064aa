package kz.paysandbox.adapters.epay.payment;

import java.util.Optional;

/**
 * A charge, cancellation or refund that was carried out.
 *
 * @param ref what it worked on
 * @param seen the transaction, when the answer was lost and the books showed it
 */
public record OperationResult(TransactionRef ref, Optional<Transaction> seen) {}
