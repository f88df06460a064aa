package kz.paysandbox.emulator.epay.rules;

import java.util.Set;
import kz.paysandbox.emulator.core.journal.Situation;

/** The situations in which callers of Halyk ePay keep its rules or break them; counted once a call is answered. */
public enum EpaySituation implements Situation {
    // spotless:off
    TOKEN("Ask for a token as the application does."),
    TOKEN_RENEWED("Move the clock beyond a token's life (sandbox clock --advance 2h), and let the application go on: it asks for another token."),
    SECOND_OPERATION("Make two payments, charges, cancels or refunds."),
    CALL("Make any call with a token."),
    BODY("Make a payment, or any other call with a body; what the other methods are sent is judged when they are called."),
    JSON_BODY("Make a payment or a charge by the API, with its body in JSON."),
    PAYMENT("Make a payment, by the API or on the payment page."),
    BOUND_PAYMENT("Make a payment with a token that was asked for with its invoiceID, amount and currency."),
    SECOND_PAYMENT("Make two payments, each of an invoice of its own."),
    CRYPTOGRAM_PAYMENT("Make a payment by cryptogram (payment/cryptopay)."),
    DESCRIBED_PAYMENT("Make a payment with the longest description that the application writes."),
    NAMED_PAYMENT("Make a payment with the cardholder's name."),
    STATUS("Ask for the status of a payment (check-status)."),
    OPERATION("Charge, cancel or refund a payment."),
    STATUS_OF_ANOTHER_KIND("Ask for the status of a payment that is held, cancelled or refunded: its resultCode is 100 too."),
    CHARGE("Charge a payment of a shop with two steps."),
    REFUND("Refund a payment; best the smallest part that the application lets its users refund."),
    REFUND_OF_AMOUNT("Refund a part of a payment, with its amount."),
    REFUNDED_IN_DOUBT("Play the fault drop-after on a refund, and let the application go on: it asks for the status before it refunds again, or names the refund by externalID."),
    DECIDED_ON_PAGE("Let a customer pay on the payment page, and the application hear of it by postLink or ask for the status within 10 minutes."),
    POST_LINK("Make a payment or ask for a token with postLink; use the address that production will have."),
    DELIVERY("Let a customer pay an order with postLink, so that a callback is delivered."),
    REPEATED_DELIVERY("Play the scenario callback-twice: a callback that was acknowledged is delivered again.");
    // spotless:on

    static final String PRODUCT = "epay";

    private final String exercise;

    EpaySituation(String exercise) {
        this.exercise = exercise;
    }

    @Override
    public String exercise() {
        return exercise;
    }

    @Override
    public Set<String> products() {
        return Set.of(PRODUCT);
    }
}
