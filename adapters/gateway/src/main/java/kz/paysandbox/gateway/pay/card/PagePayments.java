package kz.paysandbox.gateway.pay.card;

import java.util.Optional;
import kz.paysandbox.adapters.epay.EpayClient;
import kz.paysandbox.adapters.epay.payment.WidgetParameters;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.gateway.pay.Ledger;
import kz.paysandbox.gateway.pay.MoneyResult;
import kz.paysandbox.gateway.payment.BankRefusals;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.PaymentKind;
import kz.paysandbox.gateway.payment.Result;
import kz.paysandbox.gateway.payment.ServiceStatus;
import kz.paysandbox.gateway.store.GatewayDatabase;
import kz.paysandbox.gateway.store.IdempotencyKey;

/** Payments that the customer makes on the bank's page, and what its script needs for them. */
public final class PagePayments {
    private final GatewayDatabase database;
    private final EpayClient client;
    private final Ledger ledger;
    private final CardOrders orders;

    PagePayments(GatewayDatabase database, EpayClient client, Ledger ledger, CardOrders orders) {
        this.database = database;
        this.client = client;
        this.ledger = ledger;
        this.orders = orders;
    }

    /**
     * Without a token of the bank nothing is written: nobody could pay. It is asked for once, for the payment of the same
     * order where that waits for its customer.
     */
    Result<MoneyResult> offered(Payment payment, Optional<IdempotencyKey> key) {
        Payment offered = waiting(payment).orElse(payment);
        return widget(offered)
                .then(parameters ->
                        ledger.open(payment, Optional.empty(), key).then(made -> with(made, offered, parameters)));
    }

    private Result<MoneyResult> with(MoneyResult made, Payment offered, WidgetParameters parameters) {
        if (made.payment().id().equals(offered.id())) {
            return Result.of(made.with(parameters));
        }
        return made.payment().status() == ServiceStatus.PENDING
                ? widget(made.payment()).map(made::with)
                : Result.of(made);
    }

    private Optional<Payment> waiting(Payment payment) {
        return payment.terms()
                .orderId()
                .flatMap(order -> database.transaction(
                        sql -> database.tables().payments().ofOpenOrder(sql, payment.shop(), order)))
                .filter(first -> first.kind() == PaymentKind.WIDGET && first.status() == ServiceStatus.PENDING);
    }

    /**
     * The object for the bank's script, with a token for this payment alone.
     *
     * @return for the payer's browser or the shop, never for logs
     * @throws PaymentException when no token can be had
     */
    public WidgetParameters parameters(Payment payment) {
        return client.widget(orders.of(payment));
    }

    /** As {@link #parameters}, or why no token can be had. */
    public Result<WidgetParameters> widget(Payment payment) {
        try {
            return Result.of(parameters(payment));
        } catch (PaymentException e) {
            return Result.refused(BankRefusals.epay(e));
        }
    }
}
