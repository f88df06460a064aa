package kz.paysandbox.junit.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads JSON as RFC 8259 has it, to a depth of 200. */
final class JsonReader {

    private static final int DEEPEST = 200;
    private static final int HEX = 16;
    private static final int HEX_DIGITS = 4;
    private static final int LONGEST_NUMBER = 400;

    private final String text;
    private int at;
    private int depth;

    JsonReader(String text) {
        this.text = text;
    }

    Json whole() {
        Json read = value();
        blanks();
        if (at < text.length()) {
            throw wrong("nothing more was expected");
        }
        return read;
    }

    private Json value() {
        blanks();
        return switch (peek()) {
            case '{' -> nested(this::object);
            case '[' -> nested(this::array);
            case '"' -> of(string());
            case 't' -> word("true", of(true));
            case 'f' -> word("false", of(false));
            case 'n' -> word("null", Json.NONE);
            default -> of(number());
        };
    }

    private Json nested(Supplier<Object> read) {
        if (++depth > DEEPEST) {
            throw wrong("it is nested more than " + DEEPEST + " deep");
        }
        at++;
        Json value = of(read.get());
        depth--;
        return value;
    }

    private Object object() {
        Map<String, Json> members = new LinkedHashMap<>();
        blanks();
        if (took('}')) {
            return members;
        }
        do {
            blanks();
            String name = string();
            blanks();
            demand(':');
            members.put(name, value());
            blanks();
        } while (took(','));
        demand('}');
        return members;
    }

    private Object array() {
        List<Json> items = new ArrayList<>();
        blanks();
        if (took(']')) {
            return items;
        }
        do {
            items.add(value());
            blanks();
        } while (took(','));
        demand(']');
        return items;
    }

    private String string() {
        demand('"');
        StringBuilder read = new StringBuilder();
        while (!took('"')) {
            char next = peek();
            if (next < ' ') {
                throw wrong("a text has a control character");
            }
            at++;
            read.append(next == '\\' ? escaped() : next);
        }
        return read.toString();
    }

    private char escaped() {
        char kind = peek();
        at++;
        return switch (kind) {
            case '"', '\\', '/' -> kind;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> codeUnit();
            default -> throw wrong("there is no escape \\" + kind);
        };
    }

    private char codeUnit() {
        int unit = 0;
        for (int digit = 0; digit < HEX_DIGITS; digit++) {
            int value = Character.digit(peek(), HEX);
            if (value < 0) {
                throw wrong("\\u has four hexadecimal digits");
            }
            unit = unit * HEX + value;
            at++;
        }
        return (char) unit;
    }

    private BigDecimal number() {
        int from = at;
        while (at < text.length() && "+-0123456789.eE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String read = text.substring(from, at);
        if (read.length() > LONGEST_NUMBER || !read.matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d{1,4})?")) {
            at = from;
            throw wrong("a value was expected");
        }
        return new BigDecimal(read);
    }

    private Json word(String word, Json meaning) {
        if (!text.startsWith(word, at)) {
            throw wrong("a value was expected");
        }
        at += word.length();
        return meaning;
    }

    private boolean took(char wanted) {
        boolean there = peek() == wanted;
        if (there) {
            at++;
        }
        return there;
    }

    private void demand(char wanted) {
        if (!took(wanted)) {
            throw wrong("'" + wanted + "' was expected");
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw wrong("the text ends too early");
        }
        return text.charAt(at);
    }

    private void blanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private static Json of(Object value) {
        return new Json(Optional.of(value));
    }

    private IllegalArgumentException wrong(String why) {
        return new IllegalArgumentException("no JSON: at character " + at + ", " + why);
    }
}
