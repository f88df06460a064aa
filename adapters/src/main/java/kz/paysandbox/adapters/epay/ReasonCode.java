package kz.paysandbox.adapters.epay;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Why a card was declined ({@code reasonCode}, {@code code}). Codes that this version does not know survive.
 *
 * @param value the bank's number
 */
public record ReasonCode(long value) {
    private static final Map<String, String> TEXTS = texts();

    /** Codes whose own texts say that the money may have moved: the status must be asked. */
    private static final Set<Long> NOT_FINAL = Set.of(454L, 459L, 460L, 690L);

    /** Reads a number. */
    public static ReasonCode of(long value) {
        return new ReasonCode(value);
    }

    /** Whether the code settles the payment; 454 is documented as not final, 459 on one of the bank's pages. */
    public boolean settles() {
        return !NOT_FINAL.contains(value);
    }

    /** The Russian text for the customer, if the code is known. */
    public Optional<String> text() {
        return Optional.ofNullable(TEXTS.get(Long.toString(value)));
    }

    private static Map<String, String> texts() {
        Properties properties = new Properties();
        try (InputStream in = ReasonCode.class.getResourceAsStream("reason-codes.properties")) {
            properties.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the catalogue of reason codes is missing", e);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(name -> name, properties::getProperty));
    }
}
