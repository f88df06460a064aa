package kz.paysandbox.gateway.http.card;

import java.util.Optional;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.callback.Callbacks;
import kz.paysandbox.gateway.pay.KaspiPayments;
import kz.paysandbox.gateway.pay.MoneyResult;
import kz.paysandbox.gateway.pay.RefundDemand;
import kz.paysandbox.gateway.pay.StatusLooks;
import kz.paysandbox.gateway.pay.card.CardPayments;
import kz.paysandbox.gateway.pay.card.SavedCards;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.Provider;
import kz.paysandbox.gateway.payment.RefusalCode;
import kz.paysandbox.gateway.payment.Result;
import kz.paysandbox.gateway.store.GatewayDatabase;
import kz.paysandbox.gateway.store.IdempotencyKey;

/**
 * What the rows of family D work with.
 *
 * @param database for what is read alone
 * @param kaspi payments of Kaspi
 * @param looks the asking of banks
 * @param halyk card payments, where ePay is set up
 */
public record CardDesk(GatewayDatabase database, KaspiPayments kaspi, StatusLooks looks, Optional<Epay> halyk) {
    /**
     * Halyk ePay.
     *
     * @param payments by card
     * @param cards that customers keep
     * @param callbacks of the bank
     */
    public record Epay(CardPayments payments, SavedCards cards, Callbacks callbacks) {}

    /** Halyk ePay, or a refusal where it is not set up. */
    Result<Epay> cards() {
        return halyk.map(Result::of)
                .orElseGet(() -> Result.refused(
                        RefusalCode.EPAY_CREDENTIALS, "ePay is not set up: the settings name no client of the bank"));
    }

    Result<MoneyResult> refund(
            Payment payment, Optional<Tenge> amount, Optional<String> reason, Optional<IdempotencyKey> key) {
        return looks.look(payment)
                .then(seen -> seen.kind().provider() == Provider.KASPI
                        ? kaspi.refund(seen, new RefundDemand(amount, Optional.empty(), Optional.empty(), reason), key)
                        : cards().then(epay -> epay.payments().refund(seen, amount, reason, key)));
    }

    Result<MoneyResult> cancel(Payment payment, Optional<IdempotencyKey> key) {
        return looks.look(payment)
                .then(seen -> seen.kind().provider() == Provider.KASPI
                        ? kaspi.cancel(seen, key)
                        : cards().then(epay -> epay.payments().cancel(seen, key)));
    }

    Result<MoneyResult> charge(Payment payment, Optional<Tenge> amount, Optional<IdempotencyKey> key) {
        return looks.look(payment)
                .then(seen -> cards().then(epay -> epay.payments().charge(seen, amount, key)));
    }
}
