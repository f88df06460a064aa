package kz.paysandbox.adapters.epay;

import java.util.LinkedHashMap;
import java.util.Map;
import kz.paysandbox.adapters.epay.payment.CardOrder;

/**
 * The purpose of a token; equal requests share one token.
 *
 * @param scope {@code scope}
 * @param details the other form fields, such as {@code invoiceID}, {@code amount}, {@code terminal}
 */
public record TokenRequest(String scope, Map<String, String> details) {
    /** Enough for payments. */
    static final String PAYMENT = "payment";

    /** What the bank's pages ask for operations, status and cards. */
    static final String SERVICE = "webapi usermanagement email_send verification statement statistics payment";

    /** What the older status page asks for. */
    static final String OLDER = "statement usermanagement operation";

    /** Copies the fields. */
    public TokenRequest {
        details = Map.copyOf(details);
    }

    /** For operations, status and cards of a terminal. */
    static TokenRequest service(String terminal) {
        return new TokenRequest(SERVICE, Map.of("terminal", terminal));
    }

    /** For the older status page. */
    static TokenRequest older(String terminal) {
        return new TokenRequest(OLDER, Map.of("terminal", terminal));
    }

    /** For one invoice: the token carries amount and terminal. */
    static TokenRequest invoice(CardOrder order, String terminal) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("invoiceID", order.invoiceId().value());
        details.put("amount", order.amount().toString());
        details.put("currency", order.currency());
        details.put("terminal", terminal);
        order.secretHash().ifPresent(word -> details.put("secret_hash", word));
        order.links().post().ifPresent(link -> details.put("postLink", link.toString()));
        order.links().failurePost().ifPresent(link -> details.put("failurePostLink", link.toString()));
        return new TokenRequest(PAYMENT, details);
    }

    @Override
    public String toString() {
        return "TokenRequest[" + scope + "]";
    }
}
