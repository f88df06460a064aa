package kz.paysandbox.emulator.cli.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.List;
import kz.paysandbox.emulator.language.Language;

/** Prints an answer of the control surface as a person or a script wants it. */
public final class AnswerPrinter {

    private static final int KEY = 10;
    private static final int GAP = 2;

    private final PrintWriter out;
    private final boolean json;
    private final CellText cells;
    private final TableStyle style;
    private final Language language;

    AnswerPrinter(PrintWriter out, boolean json, CellText cells, TableStyle style, Language language) {
        this.out = out;
        this.json = json;
        this.cells = cells;
        this.style = style;
        this.language = language;
    }

    /**
     * A list as a table.
     *
     * @param columns each a key, or several joined by dots; after a bar, what is shown where there is nothing
     */
    public void list(JsonNode list, List<String> columns) {
        if (json) {
            out.println(list.toPrettyString());
        } else if (list.isEmpty()) {
            out.println(language.text("none"));
        } else {
            TextTable.of(list, columns, cells).print(out, style);
        }
    }

    /** A table whose rows come one after another. */
    public GrowingList growing(List<String> columns) {
        return new GrowingList(out, json, cells, style, columns);
    }

    /**
     * One thing, each key on a line of its own, or on several.
     *
     * @param keys as the columns of a list
     */
    public void one(JsonNode node, List<String> keys) {
        if (json) {
            out.println(node.toPrettyString());
            return;
        }
        for (String key : keys) {
            String text = cells.whole(node, key);
            if (!text.isEmpty()) {
                String below = System.lineSeparator() + " ".repeat(KEY + GAP);
                out.println(String.format("%-" + KEY + "s", TextTable.label(key))
                        + " ".repeat(GAP)
                        + style.cell(key, text.replaceAll("\\R", below)));
            }
        }
    }

    /**
     * A sentence for a person, an object for a script.
     *
     * @param sentence in English
     */
    public void said(String sentence, JsonNode object) {
        out.println(json ? object.toPrettyString() : language.text(sentence));
    }

    /** A word that judges, as "FAIL", in its colour. */
    public String judged(String word) {
        return style.judged(word);
    }
}
