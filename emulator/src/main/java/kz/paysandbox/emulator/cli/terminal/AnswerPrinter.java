package kz.paysandbox.emulator.cli.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import kz.paysandbox.emulator.core.data.Excerpt;

/** An answer of the control surface as a person or a script wants it. */
public final class AnswerPrinter {

    private static final int WIDEST = 100;
    private static final Pattern LINE_ENDS = Pattern.compile("\\R");

    private AnswerPrinter() {}

    /**
     * A list as a table.
     *
     * @param columns each a key, or several joined by dots; after a bar, what is shown where there is nothing
     */
    public static void list(PrintWriter out, boolean json, JsonNode list, List<String> columns) {
        if (json) {
            out.println(list.toPrettyString());
            return;
        }
        List<List<String>> rows = StreamSupport.stream(list.spliterator(), false)
                .map(row -> columns.stream()
                        .map(column -> shortened(cell(row, column)))
                        .toList())
                .toList();
        if (rows.isEmpty()) {
            out.println("none");
        } else {
            new TextTable(columns.stream().map(AnswerPrinter::head).toList(), rows).print(out);
        }
    }

    /** One thing, in a line of its own for each key. */
    public static void one(PrintWriter out, boolean json, JsonNode node, List<String> keys) {
        if (json) {
            out.println(node.toPrettyString());
        } else {
            keys.stream()
                    .filter(key -> !cell(node, key).isEmpty())
                    .forEach(key -> out.println(String.format("%-10s", key) + "  " + cell(node, key)));
        }
    }

    private static String shortened(String cell) {
        String line = LINE_ENDS.matcher(cell).replaceAll(" ");
        return Excerpt.of(line, WIDEST);
    }

    private static String head(String column) {
        return column.replaceFirst("[.|].*", "");
    }

    private static String cell(JsonNode row, String column) {
        return Arrays.stream(column.split("\\|", -1))
                .map(path -> text(row, path))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String text(JsonNode row, String path) {
        JsonNode node = row;
        for (String key : path.split("\\.", -1)) {
            node = node.path(key);
        }
        return node.isValueNode() ? node.asText() : node.isMissingNode() ? "" : node.toString();
    }
}
