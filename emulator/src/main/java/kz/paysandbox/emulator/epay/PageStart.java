package kz.paysandbox.emulator.epay;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.core.fields.Fields;
import kz.paysandbox.emulator.core.fields.Scalar;

/** Reads what the widget's script posts: the shop's payment object as JSON, in one field of a form (widget page). */
final class PageStart {

    private PageStart() {}

    /** The payment object's fields; {@code terminal} also under the name that the API has for it. */
    static Optional<Map<String, Scalar>> payment(Bodies.Body body) {
        return Fields.of(body.values())
                .find("payment")
                .flatMap(
                        given -> EpayJson.read(Bytes.utf8(given.value().text())).map(EpayJson.Read::fields))
                .map(given -> {
                    Map<String, Scalar> fields = new LinkedHashMap<>(given);
                    Optional.ofNullable(given.get("terminal")).ifPresent(value -> fields.put("terminalId", value));
                    return fields;
                });
    }

    /** The token: the whole answer of the authorisation page, its token alone, or that with the word Bearer. */
    static Optional<String> token(Bodies.Body body) {
        return payment(body)
                .flatMap(fields -> Stream.of("auth.access_token", "auth")
                        .flatMap(name -> Optional.ofNullable(fields.get(name)).stream())
                        .filter(value -> value.type() == Scalar.Type.STRING)
                        .findFirst())
                .map(value -> value.text().replaceFirst("(?i)^bearer\\s+", "").strip());
    }
}
