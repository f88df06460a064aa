package kz.paysandbox.emulator.epay.payform;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import kz.paysandbox.emulator.http.Reply;

/** Addresses that callers name and browsers are sent to: http and https alone, so no script hides in one. */
public final class WebLink {

    private WebLink() {}

    /** Whether a browser may be sent there. */
    public static boolean isSafe(String link) {
        try {
            URI address = new URI(link);
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            return (scheme.equals("http") || scheme.equals("https")) && address.getHost() != null;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    /** The link where it is safe, else nothing. */
    public static String safe(String link) {
        return isSafe(link) ? link : "";
    }

    /** Sends the browser on with a GET. */
    public static Reply redirect(String target) {
        return Reply.empty(303).with("Location", target).with("Cache-Control", "no-store");
    }
}
