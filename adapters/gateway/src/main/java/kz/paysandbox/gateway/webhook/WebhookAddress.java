package kz.paysandbox.gateway.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which addresses messages may go to: https, and public ones, so that a shop cannot make the gateway call what stands
 * beside it. Networks that the settings allow ({@code webhook.allowed-networks}) may be private, and spoken to by http.
 */
public final class WebhookAddress {
    private static final int LONGEST = 1000;
    private static final int LAST_PORT = 65_535;

    private WebhookAddress() {}

    /**
     * Why a shop's address is refused; empty where it may be kept. What its name means is looked at when a message goes
     * out ({@link #refused}): a name may mean another address then.
     *
     * @param httpToo whether the settings allow networks that http may go to
     */
    public static Optional<String> problem(String url, boolean httpToo) {
        if (url.isBlank() || url.length() > LONGEST) {
            return Optional.of("the address has 1 to " + LONGEST + " characters");
        }
        URI uri;
        try {
            uri = new URI(url).parseServerAuthority();
        } catch (URISyntaxException e) {
            return Optional.of("the address is not a URL");
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(scheme.equals("http") && httpToo)) {
            return Optional.of("the address begins with https://");
        }
        if (uri.getHost() == null || uri.getHost().isEmpty()) {
            return Optional.of("the address names a host");
        }
        if (uri.getPort() == 0 || uri.getPort() > LAST_PORT) {
            return Optional.of("the address's port is from 1 to " + LAST_PORT);
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            return Optional.of("the address has neither a user nor a fragment");
        }
        return Optional.empty();
    }

    /**
     * Why no connection is made to an address; empty where it may be.
     *
     * @param https whether it would be encrypted
     * @param allowed networks of the settings
     */
    static Optional<String> refused(InetAddress address, boolean https, Predicate<InetAddress> allowed) {
        if (allowed.test(address)) {
            return Optional.empty();
        }
        if (!Networks.isPublic(address)) {
            return Optional.of("the host's address is not a public one");
        }
        return https ? Optional.empty() : Optional.of("http goes to allowed networks only");
    }
}
