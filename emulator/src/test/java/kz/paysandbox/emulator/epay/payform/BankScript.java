package kz.paysandbox.emulator.epay.payform;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How the bank's own script writes a payment into the address of its page; lz-string without repetitions is valid too. */
public final class BankScript {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-$";

    private BankScript() {}

    /** The value of {@code params}. */
    public static String params(Map<String, ?> payment) {
        return compressed(encoded(payment));
    }

    private static String encoded(Map<?, ?> object) {
        return object.entrySet().stream()
                .map(field -> field.getKey() + "="
                        + component(
                                field.getValue() instanceof Map<?, ?> nested
                                        ? encoded(nested)
                                        : String.valueOf(field.getValue())))
                .collect(Collectors.joining("&"));
    }

    private static String component(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String compressed(String text) {
        StringBuilder bits = new StringBuilder();
        Map<Character, Integer> codes = new HashMap<>();
        int entries = 3;
        int room = 5;
        int width = 2;
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            Integer known = codes.get(unit);
            append(bits, known == null ? (unit < 256 ? 0 : 1) : known, width);
            if (at == 0) {
                width++;
            }
            if (known == null) {
                append(bits, unit, unit < 256 ? 8 : 16);
                codes.put(unit, entries++);
                room--;
                if (room == 0) {
                    room = 1 << width++;
                }
            }
            if (at > 0) {
                entries++;
                room--;
                if (room == 0) {
                    room = 1 << width++;
                }
            }
        }
        append(bits, 2, width);
        while (bits.length() % 6 != 0) {
            bits.append('0');
        }
        StringBuilder written = new StringBuilder();
        for (int at = 0; at < bits.length(); at += 6) {
            written.append(ALPHABET.charAt(Integer.parseInt(bits.substring(at, at + 6), 2)));
        }
        return written.toString();
    }

    private static void append(StringBuilder bits, int value, int width) {
        for (int bit = 0; bit < width; bit++) {
            bits.append((value >> bit & 1) == 1 ? '1' : '0');
        }
    }
}
