package kz.paysandbox.emulator.epay.call;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.Money;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.core.faults.AnswerCode;
import kz.paysandbox.emulator.epay.domain.codes.Reason;
import kz.paysandbox.emulator.epay.domain.codes.ReasonCodes;
import kz.paysandbox.emulator.epay.domain.codes.Refusal;
import kz.paysandbox.emulator.epay.wire.Answers;
import kz.paysandbox.emulator.http.Reply;

/** A writer of JSON answers and refusals, as the settings say. */
public final class EpayWire {

    private final EpayConfig config;
    private final ObjectMapper mapper = JsonMapper.builder()
            .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
            .configure(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN, true)
            .build();

    public EpayWire(EpayConfig config) {
        this.config = config;
    }

    public Reply json(int status, Object body) {
        return Reply.json(status, bytes(body));
    }

    private Reply coded(int status, int code, String message) {
        return Reply.json(status, bytes(new Answers.CodeMessage(code, message)), code);
    }

    public Bytes bytes(Object body) {
        try {
            return Bytes.wrap(mapper.writeValueAsBytes(body));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** HTTP 400 with code and message (payment and operation pages). */
    public Reply refused(Refusal refusal) {
        return refused(status(refusal.reason()), refusal);
    }

    public Reply refused(int httpStatus, Refusal refusal) {
        return coded(httpStatus, code(refusal.reason()), message(refusal)).because(explanation(refusal));
    }

    /** What faults can make this bank answer; every code of it fits an int. */
    public static final AnswerCode REASON_CODE = new AnswerCode(
            "reasonCode", "reason-code", -999_999_999, 999_999_999, "Halyk ePay: reason code N, nothing applied");

    /** Any code of the catalogue, as the bank would refuse with it. */
    public Reply refusedWith(int code) {
        return coded(400, code, ReasonCodes.text(code).orElse(""));
    }

    /** As answers and callbacks print it: 1500 and 1500.5, or as the settings say. */
    public BigDecimal amount(Money money) {
        BigDecimal exact = money.toDecimal();
        if (config.form().messages().twoDecimals()) {
            return exact;
        }
        BigDecimal plain = exact.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /** A call that its token does not open. */
    public Reply unauthorized(int status, String error, String description) {
        Reply reply = config.form().messages().unauthorizedAsCode()
                ? coded(status, status, description)
                : json(status, new Answers.OAuthError(error, description));
        return reply.with("WWW-Authenticate", "Bearer error=\"" + error + "\"").because(description);
    }

    /** The success of an operation. */
    public Reply operated() {
        return config.form().messages().emptyOperations() ? Reply.empty(200) : coded(200, 0, "Successfully");
    }

    public int code(Reason reason) {
        return Optional.ofNullable(config.codes().get(reason)).orElseThrow();
    }

    /** What a customer or developer is told. */
    public String message(Refusal refusal) {
        if (refusal.reason() == Reason.NOT_EMULATED) {
            return "the sandbox does not emulate " + refusal.detail() + "; see its list of limitations";
        }
        if (config.form().messages().emptyErrors()) {
            return "";
        }
        String text = ReasonCodes.text(code(refusal.reason())).orElse("");
        return refusal.detail().isEmpty() ? text : text.isEmpty() ? refusal.detail() : text + ": " + refusal.detail();
    }

    /** The reason for the caller's developer, whatever the message says. */
    public String explanation(Refusal refusal) {
        if (refusal.reason() == Reason.NOT_EMULATED) {
            return "not emulated: " + refusal.detail();
        }
        if (!refusal.why().isEmpty()) {
            return refusal.why();
        }
        if (!refusal.detail().isEmpty()) {
            return refusal.detail();
        }
        return refusal.reason().isAssumed()
                ? refusal.reason().about()
                : refusal.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** An answer of our own. */
    public Reply page(String state, Map<String, Object> more) {
        return json(200, new Answers.Page(state, more));
    }

    /** HTTP status of a refusal. */
    public static int status(Reason reason) {
        return switch (reason) {
            case SANDBOX_FULL -> 503;
            case NOT_EMULATED -> 501;
            default -> 400;
        };
    }
}
