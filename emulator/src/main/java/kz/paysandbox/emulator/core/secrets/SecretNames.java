package kz.paysandbox.emulator.core.secrets;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The names of fields, parameters and headers whose values are secret, and of which kind. Case, percent-encoding and
 * marks such as {@code -}, {@code _} and {@code []} make no difference, and of {@code auth.access_token} the last word
 * counts.
 */
public final class SecretNames {

    public static final String CARD = "card";
    public static final String CVC = "cvc";
    static final String TOKEN = "token";
    static final String SECRET = "secret";

    private static final int LONGEST = 256;

    private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** A place in a list, as PHP's forms have it. */
    private static final Pattern INDEX = Pattern.compile("(?:\\[\\d{0,9}])+$");

    /** Whole names, without marks. */
    private static final Map<String, String> WHOLE = Map.ofEntries(
            Map.entry("access", TOKEN),
            Map.entry("auth", TOKEN),
            // a payment in an address: compressed, with its token
            Map.entry("params", "payment"),
            Map.entry("termurl", "link"),
            Map.entry("paymentlink", "link"),
            Map.entry("pareq", "3ds"),
            Map.entry("pares", "3ds"),
            Map.entry("md", "3ds"),
            Map.entry("recipientcontactsms", "phone"),
            Map.entry("notifiercontactsms", "phone"),
            Map.entry("secrethash", SECRET),
            Map.entry("cryptogram", "cryptogram"),
            Map.entry("\u0441ryptogram", "cryptogram"),
            Map.entry("devicetoken", "device"),
            Map.entry("qrtoken", "qr"),
            Map.entry("pan", CARD),
            Map.entry("hpan", CARD),
            Map.entry("cardpan", CARD),
            Map.entry("ccnumber", CARD),
            Map.entry("csc", CVC),
            Map.entry("securitycode", CVC));

    /** Ends of names, without marks; the first that fits counts. */
    private static final List<Map.Entry<String, String>> ENDS = List.of(
            Map.entry("devicetoken", "device"),
            Map.entry("token", TOKEN),
            Map.entry("authorization", TOKEN),
            Map.entry("sessionid", TOKEN),
            Map.entry("secret", SECRET),
            Map.entry("password", SECRET),
            Map.entry("passwd", SECRET),
            Map.entry("pwd", SECRET),
            Map.entry("privatekey", SECRET),
            Map.entry("apikey", "key"),
            Map.entry("phone", "phone"),
            Map.entry("phonenumber", "phone"),
            Map.entry("cardnumber", CARD),
            Map.entry("cvc", CVC),
            Map.entry("cvv", CVC),
            Map.entry("cvc2", CVC),
            Map.entry("cvv2", CVC));

    /** Words that ordinary sentences hold too. */
    private static final List<String> ORDINARY =
            List.of("access", "auth", "authorization", "md", "pan", "phone", TOKEN, SECRET, "password");

    /** Members of the authorisation page's answer, which is also sent back whole, that are no secrets. */
    private static final List<String> PUBLIC = List.of("expires_in", "scope", "token_type");

    private SecretNames() {}

    /** Whether a value may be seen although it stands in an object whose name is a secret's. */
    static boolean isPublic(String name) {
        return PUBLIC.contains(name);
    }

    /** What the value of a name is; empty where it is no secret. */
    public static Optional<String> kindOf(String name) {
        String bare = name.strip();
        if (bare.isEmpty() || bare.length() > LONGEST * 4) {
            return Optional.empty();
        }
        String plain = INDEX.matcher(Escapes.plainName(bare).strip().toLowerCase(Locale.ROOT))
                .replaceAll("");
        String last = plain.substring(plain.lastIndexOf('.') + 1);
        return byCompact(MARKS.matcher(plain).replaceAll(""))
                .or(() -> byCompact(MARKS.matcher(last).replaceAll("")));
    }

    /** As {@link #kindOf}, for names that stand in sentences. */
    static Optional<String> kindInWords(String name) {
        return ORDINARY.contains(name.toLowerCase(Locale.ROOT)) ? Optional.empty() : kindOf(name);
    }

    private static Optional<String> byCompact(String name) {
        return Optional.ofNullable(WHOLE.get(name))
                .or(() -> ENDS.stream()
                        .filter(end -> name.endsWith(end.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst());
    }
}
