package kz.paysandbox.emulator.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import kz.paysandbox.emulator.core.data.BodyText;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.core.journal.Exchange;
import kz.paysandbox.emulator.core.secrets.CardNumbers;
import kz.paysandbox.emulator.core.secrets.Escapes;
import kz.paysandbox.emulator.core.secrets.KeptStandIns;
import kz.paysandbox.emulator.core.secrets.Redaction;

/**
 * The redaction of messages for the journal: no card number and no CVC, wherever a caller may have put one, and of a
 * multipart form the fields alone.
 */
public final class ExchangeRedaction {

    /** Escapes within escapes; what has more is read closely. */
    private static final int MOST_LAYERS = 4;

    private static final Redaction KEPT = new Redaction(new KeptStandIns());
    private static final Redaction UNNAMED = new Redaction((kind, value) -> "***");

    private ExchangeRedaction() {}

    public static Exchange.Message of(Call call) {
        return new Exchange.Message(
                call.method(),
                isSuspect(call.target()) ? KEPT.target(call.target()) : call.target(),
                call.headers().stream().map(ExchangeRedaction::header).toList(),
                body(call));
    }

    public static Bytes of(Reply reply) {
        return isOurs(reply.contentType()) ? reply.body() : kept(reply.contentType(), reply.body());
    }

    /** Scripts and styles are files of the sandbox, in which no caller's words stand. */
    private static boolean isOurs(String type) {
        return type.contains("javascript") || type.startsWith("text/css");
    }

    /** A sentence of ours in which a caller's words may stand. */
    static String words(String text) {
        return isSuspect(text) ? KEPT.words(text) : text;
    }

    /** A path for the log, which has no stand-ins: nothing secret at all is in it. */
    public static String unnamed(String path) {
        return UNNAMED.target(path);
    }

    /** As {@link #words}, for the log. */
    public static String unnamedWords(String text) {
        return UNNAMED.words(text);
    }

    private static Exchange.Header header(Exchange.Header header) {
        return isSuspect(header.value()) || CardNumbers.in(header.name())
                ? new Exchange.Header(CardNumbers.masked(header.name()), KEPT.field(header.name(), header.value()))
                : header;
    }

    private static Bytes body(Call call) {
        String type = call.header("Content-Type").orElse("");
        if (!type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            return kept(type, call.body());
        }
        return call.multipart()
                .map(fields -> kept("", form(fields)))
                .orElse(Bytes.utf8("a multipart body that cannot be read"));
    }

    private static Bytes form(Map<String, String> fields) {
        return Bytes.utf8(fields.entrySet().stream()
                .map(field -> Escapes.percentEncoded(field.getKey()) + "=" + Escapes.percentEncoded(field.getValue()))
                .collect(Collectors.joining("&")));
    }

    private static Bytes kept(String type, Bytes body) {
        if (!isSuspect(new String(body.array(), StandardCharsets.ISO_8859_1))) {
            return body;
        }
        String text = BodyText.of(type, body).text();
        String kept = KEPT.body(text);
        return kept.equals(text) ? body : Bytes.utf8(kept);
    }

    /** A quick look, with escapes read: whether there is anything that must be read closely. */
    private static boolean isSuspect(String text) {
        return !isPlain(text) && isSuspectWhenRead(text);
    }

    /** One pass over what nearly every text is: nothing escaped, no card named, too few digits for a card's number. */
    private static boolean isPlain(String text) {
        int digits = 0;
        int earlier = 0;
        int before = 0;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            int lower = letter | 0x20;
            if (letter == '%' || letter == '\\' || letter == 0 || namesCard(earlier, before, lower)) {
                return false;
            }
            if (letter >= '0' && letter <= '9' && ++digits == CardNumbers.SHORTEST) {
                return false;
            }
            earlier = before;
            before = lower;
        }
        return true;
    }

    private static boolean isSuspectWhenRead(String text) {
        String read = text;
        for (int layer = 0; layer < MOST_LAYERS; layer++) {
            if (read.indexOf(0) >= 0 || namesCard(read) || CardNumbers.in(read)) {
                return true;
            }
            String next = Escapes.jsonDecoded(read.indexOf('%') < 0 ? read : Escapes.percentDecoded(read));
            if (next.equals(read)) {
                return false;
            }
            read = next;
        }
        return true;
    }

    /** Whether a card's number or code is named, by the letters that all their names have. */
    private static boolean namesCard(String text) {
        int earlier = 0;
        int before = 0;
        for (int at = 0; at < text.length(); at++) {
            int letter = text.charAt(at) | 0x20;
            if (namesCard(earlier, before, letter)) {
                return true;
            }
            earlier = before;
            before = letter;
        }
        return false;
    }

    private static boolean namesCard(int earlier, int before, int letter) {
        return (before == 'v' && earlier == 'c' && (letter == 'c' || letter == 'v'))
                || (before == 'a' && earlier == 'p' && letter == 'n');
    }
}
