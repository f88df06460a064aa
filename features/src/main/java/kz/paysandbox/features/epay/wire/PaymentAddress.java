package kz.paysandbox.features.epay.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The address to which public copies of the bank's script send the browser: the payment object as name=value pairs, in
 * the form of the JavaScript library lz-string. Written without repetitions, which is valid and longer.
 */
public final class PaymentAddress {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-$";
    private static final int NEW_UNIT = 0;
    private static final int END = 2;
    private static final int FIRST_ENTRY = 3;
    private static final int UNIT_BITS = 8;
    private static final int CHARACTER_BITS = 6;

    private final StringBuilder bits = new StringBuilder();
    private final Map<Character, Integer> codes = new HashMap<>();
    private int entries = FIRST_ENTRY;
    private int width = 2;
    private int room = 5;

    private PaymentAddress() {}

    /** The value of {@code params}. */
    public static String params(JsonNode payment) {
        return new PaymentAddress().compressed(pairs(payment));
    }

    private static String pairs(JsonNode object) {
        return object.properties().stream()
                .map(field -> field.getKey() + "=" + component(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String component(JsonNode value) {
        String text = value.isObject() ? pairs(value) : value.asText();
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    /** Units are ASCII: the pairs are percent-encoded. */
    private String compressed(String text) {
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            Integer known = codes.get(unit);
            append(known == null ? NEW_UNIT : known, width);
            if (at == 0) {
                width++;
            }
            if (known == null) {
                append(unit, UNIT_BITS);
                codes.put(unit, entries);
                grow();
            }
            if (at > 0) {
                grow();
            }
        }
        append(END, width);
        while (bits.length() % CHARACTER_BITS != 0) {
            bits.append('0');
        }
        StringBuilder written = new StringBuilder();
        for (int at = 0; at < bits.length(); at += CHARACTER_BITS) {
            written.append(ALPHABET.charAt(Integer.parseInt(bits.substring(at, at + CHARACTER_BITS), 2)));
        }
        return written.toString();
    }

    /** The reader's dictionary has one entry more, and its codes another bit when it is full. */
    private void grow() {
        entries++;
        room--;
        if (room == 0) {
            room = 1 << width++;
        }
    }

    private void append(int value, int count) {
        for (int bit = 0; bit < count; bit++) {
            bits.append((value >> bit & 1) == 1 ? '1' : '0');
        }
    }
}
