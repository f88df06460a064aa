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
 * What the journal keeps of a message: no card number and no CVC, wherever a caller may have put one, and of a multipart
 * form the fields alone.
 */
final class Written {

    private static final int DIGITS_OF_A_CARD = 14;

    private static final Redaction KEPT = new Redaction(new KeptStandIns());
    private static final Redaction UNNAMED = new Redaction((kind, value) -> "***");

    private Written() {}

    static Exchange.Message of(Call call) {
        return new Exchange.Message(
                call.method(),
                isSuspect(call.target()) ? KEPT.target(call.target()) : call.target(),
                call.headers().stream().map(Written::header).toList(),
                body(call.header("Content-Type").orElse(""), call.body()));
    }

    static Bytes of(Reply reply) {
        return kept(reply.contentType(), reply.body());
    }

    /** A sentence of ours in which a caller's words may stand. */
    static String words(String text) {
        return isSuspect(text) ? KEPT.words(text) : text;
    }

    /** A path for the log, which has no stand-ins: nothing secret at all is in it. */
    static String unnamed(String path) {
        return UNNAMED.target(path);
    }

    /** As {@link #words}, for the log. */
    static String unnamedWords(String text) {
        return UNNAMED.words(text);
    }

    private static Exchange.Header header(Exchange.Header header) {
        return isSuspect(header.name()) || isSuspect(header.value())
                ? new Exchange.Header(KEPT.words(header.name()), KEPT.field(header.name(), header.value()))
                : header;
    }

    private static Bytes body(String type, Bytes body) {
        if (!type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            return kept(type, body);
        }
        return Forms.multipart(type, body)
                .map(fields -> kept("", form(fields)))
                .orElse(Bytes.utf8("a multipart body that cannot be read"));
    }

    private static Bytes form(Map<String, String> fields) {
        return Bytes.utf8(fields.entrySet().stream()
                .map(field -> Escapes.percentEncoded(field.getKey()) + "=" + Escapes.percentEncoded(field.getValue()))
                .collect(Collectors.joining("&")));
    }

    private static Bytes kept(String type, Bytes body) {
        if (!isSuspect(body.array())) {
            return body;
        }
        String text = BodyText.of(type, body).text();
        String kept = KEPT.body(text);
        return kept.equals(text) ? body : Bytes.utf8(kept);
    }

    private static boolean isSuspect(String text) {
        return isSuspect(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A quick look: whether there is anything that must be read closely. */
    private static boolean isSuspect(byte[] bytes) {
        int digits = 0;
        int before = 0;
        int earlier = 0;
        for (byte letter : bytes) {
            int folded = letter | 0x20;
            if (letter == '%'
                    || letter == '\\'
                    || letter == 0
                    || (before == 'c' && folded == 'v')
                    || (earlier == 'p' && before == 'a' && folded == 'n')) {
                return true;
            }
            digits += letter >= '0' && letter <= '9' ? 1 : 0;
            earlier = before;
            before = folded;
        }
        return digits >= DIGITS_OF_A_CARD && CardNumbers.in(new String(bytes, StandardCharsets.ISO_8859_1));
    }
}
