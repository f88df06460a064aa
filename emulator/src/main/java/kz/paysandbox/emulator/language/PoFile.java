package kz.paysandbox.emulator.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of translations in the format of GNU gettext, as much of it as is needed: {@code msgid} and {@code msgstr}, each on
 * a line of its own, and comments.
 */
final class PoFile {

    /** An English text and its translation. */
    record Entry(String english, String translated) {}

    private PoFile() {}

    /** A file beside this class. */
    static List<Entry> read(String name) {
        try (InputStream file = PoFile.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return parse(name, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<Entry> parse(String name, String text) {
        List<Entry> entries = new ArrayList<>();
        String english = "";
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.startsWith("msgid \"") && english.isEmpty()) {
                english = unquoted(line.substring("msgid ".length()));
            } else if (line.startsWith("msgstr \"") && !english.isEmpty()) {
                entries.add(new Entry(english, unquoted(line.substring("msgstr ".length()))));
                english = "";
            } else if (!line.isBlank() && !line.startsWith("#")) {
                throw new IllegalStateException(name + ", line " + number + " is out of place: " + line);
            }
        }
        return entries;
    }

    private static String unquoted(String quoted) {
        return quoted.substring(1, quoted.length() - 1)
                .replace("\\n", "\n")
                .replace("\\\"", "\"")
                .replace("\\\\", "\\");
    }
}
