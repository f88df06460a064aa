package kz.paysandbox.features.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A piece of a page. Text becomes markup in {@link #text} and {@link Tag#with} alone, so that nothing from a scenario or
 * from the wire is read as markup.
 */
record Html(String markup) {

    static final Html NOTHING = new Html("");

    /** Text as it is to be read. */
    static Html text(String plain) {
        return new Html(escaped(plain));
    }

    /** Pieces one after the other. */
    static Html all(Stream<Html> pieces) {
        return new Html(pieces.map(Html::markup).collect(Collectors.joining()));
    }

    static Html all(Html... pieces) {
        return all(Stream.of(pieces));
    }

    /** An element without attributes. */
    static Tag tag(String name) {
        return new Tag(name, "");
    }

    /** An element of these classes. */
    static Tag tag(String name, String classes) {
        return tag(name).with("class", classes);
    }

    /**
     * The beginning of an element.
     *
     * @param attributes as markup
     */
    record Tag(String name, String attributes) {

        private static final List<String> WITHOUT_END = List.of("input", "meta");

        Tag with(String attribute, String value) {
            return new Tag(name, attributes + " " + attribute + "=\"" + escaped(value) + "\"");
        }

        Html holding(Html... pieces) {
            String begin = "<" + name + attributes + ">";
            return new Html(
                    WITHOUT_END.contains(name) ? begin : begin + all(pieces).markup() + "</" + name + ">");
        }

        Html holding(String text) {
            return holding(text(text));
        }
    }

    private static String escaped(String plain) {
        StringBuilder markup = new StringBuilder(plain.length());
        for (int at = 0; at < plain.length(); at++) {
            char letter = plain.charAt(at);
            switch (letter) {
                case '&' -> markup.append("&amp;");
                case '<' -> markup.append("&lt;");
                case '>' -> markup.append("&gt;");
                case '"' -> markup.append("&quot;");
                case '\'' -> markup.append("&#39;");
                default -> markup.append(letter);
            }
        }
        return markup.toString();
    }
}
