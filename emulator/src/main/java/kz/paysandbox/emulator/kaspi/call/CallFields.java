package kz.paysandbox.emulator.kaspi.call;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.fields.Fields;
import kz.paysandbox.emulator.core.fields.Scalar;
import kz.paysandbox.emulator.http.Call;
import kz.paysandbox.emulator.http.JsonMistake;
import kz.paysandbox.emulator.http.JsonObjectReader;
import kz.paysandbox.emulator.kaspi.domain.codes.Reason;
import kz.paysandbox.emulator.kaspi.domain.codes.Refusal;

/** The fields of a call: of the body of a POST or the query of a GET, and of the path. */
public record CallFields(Outcome<Fields, Refusal> fields) {

    private static final int MOST_FIELDS = 100;
    private static final JsonObjectReader JSON = new JsonObjectReader(MOST_FIELDS, 50, 100_000, false);

    /** Read once for each call; refused where the body of a POST is no JSON object. */
    public static Outcome<Fields, Refusal> of(Call call) {
        return call.contents(CallFields.class, CallFields::read).fields();
    }

    private static CallFields read(Call call) {
        Map<String, Scalar> values = new LinkedHashMap<>();
        List<String> repeated = List.of();
        if (call.method().equals("POST")) {
            Optional<JsonObjectReader.ParsedObject> body = JSON.read(call.body());
            if (body.isEmpty()) {
                return new CallFields(Refusal.refuse(
                        Reason.MALFORMED, "тело запроса не является объектом JSON", JsonMistake.words(call.body())));
            }
            values.putAll(body.get().fields());
            repeated = body.get().repeated();
        }
        if (call.method().equals("GET")) {
            call.query().forEach((name, value) -> values.put(name, Scalar.parameter(value)));
            repeated = call.repeatedInQuery();
        }
        call.pathParameters().forEach((name, value) -> values.put(name, Scalar.parameter(value)));
        return new CallFields(Outcome.ok(Fields.of(values, repeated)));
    }
}
