package kz.paysandbox.emulator.kaspi.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Tables transcribed from the bank's document v3.9: one row a line, columns between bars. */
public final class Document {

    private static final Pattern BAR = Pattern.compile(" \\| ");

    private Document() {}

    public static List<List<String>> table(String name) {
        try (InputStream in = Objects.requireNonNull(Document.class.getResourceAsStream("/kaspi/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> List.of(BAR.split(line, -1)))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
