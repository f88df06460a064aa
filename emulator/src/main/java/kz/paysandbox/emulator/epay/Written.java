package kz.paysandbox.emulator.epay;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.core.journal.Exchange;
import kz.paysandbox.emulator.http.Call;
import kz.paysandbox.emulator.http.Forms;

/**
 * What the journal keeps of a message: never a card number or CVC, even where a caller sends one in the clear by mistake,
 * and of a multipart form the fields alone.
 */
final class Written {

    private static final Pattern CARD = Pattern.compile(
            "(?<![0-9A-Za-z+/])(?:3[47]\\d{2}[ -]?\\d{6}[ -]?\\d{5}|[2-6]\\d{3}(?:[ -]?\\d{4}){3}(?:\\d{3})?)(?![0-9A-Za-z+/=])");

    private static final Pattern CVC =
            Pattern.compile("(\"?(?:cvc|cvv|cvv2|cvc2)\"?\\s*[:=]\\s*)\"?\\d{3,4}\"?", Pattern.CASE_INSENSITIVE);

    private static final Pattern ACCESS = Pattern.compile("([?&;]Access=)[A-Za-z0-9_-]+");

    private Written() {}

    static Exchange.Message of(Call call) {
        String type = call.header("Content-Type").orElse("");
        Bytes body = type.startsWith("multipart/")
                ? Forms.multipart(type, call.body())
                        .map(Written::form)
                        .orElse(Bytes.utf8("a multipart body that cannot be read"))
                : call.body();
        return new Exchange.Message(call.method(), masked(call.target()), call.headers(), masked(body));
    }

    static Bytes masked(Bytes body) {
        String text = body.text();
        String masked = ACCESS.matcher(masked(text)).replaceAll("$1***");
        return masked.equals(text) ? body : Bytes.utf8(masked);
    }

    private static String masked(String text) {
        String cards = CARD.matcher(text).replaceAll(Written::face);
        return CVC.matcher(cards).replaceAll("$1\"***\"");
    }

    private static String face(MatchResult card) {
        String digits = card.group().replaceAll("[ -]", "");
        return Matcher.quoteReplacement(digits.substring(0, 4) + "..." + digits.substring(digits.length() - 4));
    }

    private static Bytes form(Map<String, String> fields) {
        return Bytes.utf8(fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + field.getValue().replace("&", "%26"))
                .collect(Collectors.joining("&")));
    }
}
