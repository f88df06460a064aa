package kz.paysandbox.emulator.core.data;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A body's bytes as text. UTF-16 and UTF-32 are known by their byte order mark or by where their zeros stand (RFC 4627,
 * section 3); of the rest, what is no UTF-8 is in the charset that {@code Content-Type} names, else in windows-1251.
 *
 * @param text without a byte order mark
 * @param encoding as {@code UTF-8}, {@code UTF-16BE} or {@code windows-1251}
 * @param marked whether it begins with a byte order mark; false for UTF-32, whose mark the decoder takes away
 */
public record BodyText(String text, String encoding, boolean marked) {

    private static final Pattern CHARSET =
            Pattern.compile("charset\\s*=\\s*\"?([A-Za-z0-9._:-]{1,40})", Pattern.CASE_INSENSITIVE);

    private static final String CYRILLIC = "windows-1251";

    /**
     * Reads a body.
     *
     * @param contentType the header's value; empty where there is none
     */
    public static BodyText of(String contentType, Bytes body) {
        byte[] bytes = body.array();
        String wide = wide(bytes);
        if (!wide.isEmpty()) {
            return decoded(bytes, Charset.forName(wide));
        }
        try {
            return marked(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(bytes))
                            .toString(),
                    StandardCharsets.UTF_8);
        } catch (CharacterCodingException other) {
            return decoded(bytes, named(contentType));
        }
    }

    /**
     * In what a body is not UTF-8 without a byte order mark, as RFC 8259 (section 8.1) demands of JSON between systems.
     *
     * @param contentType the header's value; empty where there is none
     */
    public static Optional<String> oddity(String contentType, Bytes body) {
        String named = charset(contentType).orElse("UTF-8");
        boolean utf8Named = named.equalsIgnoreCase("UTF-8") || named.equalsIgnoreCase("UTF8");
        if (isAscii(body.array())) {
            return utf8Named ? Optional.empty() : Optional.of("Content-Type says charset=" + named);
        }
        BodyText read = of(contentType, body);
        if (!read.encoding().startsWith("UTF")) {
            return Optional.of("the body is not UTF-8; read as " + read.encoding() + " it is text");
        }
        if (!read.encoding().equals(StandardCharsets.UTF_8.name())) {
            return Optional.of("the body is " + read.encoding());
        }
        return read.marked()
                ? Optional.of("the body begins with a byte order mark")
                : utf8Named ? Optional.empty() : Optional.of("Content-Type says charset=" + named);
    }

    private static Optional<String> charset(String contentType) {
        if (contentType.indexOf(';') < 0) {
            return Optional.empty();
        }
        Matcher charset = CHARSET.matcher(contentType);
        return charset.find() ? Optional.of(charset.group(1)) : Optional.empty();
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte octet : bytes) {
            if (octet <= 0) {
                return false;
            }
        }
        return true;
    }

    private static BodyText decoded(byte[] bytes, Charset charset) {
        return marked(new String(bytes, charset), charset);
    }

    private static BodyText marked(String text, Charset charset) {
        boolean marked = text.startsWith("\uFEFF");
        return new BodyText(marked ? text.substring(1) : text, charset.name(), marked);
    }

    /** The wide encoding of the bytes; empty where they are of a narrow one. */
    private static String wide(byte[] bytes) {
        if (bytes.length < 2) {
            return "";
        }
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        int third = bytes.length < 4 ? -1 : bytes[2] & 0xFF;
        int fourth = bytes.length < 4 ? -1 : bytes[3] & 0xFF;
        if (first == 0 && second == 0 && ((third == 0xFE && fourth == 0xFF) || (third == 0 && fourth > 0))) {
            return "UTF-32BE";
        }
        if (third == 0 && fourth == 0 && ((first == 0xFF && second == 0xFE) || (first > 0 && second == 0))) {
            return "UTF-32LE";
        }
        if ((first == 0xFE && second == 0xFF) || (first == 0 && second > 0)) {
            return "UTF-16BE";
        }
        return (first == 0xFF && second == 0xFE) || (first > 0 && second == 0) ? "UTF-16LE" : "";
    }

    private static Charset named(String contentType) {
        String name = charset(contentType)
                .map(found -> found.toLowerCase(Locale.ROOT))
                .orElse(CYRILLIC);
        boolean useful = !name.startsWith("utf") && Charset.isSupported(name);
        return Charset.forName(useful ? name : CYRILLIC);
    }
}
