package kz.paysandbox.emulator.core.secrets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** A tolerant reader of percent-encoding and JSON's escapes: what is malformed stands for itself. */
public final class Escapes {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int MOST_LAYERS = 4;

    private Escapes() {}

    /** A name as its receiver reads it, however often it was percent-encoded. */
    static String plainName(String name) {
        String plain = name;
        for (int layer = 0; layer < MOST_LAYERS && plain.indexOf('%') >= 0; layer++) {
            plain = percentDecoded(plain);
        }
        return plain;
    }

    /** With {@code %XX} read as UTF-8 and {@code +} as a space. */
    public static String percentDecoded(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate(bytes.length);
        for (int at = 0; at < bytes.length; at++) {
            boolean escape = bytes[at] == '%'
                    && at + 2 < bytes.length
                    && HexFormat.isHexDigit(bytes[at + 1])
                    && HexFormat.isHexDigit(bytes[at + 2]);
            if (escape) {
                out.put((byte) (HexFormat.fromHexDigit(bytes[at + 1]) * 16 + HexFormat.fromHexDigit(bytes[at + 2])));
                at += 2;
            } else {
                out.put(bytes[at] == '+' ? (byte) ' ' : bytes[at]);
            }
        }
        return new String(out.array(), 0, out.position(), StandardCharsets.UTF_8);
    }

    /** With what separates pairs, and the percent sign, encoded. */
    public static String percentEncoded(String text) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        text.codePoints().forEach(letter -> {
            if (letter > ' ' && letter != 127 && "%&+=#\"<>".indexOf(letter) < 0) {
                out.appendCodePoint(letter);
            } else {
                for (byte octet : Character.toString(letter).getBytes(StandardCharsets.UTF_8)) {
                    out.append('%').append(HEX.toHexDigits(octet));
                }
            }
        });
        return out.toString();
    }

    /** The inside of a JSON string, read. */
    public static String jsonDecoded(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter != '\\' || at + 1 == text.length()) {
                out.append(letter);
                continue;
            }
            char escaped = text.charAt(++at);
            if (escaped == 'u' && at + 4 < text.length() && isHex(text, at + 1)) {
                out.append((char) HexFormat.fromHexDigits(text, at + 1, at + 5));
                at += 4;
            } else {
                out.append(named(escaped));
            }
        }
        return out.toString();
    }

    /** A text as it stands inside a JSON string. */
    static String jsonEncoded(String text) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter == '"' || letter == '\\') {
                out.append('\\').append(letter);
            } else if (letter < ' ') {
                out.append(String.format("\\u%04x", (int) letter));
            } else {
                out.append(letter);
            }
        }
        return out.toString();
    }

    private static boolean isHex(String text, int from) {
        return text.substring(from, from + 4).chars().allMatch(HexFormat::isHexDigit);
    }

    private static char named(char escaped) {
        return switch (escaped) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            default -> escaped;
        };
    }
}
