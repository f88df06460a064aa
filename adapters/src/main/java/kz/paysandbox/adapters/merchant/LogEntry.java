package kz.paysandbox.adapters.merchant;

import java.util.Optional;
import kz.paysandbox.adapters.kaspi.Bin;
import kz.paysandbox.adapters.money.Tenge;

/**
 * One line of {@code payment_log}.
 *
 * @param id the row
 * @param shop the shop's name
 * @param operation what was done
 * @param externalId the order of a create, the payment of the others
 * @param paymentId the bank's number of the payment ({@code QrPaymentId}, {@code PaymentId}): asked for, or given by an
 *     applied create
 * @param bin for which organisation
 * @param amount in tenge, if money was asked for
 * @param status started, applied, not_applied, unknown or failed; started means that the program never came back to it
 * @param error why not, if not
 */
public record LogEntry(
        long id,
        String shop,
        Operation operation,
        Optional<String> externalId,
        Optional<Long> paymentId,
        Bin bin,
        Optional<Tenge> amount,
        String status,
        Optional<String> error) {}
