package kz.paysandbox.adapters.epay.payment;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A question of the customer's bank ({@code secure3D}): the browser posts this form, and comes back to TermUrl.
 *
 * @param action where the form goes
 * @param paReq {@code PaReq}
 * @param md {@code MD}
 */
public record Challenge(URI action, String paReq, String md) {
    /** The form's body, {@code application/x-www-form-urlencoded}. */
    public String form(URI termUrl) {
        return "MD=" + encode(md) + "&PaReq=" + encode(paReq) + "&TermUrl=" + encode(termUrl.toString());
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Challenge[" + action.getHost() + "]";
    }
}
