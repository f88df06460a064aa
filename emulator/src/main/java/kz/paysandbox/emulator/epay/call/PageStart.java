package kz.paysandbox.emulator.epay.call;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.core.fields.Fields;
import kz.paysandbox.emulator.core.fields.Scalar;
import kz.paysandbox.emulator.epay.payform.Language;
import kz.paysandbox.emulator.epay.payform.LzString;
import kz.paysandbox.emulator.http.Call;
import kz.paysandbox.emulator.http.JsonObjectReader;

/**
 * The request of a shop's page for the payment page (widget page). The sandbox's script posts the payment object as
 * JSON, in one field of a form; the bank's own script, of which copies are public, puts it into the address.
 *
 * @param payment the payment object's fields; {@code terminal} also under the name that the API has for it
 */
public record PageStart(Map<String, Scalar> payment, Mode mode) {

    /** Units of a payment object in an address. */
    private static final int LONGEST = 100_000;

    /** How it is shown, and what the script's function was. */
    public enum Mode {
        PAGE("", "pay"),
        WIDGET("isShortForm", "showPaymentWidget"),
        P2P("isTransfer", "p2p"),
        AFT("isAFT", "aft"),
        OCT("isOCT", "oct");

        private final String flag;
        private final String function;

        Mode(String flag, String function) {
            this.flag = flag;
            this.function = function;
        }

        /** Name of the script's function. */
        public String function() {
            return function;
        }

        public boolean isTransfer() {
            return this == P2P || this == AFT || this == OCT;
        }

        private static Mode posted(String name) {
            return Arrays.stream(values())
                    .filter(mode -> mode.name().toLowerCase(Locale.ROOT).equals(name))
                    .findFirst()
                    .orElse(PAGE);
        }

        private static Mode linked(Map<String, String> query) {
            return Arrays.stream(values())
                    .filter(mode -> "true".equals(query.get(mode.flag)))
                    .findFirst()
                    .orElse(PAGE);
        }
    }

    /** Empty where the call holds no payment object. */
    public static Optional<PageStart> of(Call call, BodyReader.Body body) {
        return call.method().equals("GET") ? linked(call.query()) : posted(body.fields());
    }

    private static Optional<PageStart> posted(Fields form) {
        String mode = form.find("mode").map(given -> given.value().text()).orElse("");
        return form.find("payment")
                .flatMap(given -> BodyReader.JSON
                        .read(Bytes.utf8(given.value().text()))
                        .map(JsonObjectReader.ParsedObject::fields))
                .map(fields -> new PageStart(named(fields), Mode.posted(mode)));
    }

    private static Optional<PageStart> linked(Map<String, String> query) {
        return Optional.ofNullable(query.get("params"))
                .flatMap(params -> LzString.decompress(params, LONGEST))
                .map(text -> new PageStart(named(pairs("", text)), Mode.linked(query)));
    }

    /** The token: the whole answer of the authorisation page, its token alone, or that with the word Bearer. */
    public Optional<String> token() {
        return Stream.of("auth.access_token", "auth")
                .flatMap(name -> Optional.ofNullable(payment.get(name)).stream())
                .filter(value -> value.type() == Scalar.Type.STRING || value.type() == Scalar.Type.PARAMETER)
                .findFirst()
                .map(value -> value.text().replaceFirst("(?i)^bearer\\s+", "").strip());
    }

    public Language language() {
        return Optional.ofNullable(payment.get("language"))
                .map(given -> Language.of(given.text()))
                .orElse(Language.RUS);
    }

    /** The script's {@code name=value&name=value}, where {@code auth} is such a text within its value. */
    private static Map<String, Scalar> pairs(String prefix, String text) {
        Map<String, Scalar> fields = new LinkedHashMap<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = prefix + (equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            if (name.equals("auth") && value.contains("access_token=")) {
                fields.putAll(pairs("auth.", value));
            } else if (!name.isEmpty()) {
                fields.put(name, Scalar.parameter(value));
            }
        }
        return fields;
    }

    /** As {@code encodeURIComponent} wrote it: a plus sign is itself. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }

    private static Map<String, Scalar> named(Map<String, Scalar> given) {
        Map<String, Scalar> fields = new LinkedHashMap<>(given);
        Optional.ofNullable(given.get("terminal")).ifPresent(value -> fields.put("terminalId", value));
        return fields;
    }
}
