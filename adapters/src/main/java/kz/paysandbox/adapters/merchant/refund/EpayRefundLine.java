package kz.paysandbox.adapters.merchant.refund;

import java.time.Instant;
import java.util.Optional;
import kz.paysandbox.adapters.epay.payment.TransactionRef;
import kz.paysandbox.adapters.merchant.LineState;
import kz.paysandbox.adapters.money.Tenge;

/**
 * One row of {@code epay_refund}.
 *
 * @param id the row
 * @param transaction what was refunded
 * @param amount in tenge; empty for everything
 * @param refundKey the shop's own number of the refund
 * @param state what became of it
 * @param finding why, or what was found
 * @param startedAt when it was written, before the call
 */
public record EpayRefundLine(
        long id,
        TransactionRef transaction,
        Optional<Tenge> amount,
        String refundKey,
        LineState state,
        String finding,
        Instant startedAt) {}
