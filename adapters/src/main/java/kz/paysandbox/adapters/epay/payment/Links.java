package kz.paysandbox.adapters.epay.payment;

import java.net.URI;
import java.util.Optional;

/**
 * The addresses where the bank reports and where the customer returns.
 *
 * @param post callback after success ({@code postLink})
 * @param failurePost callback after failure ({@code failurePostLink}); when empty, failures go to post
 * @param back the customer's way back after success ({@code backLink})
 * @param failureBack the customer's way back after failure ({@code failureBackLink})
 */
public record Links(Optional<URI> post, Optional<URI> failurePost, Optional<URI> back, Optional<URI> failureBack) {
    /** None. */
    public static final Links NONE = new Links(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Callbacks to one address, the customer to another. */
    public static Links of(URI callback, URI back) {
        return new Links(Optional.of(callback), Optional.of(callback), Optional.of(back), Optional.of(back));
    }

    /** Without the addresses, in which shops put tokens of their own. */
    @Override
    public String toString() {
        return "Links[hidden]";
    }
}
