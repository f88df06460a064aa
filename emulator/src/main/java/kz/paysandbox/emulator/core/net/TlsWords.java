package kz.paysandbox.emulator.core.net;

import java.util.regex.Pattern;

/** What the JVM says of a TLS failure. */
public final class TlsWords {

    /** Newer JVMs (seen: 25) put the alert's name before the message, as {@code (certificate_unknown) }. */
    private static final Pattern ALERT = Pattern.compile("^\\([a-z0-9_]+\\) ");

    private TlsWords() {}

    /** Its message, the same on every JVM. */
    public static String of(Throwable failure) {
        return ALERT.matcher(String.valueOf(failure.getMessage())).replaceFirst("");
    }
}
