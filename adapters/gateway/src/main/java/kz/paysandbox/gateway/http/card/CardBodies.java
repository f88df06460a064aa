package kz.paysandbox.gateway.http.card;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import kz.paysandbox.adapters.epay.payment.Challenge;
import kz.paysandbox.adapters.epay.payment.WidgetParameters;
import kz.paysandbox.gateway.pay.card.CardRules;
import kz.paysandbox.gateway.payment.BankTime;
import kz.paysandbox.gateway.payment.Operation;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.Provider;
import kz.paysandbox.gateway.store.CardTable.SavedCard;
import kz.paysandbox.gateway.store.ReceiptTable.Receipt;

/** The answers of family D. Amounts are whole numbers of tiyn; what is not known is null. Pure. */
final class CardBodies {
    private static final String CURRENCY = "KZT";

    private CardBodies() {}

    /** The beginning of each answer about a payment. */
    static ObjectNode of(Payment payment) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("payment_id", payment.id());
        body.put("invoice_id", payment.bank().invoiceId().orElse(null));
        return body.put("status", payment.status().word())
                .put("amount", payment.amount().tiyn())
                .put("currency", CURRENCY);
    }

    /** A payment that waits for the bank's page. */
    static ObjectNode opened(Payment payment, WidgetParameters widget, String terminal, CardRules rules) {
        ObjectNode body = of(payment);
        body.putPOJO("widget", widget.values());
        if (widget.values().get("auth") instanceof java.util.Map<?, ?> auth) {
            body.put("auth_token", String.valueOf(auth.get("access_token")));
        }
        return body.put("terminal", terminal)
                .put("back_link", rules.back(payment).toString())
                .put("post_link", rules.callbacks().toString())
                .put("widget_url", widget.script().toString())
                .put(
                        "payment_url",
                        rules.ours("/payment?paymentId=" + payment.id()).toString());
    }

    /**
     * All that a shop is told of a payment of either bank.
     *
     * @param askedAt when the bank was last asked
     * @param receipt the number of the sale's receipt
     * @param last what was done with it last
     */
    static ObjectNode whole(
            Payment payment, Optional<Instant> askedAt, Optional<String> receipt, Optional<Operation> last) {
        ObjectNode body = of(payment)
                .put("refunded_amount", payment.refunded().tiyn())
                .put("provider", payment.kind().provider().word())
                .put("kind", payment.kind().word())
                .put("authorized", payment.state().authorized())
                .put("late", payment.state().late())
                .put("card_mask", payment.bank().card().mask().orElse(null))
                .put("reference", payment.bank().card().reference().orElse(null))
                .put("approval_code", payment.bank().card().approvalCode().orElse(null))
                .put("error_message", payment.state().failure().orElse(null))
                .put("reason_code", payment.state().reasonCode().orElse(null))
                .put("receipt_number", receipt.orElse(null))
                .put("order_id", payment.terms().orderId().orElse(null))
                .put("payment_type", payment.terms().paymentType().orElse(null));
        if (payment.kind().provider() == Provider.KASPI) {
            body.put("external_id", payment.externalId().map(String::valueOf).orElse(null))
                    .put("organization_bin", payment.bank().organizationBin().orElse(null));
        }
        last.ifPresentOrElse(
                operation -> operation(body.putObject("last_operation"), operation),
                () -> body.putNull("last_operation"));
        return body.put("created_at", BankTime.text(payment.dates().createdAt()))
                .put("expires_at", BankTime.text(payment.dates().expiresAt()))
                .put("paid_at", payment.dates().paidAt().map(BankTime::text).orElse(null))
                .put("checked_at", askedAt.map(BankTime::text).orElse(null));
    }

    private static void operation(ObjectNode body, Operation operation) {
        body.put("operation_id", operation.id())
                .put("kind", operation.kind().word())
                .put("amount", operation.amount().tiyn())
                .put("state", operation.state().word())
                .put(
                        "code",
                        operation
                                .outcome()
                                .refusal()
                                .map(why -> why.code().word())
                                .orElse(null))
                .put("updated_at", BankTime.text(operation.updatedAt()));
    }

    /** The form that the customer's browser posts to his bank. */
    static void challenge(ObjectNode body, Payment payment, Challenge challenge, CardRules rules) {
        body.putObject("challenge")
                .put("action", challenge.action().toString())
                .put("pa_req", challenge.paReq())
                .put("md", challenge.md())
                .put("term_url", rules.termUrl(payment).toString());
    }

    static ObjectNode card(SavedCard card) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("card_id", card.id())
                .put("account_id", card.accountId())
                .put("card_mask", card.mask());
    }

    static ObjectNode receipt(Receipt receipt) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("receipt_number", receipt.number())
                .put("kind", receipt.kind().word())
                .put("payment_id", receipt.paymentId())
                .put("amount", receipt.amount().tiyn())
                .put("currency", CURRENCY)
                .put("issued_at", BankTime.text(receipt.issuedAt()));
    }
}
