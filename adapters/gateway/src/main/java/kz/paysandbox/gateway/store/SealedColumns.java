package kz.paysandbox.gateway.store;

import java.util.List;
import java.util.stream.Stream;
import kz.paysandbox.adapters.merchant.store.SealedColumn;

/** The gateway's columns that are encrypted where a key is set: what pays, or opens what pays. */
final class SealedColumns {
    static final List<SealedColumn> ALL = Stream.concat(
                    Stream.of("card_id", "secret_hash", "handed_out").map(SealedColumns::payment),
                    Stream.of(
                            new SealedColumn(
                                    "saved_card", "id", "card_id", row -> CardTable.place(row.getString("id"))),
                            endpoint("secret"),
                            endpoint("previous_secret"),
                            new SealedColumn(
                                    "idempotency",
                                    "id",
                                    "body",
                                    row -> IdempotencyTable.place(
                                            row.getLong("token_id"), row.getString("idempotency_key")))))
            .toList();

    private SealedColumns() {}

    private static SealedColumn payment(String column) {
        return new SealedColumn("payment", "id", column, row -> PaymentRows.place(row.getString("id"), column));
    }

    private static SealedColumn endpoint(String column) {
        return new SealedColumn("webhook_endpoint", "shop", column, row -> EndpointTable.place(row.getString("shop")));
    }
}
