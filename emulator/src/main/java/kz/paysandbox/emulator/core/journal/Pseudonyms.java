package kz.paysandbox.emulator.core.journal;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands in for secrets, tokens and phones wherever exchanges are shown: the same value has the same name
 * ({@code device#3}) throughout a world, so one can follow it without seeing it.
 */
public final class Pseudonyms {

    private static final int MOST = 100_000;

    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("devicetoken", "device"),
            Map.entry("phonenumber", "phone"),
            Map.entry("phone", "phone"),
            Map.entry("api-key", "key"),
            Map.entry("authorization", "token"),
            Map.entry("access_token", "token"),
            Map.entry("access", "token"),
            Map.entry("auth", "token"),
            Map.entry("termurl", "link"),
            Map.entry("pareq", "3ds"),
            Map.entry("pares", "3ds"),
            Map.entry("md", "3ds"),
            Map.entry("recipient_contact_sms", "phone"),
            Map.entry("notifier_contact_sms", "phone"),
            Map.entry("refresh_token", "token"),
            Map.entry("client_secret", "secret"),
            Map.entry("secret_hash", "secret"),
            Map.entry("password", "secret"),
            Map.entry("qrtoken", "qr"),
            Map.entry("paymentlink", "link"),
            Map.entry("cryptogram", "cryptogram"),
            Map.entry("\u0441ryptogram", "cryptogram"),
            Map.entry("pan", "card"),
            Map.entry("hpan", "card"),
            Map.entry("cvc", "cvc"));

    /** Possessive, so that a long value costs no stack. */
    private static final Pattern JSON_PAIR = Pattern.compile(
            "\"((?:[^\"\\\\]|\\\\.){1,128}+)\"\\s*:\\s*(?:\"((?:[^\"\\\\]++|\\\\.)*+)\"|(-?[0-9][0-9.eE+-]*))");

    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

    private static final Pattern FORM = Pattern.compile("[A-Za-z_][A-Za-z0-9_.%+-]*=");

    private static final Pattern PARAMETER = Pattern.compile("([?&]?)([^=&?]{1,64})=([^&]*)");

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();

    /** A body with its secrets replaced, be it JSON or a form; other text comes back as it is. */
    public String inJson(String text) {
        if (FORM.matcher(text).lookingAt()) {
            return inParameters(text);
        }
        return JSON_PAIR.matcher(text).replaceAll(pair -> {
            String value = pair.group(2) == null ? pair.group(3) : pair.group(2);
            String shown = inField(pair.group(1), value);
            return Matcher.quoteReplacement(
                    shown.equals(value) ? pair.group() : "\"" + pair.group(1) + "\":\"" + shown + "\"");
        });
    }

    /** A request target or a form with its secrets replaced. */
    public String inParameters(String text) {
        return PARAMETER.matcher(text).replaceAll(this::parameter);
    }

    private String parameter(MatchResult pair) {
        String name = pair.group(2).substring(pair.group(2).lastIndexOf('/') + 1);
        return Matcher.quoteReplacement(pair.group(1) + pair.group(2) + "=" + inField(name, pair.group(3)));
    }

    /** The value of a field or header, replaced where its name says that it is a secret. */
    public String inField(String name, String value) {
        String kind = KINDS.get(unescaped(name).toLowerCase(Locale.ROOT));
        return kind == null || value.isEmpty() ? value : pseudonym(kind, value);
    }

    /** A name written with JSON escapes means the same, and hides no secret. */
    private static String unescaped(String name) {
        return name.indexOf('\\') < 0
                ? name
                : ESCAPE.matcher(name)
                        .replaceAll(escape ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
    }

    private synchronized String pseudonym(String kind, String value) {
        String known = names.get(kind + "\n" + value);
        if (known != null) {
            return known;
        }
        if (names.size() >= MOST) {
            return kind + "#?";
        }
        String name = kind + "#" + counts.merge(kind, 1, Integer::sum);
        names.put(kind + "\n" + value, name);
        return name;
    }
}
