package kz.paysandbox.features.epay.driver;

import java.net.URI;
import java.util.Optional;

/**
 * A payment by card that the bank took on.
 *
 * @param question what the customer's bank asks first; until it is answered nothing is paid
 */
public record CardSale(String id, String invoice, Optional<Question> question) {

    /** A form that the customer's browser posts. */
    public record Question(URI action, String paReq, String md) {}
}
