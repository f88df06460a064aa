package kz.paysandbox.emulator.epay.payform;

import kz.paysandbox.emulator.core.data.WebAddress;
import kz.paysandbox.emulator.http.Reply;

/** Addresses that callers name and browsers are sent to: http and https alone, so no script hides in one. */
public final class WebLink {

    private WebLink() {}

    /** Whether a browser may be sent there. */
    public static boolean isSafe(String link) {
        return WebAddress.of(link).isPresent();
    }

    /** The link in ASCII where it is safe, else nothing. */
    public static String safe(String link) {
        return WebAddress.of(link).map(WebAddress::toString).orElse("");
    }

    /** Sends the browser on with a GET. */
    public static Reply redirect(String target) {
        return Reply.empty(303).with("Location", target).with("Cache-Control", "no-store");
    }
}
