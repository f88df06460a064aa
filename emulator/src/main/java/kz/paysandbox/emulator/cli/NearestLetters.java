package kz.paysandbox.emulator.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Map;

/** Writes the signs that a console's code page lacks by signs that it has: quotes, dashes and dots of Russian texts. */
final class NearestLetters extends FilterWriter {

    private static final Map<Character, String> NEAREST = Map.of(
            '\u00ab', "\"",
            '\u00bb', "\"",
            '\u2014', "-",
            '\u2013', "-",
            '\u2026', "...",
            '\u2019', "'");

    private final CharsetEncoder encoder;

    NearestLetters(Writer out, Charset charset) {
        super(out);
        this.encoder = charset.newEncoder();
    }

    @Override
    public void write(int letter) throws IOException {
        out.write(nearest((char) letter));
    }

    @Override
    public void write(char[] letters, int from, int length) throws IOException {
        write(new String(letters, from, length), 0, length);
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        StringBuilder written = new StringBuilder(length);
        text.chars().skip(from).limit(length).forEach(letter -> written.append(nearest((char) letter)));
        out.write(written.toString());
    }

    private String nearest(char letter) {
        String other = NEAREST.get(letter);
        return other == null || encoder.canEncode(letter) ? String.valueOf(letter) : other;
    }
}
