package kz.paysandbox.adapters.epay.payment;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * The reason why a card was declined ({@code reasonCode}, {@code code}). Codes that this version does not know
 * survive.
 *
 * @param value the bank's number
 */
public record ReasonCode(long value) {
    private static final Map<String, String> TEXTS = table("reason-codes.properties");

    private static final Map<String, String> REFUSALS = table("refusal-codes.properties");

    /** Reads a number. */
    public static ReasonCode of(long value) {
        return new ReasonCode(value);
    }

    /**
     * Whether the code's own words say that the payment or operation was not carried out (refusal-codes.properties has
     * them). Faults of the system, codes that are documented as not final (454, 459) and codes that nobody knows do not:
     * the status must be asked.
     */
    public boolean refuses() {
        return REFUSALS.containsKey(Long.toString(value));
    }

    /** The words that make it a refusal, if it is one. */
    public Optional<String> refusal() {
        return Optional.ofNullable(REFUSALS.get(Long.toString(value)));
    }

    /** The Russian text for the customer, if the code is known. */
    public Optional<String> text() {
        return Optional.ofNullable(TEXTS.get(Long.toString(value)));
    }

    private static Map<String, String> table(String file) {
        Properties properties = new Properties();
        try (InputStream in = ReasonCode.class.getResourceAsStream(file)) {
            properties.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " is missing", e);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(name -> name, properties::getProperty));
    }
}
