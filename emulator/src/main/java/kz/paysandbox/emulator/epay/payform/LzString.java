package kz.paysandbox.emulator.epay.payform;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A decompressor of what {@code compressToEncodedURIComponent} of the JavaScript library lz-string writes: the bank's
 * script puts a payment into the address of its page in this form. LZ78 over UTF-16 units, six bits in each character.
 */
public final class LzString {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-$";

    /** Bits in a character; the library writes the lowest bit of a number first, from the highest of a character. */
    private static final int WIDTH = 6;

    /** First entries of the dictionary: a new 8-bit unit, a new 16-bit unit, the end. */
    private static final int NEW_8 = 0;

    private static final int NEW_16 = 1;
    private static final int END = 2;

    private final String compressed;
    private final int longest;
    private int place;

    private LzString(String compressed, int longest) {
        this.compressed = compressed;
        this.longest = longest;
    }

    /**
     * The text that was compressed; empty where this is no such text, or where it would be too long. A space is taken for
     * the plus sign that a query's reader made of it.
     *
     * @param longest UTF-16 units of the text
     */
    public static Optional<String> decompress(String compressed, int longest) {
        try {
            return Optional.of(new LzString(compressed.replace(' ', '+'), longest).read());
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private String read() {
        List<String> dictionary = new ArrayList<>(List.of("", "", ""));
        int width = 3;
        int first = bits(2);
        if (first == END) {
            return "";
        }
        String last = literal(first).orElseThrow(() -> new IllegalArgumentException("no unit at the beginning"));
        dictionary.add(last);
        StringBuilder text = new StringBuilder(last);
        int room = 4;
        while (true) {
            int code = bits(width);
            if (code == END) {
                return text.toString();
            }
            Optional<String> fresh = literal(code);
            if (fresh.isPresent()) {
                code = dictionary.size();
                dictionary.add(fresh.get());
                room--;
            }
            if (room == 0) {
                room = 1 << width++;
            }
            String entry = entry(dictionary, code, last);
            text.append(entry);
            if (text.length() > longest) {
                throw new IllegalArgumentException("longer than " + longest);
            }
            dictionary.add(last + entry.charAt(0));
            room--;
            last = entry;
            if (room == 0) {
                room = 1 << width++;
            }
        }
    }

    private static String entry(List<String> dictionary, int code, String last) {
        if (code < dictionary.size()) {
            return dictionary.get(code);
        }
        if (code == dictionary.size()) {
            return last + last.charAt(0);
        }
        throw new IllegalArgumentException("a code that was never written");
    }

    /** A unit that stands here for the first time; empty where {@code code} means something else. */
    private Optional<String> literal(int code) {
        return switch (code) {
            case NEW_8 -> Optional.of(String.valueOf((char) bits(8)));
            case NEW_16 -> Optional.of(String.valueOf((char) bits(16)));
            default -> Optional.empty();
        };
    }

    private int bits(int count) {
        int value = 0;
        for (int bit = 0; bit < count; bit++) {
            value |= bit() << bit;
        }
        return value;
    }

    private int bit() {
        int index = place / WIDTH;
        if (index >= compressed.length()) {
            throw new IllegalArgumentException("it ends too early");
        }
        int digit = ALPHABET.indexOf(compressed.charAt(index));
        if (digit < 0) {
            throw new IllegalArgumentException("a character that lz-string does not write");
        }
        int below = WIDTH - 1 - place++ % WIDTH;
        return (digit >> below) & 1;
    }
}
