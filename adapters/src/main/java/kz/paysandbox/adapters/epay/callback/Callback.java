package kz.paysandbox.adapters.epay.callback;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kz.paysandbox.adapters.epay.payment.InvoiceId;
import kz.paysandbox.adapters.epay.payment.ReasonCode;
import kz.paysandbox.adapters.epay.payment.TransactionRef;
import kz.paysandbox.adapters.epay.wire.Answers;
import kz.paysandbox.adapters.epay.wire.EpayJson;
import org.jspecify.annotations.Nullable;

/**
 * A message that the bank posts to {@code postLink} or {@code failurePostLink}. It carries no signature: nothing in it
 * is to be believed before {@link CallbackVerifier} has asked the bank.
 *
 * @param id the transaction's UUID ({@code id}, or {@code transactionId} as shops in production receive it)
 * @param invoiceId the order
 * @param amount in units of the currency
 * @param currency KZT or USD
 * @param success whether {@code code} is ok
 * @param reasonCode {@code reasonCode}, if it is a number
 * @param terminal {@code terminal}, if sent
 * @param secretHash {@code secret_hash}, if sent
 * @param cardMask {@code cardMask}, if sent
 * @param cardId the saved card, if sent
 */
public record Callback(
        String id,
        InvoiceId invoiceId,
        BigDecimal amount,
        String currency,
        boolean success,
        Optional<ReasonCode> reasonCode,
        Optional<String> terminal,
        Optional<String> secretHash,
        Optional<String> cardMask,
        Optional<String> cardId) {
    private static final int LARGEST = 64 * 1024;
    private static final int LONGEST_FIELD = 100;
    private static final int LONGEST_AMOUNT = 20;

    /**
     * Reads a body: JSON, or a form as one client in production expects.
     *
     * @throws IllegalArgumentException when it is none, or a field that every callback has is missing
     */
    public static Callback parse(byte[] body) {
        if (body.length > LARGEST) {
            throw new IllegalArgumentException("a callback has at most 64 KiB");
        }
        Answers.Callback read = read(body);
        String reason = read.reasonCode();
        return new Callback(
                id(read),
                InvoiceId.of(required(read.invoiceId(), "invoiceId")),
                bounded(required(read.amount(), "amount")),
                shortened("currency", required(read.currency(), "currency")),
                "ok".equalsIgnoreCase(read.code()),
                Optional.ofNullable(reason)
                        .filter(text -> text.matches("[0-9]{1,9}"))
                        .map(text -> ReasonCode.of(Long.parseLong(text))),
                Optional.ofNullable(read.terminal()).map(text -> shortened("terminal", text)),
                Optional.ofNullable(read.secretHash()),
                Optional.ofNullable(read.cardMask()),
                Optional.ofNullable(read.cardId()));
    }

    private static String id(Answers.Callback read) {
        String id = required(read.id() == null ? read.transactionId() : read.id(), "id");
        if (!TransactionRef.fits(id)) {
            throw new IllegalArgumentException("a callback whose id is no UUID");
        }
        return id;
    }

    private static String shortened(String field, String text) {
        if (text.length() > LONGEST_FIELD) {
            throw new IllegalArgumentException("a callback whose " + field + " is too long");
        }
        if (text.chars().anyMatch(letter -> letter < ' ' || letter > '~')) {
            throw new IllegalArgumentException("a callback whose " + field + " has other letters than Latin ones");
        }
        return text;
    }

    /** A number as 1E999999999 is short, and endless when it is written out. */
    private static BigDecimal bounded(BigDecimal amount) {
        long whole = (long) amount.precision() - amount.scale();
        if (amount.precision() > LONGEST_AMOUNT || amount.scale() > LONGEST_AMOUNT || whole > LONGEST_AMOUNT) {
            throw new IllegalArgumentException("a callback whose amount is too long");
        }
        return amount;
    }

    private static Answers.Callback read(byte[] body) {
        try {
            String text = new String(body, StandardCharsets.UTF_8).strip();
            return text.startsWith("{")
                    ? EpayJson.read(body, Answers.Callback.class)
                    : EpayJson.convert(form(text), Answers.Callback.class);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException("not a callback of the bank");
        }
    }

    private static Map<String, String> form(String text) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : text.split("&", 200)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return fields;
    }

    private static <T> T required(@Nullable T value, String field) {
        if (value == null) {
            throw new IllegalArgumentException("a callback without " + field);
        }
        return value;
    }

    /**
     * What a repeated look at it needs, as a body that {@link #parse} reads: without {@code secret_hash}, card and mask.
     */
    public byte[] kept() {
        Map<String, Object> fields = new TreeMap<>();
        fields.put("id", id);
        fields.put("invoiceId", invoiceId.value());
        fields.put("amount", amount.stripTrailingZeros().toPlainString());
        fields.put("currency", currency);
        fields.put("code", success ? "ok" : "error");
        reasonCode.ifPresent(code -> fields.put("reasonCode", Long.toString(code.value())));
        terminal.ifPresent(text -> fields.put("terminal", text));
        return EpayJson.write(fields);
    }

    @Override
    public String toString() {
        return "Callback[" + id + ", invoice " + invoiceId + ", " + (success ? "ok" : "error") + "]";
    }
}
