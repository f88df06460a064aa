package kz.paysandbox.emulator.core.secrets;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * JSON rewritten value by value, all else left as it was sent. Read tolerantly, so that what stands in a body that no
 * parser takes is found too: names and strings without quotes or in single ones, strings and objects without their end,
 * comments, an equals sign for a colon. Of an object with a {@code name} and a {@code value}, the name is the value's.
 */
public final class JsonText {

    /** Says what stands in the place of a value. */
    public interface Leaf {

        /**
         * The value to write, the same where nothing is to change.
         *
         * @param name the field's name as its receiver reads it; of a value in a list, the list's; empty where it has none
         * @param kind what the name, or that of an object around it, says of the value
         */
        String shown(String name, Optional<String> kind, String value);
    }

    /** An object or a list that is open. */
    private static final class Frame {

        private final Optional<String> inherited;
        private final boolean list;
        private String name;
        private String label = "";

        Frame(Optional<String> inherited, boolean list, String name) {
            this.inherited = inherited;
            this.list = list;
            this.name = name;
        }

        Optional<String> kind() {
            return SecretNames.kindOf(name.equalsIgnoreCase("value") ? label : name)
                    .or(() -> SecretNames.isPublic(name) ? Optional.empty() : inherited);
        }
    }

    private final String text;
    private final Leaf leaf;
    private final StringBuilder out;
    private final Deque<Frame> open = new ArrayDeque<>();

    private JsonText(String text, Leaf leaf) {
        this.text = text;
        this.leaf = leaf;
        this.out = new StringBuilder(text.length() + 32);
        open.push(new Frame(Optional.empty(), true, ""));
    }

    /** Whether a text begins as JSON does. */
    public static boolean looksLike(String text) {
        int at = 0;
        while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '\uFEFF')) {
            at++;
        }
        return at < text.length() && "{[\"".indexOf(text.charAt(at)) >= 0;
    }

    /** The text with its values rewritten. */
    public static String rewritten(String text, Leaf leaf) {
        return new JsonText(text, leaf).run();
    }

    private String run() {
        int at = 0;
        while (at < text.length()) {
            char letter = text.charAt(at);
            int comment = endOfComment(at);
            if (comment > at) {
                out.append(leaf.shown("", Optional.empty(), text.substring(at, comment)));
                at = comment;
            } else if (letter == '"' || letter == '\'') {
                at = string(at, letter);
            } else if (text.startsWith("=>", at)) {
                out.append("=>");
                at += 2;
            } else if (isBare(letter) && letter != '=') {
                at = bare(at);
            } else {
                mark(letter);
                out.append(letter);
                at++;
            }
        }
        return out.toString();
    }

    private void mark(char letter) {
        Frame present = open.element();
        switch (letter) {
            case '{' -> open.push(new Frame(present.kind(), false, ""));
            case '[' -> open.push(new Frame(present.kind(), true, present.name));
            case '}', ']' -> {
                if (open.size() > 1) {
                    open.pop();
                }
            }
            case ',' -> {
                if (!present.list) {
                    present.name = "";
                }
            }
            default -> {}
        }
    }

    private int string(int from, char quote) {
        int end = from + 1;
        while (end < text.length() && text.charAt(end) != quote) {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        end = Math.min(end, text.length());
        String raw = text.substring(from + 1, end);
        String value = Escapes.jsonDecoded(raw);
        int after = Math.min(end + 1, text.length());
        String shown = isName(after) ? name(value) : shown(value);
        out.append(quote)
                .append(shown.equals(value) ? raw : Escapes.jsonEncoded(shown))
                .append(text, end, after);
        return after;
    }

    private int bare(int from) {
        int end = from;
        while (end < text.length() && isBare(text.charAt(end)) && text.charAt(end) != '"') {
            end++;
        }
        String value = text.substring(from, end);
        boolean literal = value.equals("null") || value.equals("true") || value.equals("false");
        String shown = isName(end) ? name(value) : literal ? value : shown(value);
        out.append(shown.equals(value) ? value : '"' + Escapes.jsonEncoded(shown) + '"');
        return end;
    }

    /** A card number can stand in a name too. */
    private String name(String value) {
        open.element().name = value;
        return CardNumbers.masked(value);
    }

    private String shown(String value) {
        Frame present = open.element();
        if (present.name.equalsIgnoreCase("name")) {
            present.label = value;
        }
        return leaf.shown(present.name, present.kind(), value);
    }

    /** The same place where no comment begins. */
    private int endOfComment(int at) {
        boolean block = text.startsWith("/*", at);
        if (!block && !text.startsWith("//", at)) {
            return at;
        }
        int end = text.indexOf(block ? "*/" : "\n", at + 2);
        return end < 0 ? text.length() : end + (block ? 2 : 1);
    }

    private boolean isName(int after) {
        int at = after;
        int past = after;
        do {
            at = endOfComment(past);
            past = at;
            while (past < text.length() && Character.isWhitespace(text.charAt(past))) {
                past++;
            }
        } while (past > at || endOfComment(past) > past);
        return at < text.length() && (text.charAt(at) == ':' || text.charAt(at) == '=');
    }

    private static boolean isBare(char letter) {
        return "{}[],:\"".indexOf(letter) < 0 && !Character.isWhitespace(letter) && letter != '\uFEFF';
    }
}
