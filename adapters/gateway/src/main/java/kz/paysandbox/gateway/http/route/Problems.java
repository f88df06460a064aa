package kz.paysandbox.gateway.http.route;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Locale;
import kz.paysandbox.gateway.payment.Refusal;
import kz.paysandbox.gateway.payment.RefusalCode;

/** Refusals as answers: problem documents (RFC 9457), in family A its own envelope. No secrets, no query strings. */
public final class Problems {
    private static final String TYPE = "urn:kzpay-gateway:";
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;
    private static final Duration USUAL_WAIT = Duration.ofMinutes(1);

    private Problems() {}

    /** The status of a refusal; what cannot be refunded is 404 in family A alone. */
    public static int status(Family family, RefusalCode code) {
        return family == Family.WRAPPER && code == RefusalCode.NOT_REFUNDABLE ? NOT_FOUND : code.httpStatus();
    }

    /** The answer of a refusal. */
    public static Answer of(Family family, Refusal refusal, Call.Origin origin) {
        int status = status(family, refusal.code());
        Answer answer = family == Family.WRAPPER
                ? Answer.json(status, envelope(status, refusal))
                : Answer.of(
                        status, Answer.PROBLEM, problem(status, refusal, origin).toString());
        if (status == TOO_MANY) {
            long seconds =
                    refusal.retryAfter().orElse(USUAL_WAIT).plusMillis(999).toSeconds();
            return answer.with("Retry-After", Long.toString(Math.max(1, seconds)));
        }
        return refusal.code() == RefusalCode.UNAUTHORIZED ? answer.with("WWW-Authenticate", "Bearer") : answer;
    }

    private static ObjectNode problem(int status, Refusal refusal, Call.Origin origin) {
        String word = refusal.code().word();
        ObjectNode problem = JsonNodeFactory.instance.objectNode();
        problem.put("type", TYPE + word)
                .put("title", title(word))
                .put("status", status)
                .put("detail", refusal.detail())
                .put("instance", origin.path())
                .put("code", word);
        refusal.bankCode().ifPresent(code -> problem.put("bank_code", code));
        problem.put("request_id", origin.requestId());
        if (!refusal.fields().isEmpty()) {
            var errors = problem.putArray("errors");
            refusal.fields()
                    .forEach(error ->
                            errors.addObject().put("field", error.field()).put("detail", error.detail()));
        }
        return problem;
    }

    private static String title(String word) {
        String spaced = word.replace('_', ' ');
        return spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
    }

    private static ObjectNode envelope(int status, Refusal refusal) {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode().put("status", false);
        envelope.putObject("error")
                .put(
                        "code",
                        refusal.bankCode()
                                .map(String::valueOf)
                                .orElse(refusal.code().word()))
                .put("message", refusal.detail());
        return envelope.put("http_code", status);
    }
}
