package kz.paysandbox.features.kaspi.raw;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;
import kz.paysandbox.features.driver.Answer;
import kz.paysandbox.features.wire.Fields;
import kz.paysandbox.features.wire.Json;
import kz.paysandbox.features.wire.Response;

/** Reads the envelope as strictly as the strictest client does: any other shape is not understood. */
final class Envelope {

    private Envelope() {}

    static <T> Answer<T> read(Response response, Function<JsonNode, T> data) {
        return switch (response.kind()) {
            case NOT_CONNECTED -> Answer.failed(Answer.Outcome.NOT_CONNECTED, response.body());
            case LOST -> Answer.failed(Answer.Outcome.UNKNOWN, response.body());
            case ANSWERED -> whole(response, data);
        };
    }

    private static <T> Answer<T> whole(Response response, Function<JsonNode, T> data) {
        String seen = "HTTP " + response.status() + " " + response.body();
        JsonNode envelope = Json.read(response.body());
        JsonNode code = envelope.path("StatusCode");
        if (response.status() / 100 != 2 || !code.isIntegralNumber()) {
            return Answer.failed(Answer.Outcome.NOT_UNDERSTOOD, seen);
        }
        if (code.longValue() != 0) {
            return Answer.refused(code.longValue(), seen);
        }
        try {
            return Answer.agreed(data.apply(envelope.path("Data")));
        } catch (Fields.Missing missing) {
            return Answer.failed(Answer.Outcome.NOT_UNDERSTOOD, missing.getMessage() + " in " + seen);
        }
    }
}
