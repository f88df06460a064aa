package kz.paysandbox.adapters.transport;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The address that the paths of a bank are appended to. */
public final class BaseAddress {
    private static final int LARGEST_PORT = 65_535;

    private BaseAddress() {}

    /**
     * Reads an address such as {@code https://bank.example:8544}. A path is kept (some hosts of ePay end in {@code /api}),
     * slashes at its end are dropped.
     *
     * @param setting what the message of a refusal calls it
     * @throws IllegalArgumentException when no request could be sent there; the message names the setting
     */
    public static URI parse(String setting, String text) {
        URI read;
        try {
            read = new URI(text.strip());
        } catch (URISyntaxException e) {
            throw refused(setting, text, "is no address: " + e.getReason(), e);
        }
        String scheme = String.valueOf(read.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw refused(setting, text, "does not begin with https://", null);
        }
        if (read.getHost() == null) {
            String authority = String.valueOf(read.getRawAuthority());
            String why = authority.contains("_")
                    ? "has a host with an underscore, to which Java sends nothing: give a host name without it, or an IP address"
                    : "has no host";
            throw refused(setting, text, why, null);
        }
        if (read.getPort() == 0 || read.getPort() > LARGEST_PORT) {
            throw refused(setting, text, "has a port that is not from 1 to 65535", null);
        }
        if (read.getRawUserInfo() != null || read.getRawQuery() != null || read.getRawFragment() != null) {
            throw refused(setting, "(hidden)", "has more than scheme, host, port and path", null);
        }
        String path = read.getRawPath().replaceAll("/+$", "");
        return URI.create(scheme + "://" + read.getRawAuthority() + path);
    }

    private static IllegalArgumentException refused(
            String setting, String text, String why, @Nullable Throwable cause) {
        return new IllegalArgumentException(setting + " is '" + text + "', which " + why, cause);
    }
}
