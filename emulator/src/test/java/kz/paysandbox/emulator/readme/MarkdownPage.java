package kz.paysandbox.emulator.readme;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A document in Markdown, as the parts that a reader sees one after the other.
 *
 * @param path the file
 * @param parts headings, paragraphs, list items, table rows, code blocks and generated tables, in their order
 */
record MarkdownPage(Path path, List<Part> parts) {

    private static final Pattern ITEM = Pattern.compile("\\s*([-*]|\\d+\\.) .*");
    private static final Pattern HEADING = Pattern.compile("#{1,6} .*");
    private static final Pattern GENERATED = Pattern.compile("<!-- .+: begin -->");
    private static final Pattern CODE_SPAN = Pattern.compile("`([^`]+)`");
    private static final Pattern NUMBER = Pattern.compile("(\\d+)");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");

    /** What a part is. */
    enum Kind {
        HEADING,
        PARAGRAPH,
        ITEM,
        ROW,
        CODE,
        GENERATED;

        /** As in a message. */
        String words() {
            return switch (this) {
                case HEADING -> "a heading";
                case PARAGRAPH -> "a paragraph";
                case ITEM -> "a list item";
                case ROW -> "a table row";
                case CODE -> "a code block";
                case GENERATED -> "a generated table";
            };
        }
    }

    /**
     * A part of a page.
     *
     * @param kind what it is
     * @param text its lines, with their marks
     * @param section the nearest heading before it, empty where there is none
     */
    record Part(Kind kind, String text, String section) {

        /** The number of # of a heading; 0 for all else. */
        int level() {
            return kind == Kind.HEADING ? text.indexOf(' ') : 0;
        }

        /** The number of columns of a table row; 0 for all else. */
        int columns() {
            return kind == Kind.ROW ? text.replace("\\|", "").split("\\|", -1).length - 2 : 0;
        }

        /** What stands between backticks. */
        Set<String> codeSpans() {
            return all(CODE_SPAN, text);
        }

        /** Its numbers outside of backticks and links; of a fraction both halves. */
        Set<String> numbers() {
            String prose = CODE_SPAN.matcher(text).replaceAll("");
            return all(NUMBER, LINK.matcher(prose).replaceAll(""));
        }

        /** Where its links lead, as they are written. */
        Set<String> links() {
            return kind == Kind.CODE
                    ? Set.of()
                    : all(LINK, CODE_SPAN.matcher(text).replaceAll("code"));
        }

        /** The first line, for a message. */
        String firstLine() {
            String line = text.lines().findFirst().orElse("");
            return line.length() > 80 ? line.substring(0, 80) + "…" : line;
        }
    }

    static MarkdownPage read(Path path) throws IOException {
        return of(path, Files.readString(path));
    }

    static MarkdownPage of(Path path, String text) {
        return new MarkdownPage(path, parts(text.lines().toList()));
    }

    /** Anchors of the headings as GitHub and its like make them, in the order of the headings. */
    List<String> anchors() {
        List<String> anchors = new ArrayList<>();
        for (Part part : parts) {
            if (part.kind() == Kind.HEADING) {
                String anchor = anchor(part.text().substring(part.level() + 1));
                long earlier = anchors.stream()
                        .filter(other -> other.matches(Pattern.quote(anchor) + "(-\\d+)?"))
                        .count();
                anchors.add(earlier == 0 ? anchor : anchor + "-" + earlier);
            }
        }
        return anchors;
    }

    private static String anchor(String heading) {
        return LINK.matcher(heading)
                .replaceAll(link -> Matcher.quoteReplacement(
                        link.group().substring(1, link.group().indexOf(']'))))
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}_ -]", "")
                .replace(' ', '-');
    }

    private static List<Part> parts(List<String> lines) {
        List<Part> parts = new ArrayList<>();
        String section = "";
        int next = 0;
        while (next < lines.size()) {
            int from = next;
            Kind kind = kind(lines.get(from));
            next = end(lines, from, kind);
            String text = String.join("\n", lines.subList(from, next));
            if (kind == Kind.HEADING) {
                section = text;
            }
            if (!text.isBlank()) {
                parts.add(new Part(kind, text, section));
            }
        }
        return List.copyOf(parts);
    }

    private static Kind kind(String line) {
        if (line.strip().startsWith("```")) {
            return Kind.CODE;
        } else if (GENERATED.matcher(line).matches()) {
            return Kind.GENERATED;
        } else if (HEADING.matcher(line).matches()) {
            return Kind.HEADING;
        } else if (line.startsWith("|")) {
            return Kind.ROW;
        }
        return ITEM.matcher(line).matches() ? Kind.ITEM : Kind.PARAGRAPH;
    }

    /** The line after a part's last one. */
    private static int end(List<String> lines, int from, Kind kind) {
        return switch (kind) {
            case HEADING, ROW -> from + 1;
            case CODE -> after(lines, from, "```");
            case GENERATED -> after(lines, from, lines.get(from).replace(": begin", ": end"));
            case ITEM, PARAGRAPH -> {
                int next = from + 1;
                while (!lines.get(from).isBlank()
                        && next < lines.size()
                        && !lines.get(next).isBlank()
                        && kind(lines.get(next)) == Kind.PARAGRAPH) {
                    next++;
                }
                yield next;
            }
        };
    }

    private static int after(List<String> lines, int from, String last) {
        int next = from + 1;
        while (next < lines.size() && !lines.get(next).strip().equals(last)) {
            next++;
        }
        return Math.min(next + 1, lines.size());
    }

    private static Set<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).collect(toCollection(TreeSet::new));
    }
}
