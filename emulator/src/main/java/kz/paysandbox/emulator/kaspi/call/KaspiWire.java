package kz.paysandbox.emulator.kaspi.call;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import kz.paysandbox.emulator.core.Ids;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.core.faults.AnswerCode;
import kz.paysandbox.emulator.http.Reply;
import kz.paysandbox.emulator.kaspi.domain.codes.KaspiCode;
import kz.paysandbox.emulator.kaspi.domain.codes.Reason;
import kz.paysandbox.emulator.kaspi.domain.codes.Refusal;
import kz.paysandbox.emulator.kaspi.wire.KaspiDates;

/** A writer of answers: the envelope, its codes and messages, dates and tokens, as the settings say. */
public final class KaspiWire {

    private static final String LINK = "https://pay.kaspi.kz/pay/";

    private static final int TOO_MANY_REQUESTS = 429;

    private final KaspiConfig config;
    private final ObjectWriter writer;
    private final ObjectMapper mapper;

    public KaspiWire(KaspiConfig config) {
        this.config = config;
        this.mapper = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
                .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
                .build();
        this.writer = mapper.writer();
    }

    /** A success with or without Data. */
    public Reply success(Optional<Object> data) {
        return envelope(200, KaspiCode.SUCCESS.code(), config.form().documentEnvelope() ? "OK" : "", data);
    }

    /** A refusal with its code, the document's text, and the reason for the caller's developer. */
    public Reply refused(int httpStatus, Refusal refusal) {
        return envelope(httpStatus, code(refusal.reason()), message(refusal), Optional.empty())
                .because(refusal.explanation());
    }

    /** HTTP 200, or the status set for requests that cannot be read. */
    public Reply refused(Refusal refusal) {
        if (refusal.reason() == Reason.POLLED_BY_MACHINE) {
            return refused(TOO_MANY_REQUESTS, refusal);
        }
        return refused(refusal.reason() == Reason.MALFORMED ? config.answers().malformed() : 200, refusal);
    }

    /** What faults can make this bank answer, in the range of codes of ten digits. */
    public static final AnswerCode STATUS_CODE = new AnswerCode(
            "statusCode", "status-code", -9_999_999_999L, 9_999_999_999L, "Kaspi Pay: StatusCode N, nothing applied");

    /** Any code at all, with the document's text where it has one; 0 is a success without Data. */
    public Reply coded(long code) {
        if (code == KaspiCode.SUCCESS.code()) {
            return success(Optional.empty());
        }
        String text = Arrays.stream(KaspiCode.values())
                .filter(known -> known.code() == code)
                .map(KaspiCode::message)
                .findFirst()
                .orElse("Ошибка");
        return envelope(200, code, config.form().emptyMessages() ? "" : text, Optional.empty());
    }

    public String expireDate(Instant instant) {
        return config.form().documentExpireDate() ? KaspiDates.document(instant) : KaspiDates.live(instant);
    }

    /** {@code TransactionDate} of return/operations. */
    public String operationDate(Instant instant) {
        return switch (config.form().transactionDate()) {
            case LIVE -> KaspiDates.live(instant);
            case DOCUMENT, WITHOUT_OFFSET -> KaspiDates.withoutOffset(instant);
        };
    }

    /** {@code TransactionDate} of payment/details. */
    public String transactionDate(Instant instant) {
        return switch (config.form().transactionDate()) {
            case LIVE -> KaspiDates.live(instant);
            case DOCUMENT -> KaspiDates.shortDay(instant);
            case WITHOUT_OFFSET -> KaspiDates.withoutOffset(instant);
        };
    }

    /** 41 decimal digits that follow from the id. */
    public static String token(Ids ids, long id) {
        return ids.digits("qr", id, '5', 41);
    }

    /** The payment link of a token. */
    public static String link(Ids ids, long id) {
        return LINK + token(ids, id);
    }

    private long code(Reason reason) {
        return Optional.ofNullable(config.codes().get(reason)).orElseThrow();
    }

    private String message(Refusal refusal) {
        if (config.form().emptyMessages()) {
            return "";
        }
        String text = refusal.reason().code().message();
        return refusal.detail().isEmpty() ? text : text + ": " + refusal.detail();
    }

    private Reply envelope(int status, long code, String message, Optional<Object> data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(384);
        try (JsonGenerator json = mapper.getFactory().createGenerator(out)) {
            json.writeStartObject();
            if (config.form().documentEnvelope()) {
                json.writeNumberField("StatusCode", code);
                json.writeStringField("Message", message);
                write(json, data);
            } else {
                write(json, data);
                if (code != KaspiCode.SUCCESS.code()) {
                    json.writeStringField("Message", message);
                }
                json.writeNumberField("StatusCode", code);
            }
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Reply.json(status, Bytes.wrap(out.toByteArray()), code);
    }

    private void write(JsonGenerator json, Optional<Object> data) throws IOException {
        if (data.isPresent()) {
            json.writeFieldName("Data");
            writer.writeValue(json, data.get());
        }
    }
}
