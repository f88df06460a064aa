package kz.paysandbox.features.kaspi.raw;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;
import kz.paysandbox.features.driver.Answer;
import kz.paysandbox.features.driver.RawAnswers;
import kz.paysandbox.features.wire.Json;
import kz.paysandbox.features.wire.Response;

/** Reads the envelope as strictly as the strictest client does: any other shape is not understood. */
final class Envelope {

    private Envelope() {}

    static <T> Answer<T> read(Response response, Function<JsonNode, T> data) {
        return RawAnswers.of(response, () -> whole(response, data));
    }

    private static <T> Answer<T> whole(Response response, Function<JsonNode, T> data) {
        JsonNode envelope = Json.read(response.body());
        JsonNode code = envelope.path("StatusCode");
        if (response.status() / 100 != 2 || !code.isIntegralNumber()) {
            return RawAnswers.notUnderstood(response);
        }
        return code.longValue() == 0
                ? RawAnswers.agreed(response, () -> data.apply(envelope.path("Data")))
                : Answer.refused(code.longValue(), RawAnswers.seen(response));
    }
}
