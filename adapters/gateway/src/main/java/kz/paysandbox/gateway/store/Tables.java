package kz.paysandbox.gateway.store;

import java.time.Clock;
import kz.paysandbox.adapters.merchant.store.Database;

/**
 * The gateway's tables.
 *
 * @param payments shops' payments
 * @param operations what moves money
 * @param jobs what is to be done
 * @param idempotency first answers
 * @param tokens of callers
 * @param attention what a person must look into
 * @param reports comparisons with the bank
 * @param documents receipts and saved cards
 * @param webhooks messages and addresses
 */
public record Tables(
        PaymentTable payments,
        OperationTable operations,
        JobTable jobs,
        IdempotencyTable idempotency,
        TokenTable tokens,
        AttentionTable attention,
        ReconciliationTable reports,
        Documents documents,
        Webhooks webhooks) {
    /**
     * Receipts and saved cards.
     *
     * @param receipts and their numbers
     * @param cards that customers keep
     */
    public record Documents(ReceiptTable receipts, CardTable cards) {}

    /**
     * Messages to shops.
     *
     * @param messages to be sent
     * @param endpoints where each shop is told
     */
    public record Webhooks(WebhookTable messages, EndpointTable endpoints) {}

    static Tables of(Database database, Clock clock) {
        return new Tables(
                new PaymentTable(database, clock),
                new OperationTable(clock),
                new JobTable(clock),
                new IdempotencyTable(database, clock),
                new TokenTable(clock),
                new AttentionTable(clock),
                new ReconciliationTable(clock),
                new Documents(new ReceiptTable(clock), new CardTable(database, clock)),
                new Webhooks(new WebhookTable(clock), new EndpointTable(database, clock)));
    }
}
