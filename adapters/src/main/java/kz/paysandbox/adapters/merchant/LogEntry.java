package kz.paysandbox.adapters.merchant;

import java.time.Instant;
import java.util.Optional;
import kz.paysandbox.adapters.kaspi.payment.Bin;
import kz.paysandbox.adapters.money.Tenge;

/**
 * One line of {@code payment_log}.
 *
 * @param id the row
 * @param shop the shop's name
 * @param configId the row of {@code payment_config} that was used
 * @param operation what was done
 * @param kind what a create opened: qr, link or invoice; return for a refund; empty elsewhere, and in lines of
 *     version 0.1.0
 * @param externalId the order of a create, the shop's key of a refund, the payment of the others
 * @param paymentId the bank's number of the payment ({@code QrPaymentId}, {@code PaymentId}): asked for, or given by an
 *     applied create
 * @param bin for which organisation
 * @param amount in tenge, if money was asked for
 * @param refundableBefore what could be refunded before a refund left, in tenge; empty when it never left
 * @param state what became of it
 * @param bankStatus the bank's word of a status
 * @param error why not, and what was found; or who settled it
 * @param returnOperationId {@code ReturnOperationId} of an applied refund, if the bank gave one
 * @param startedAt when it was written, before the call
 * @param endedAt when it was completed
 */
public record LogEntry(
        long id,
        String shop,
        long configId,
        Operation operation,
        Optional<String> kind,
        Optional<String> externalId,
        Optional<Long> paymentId,
        Bin bin,
        Optional<Tenge> amount,
        Optional<Tenge> refundableBefore,
        LineState state,
        Optional<String> bankStatus,
        Optional<String> error,
        Optional<Long> returnOperationId,
        Instant startedAt,
        Optional<Instant> endedAt) {}
