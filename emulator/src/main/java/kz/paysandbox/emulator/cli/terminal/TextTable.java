package kz.paysandbox.emulator.cli.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import kz.paysandbox.emulator.core.data.Excerpt;

/**
 * Rows in columns as wide as their widest text; the last column is not filled up. Where the window is narrow, the last
 * column and then the widest ones are cut.
 */
record TextTable(List<String> head, List<List<String>> rows) {

    private static final int GAP = 2;

    /** Columns that a text fills up for the sake of others below it. */
    private static final int WIDEST_FILLED = 60;

    /** Columns of numbers and times, which say little when they are cut. */
    private static final int SHORT = 18;

    private static final int NARROWEST_LONG = 12;
    private static final int NARROWEST = 6;
    private static final int NARROWEST_LAST = 20;

    /**
     * A table of an answer.
     *
     * @param columns each a key, or several joined by dots; after a bar, what is shown where there is nothing
     */
    static TextTable of(JsonNode list, List<String> columns, CellText cells) {
        return new TextTable(
                columns.stream().map(TextTable::label).toList(),
                StreamSupport.stream(list.spliterator(), false)
                        .map(row -> columns.stream()
                                .map(column -> cells.brief(row, column))
                                .toList())
                        .toList());
    }

    /** What stands above a column: its first key, in whatever language its texts are. */
    static String label(String column) {
        return column.replaceFirst("[.|].*", "").replaceFirst("_ru$", "");
    }

    void print(PrintWriter out, TableStyle style) {
        print(out, style, widths(style, List.of()), true);
    }

    void print(PrintWriter out, TableStyle style, List<Integer> widths, boolean withHead) {
        boolean cut = style.width().isPresent();
        if (withHead) {
            out.println(line(
                    head,
                    widths,
                    cut,
                    head.stream().map(name -> (Paint) style::head).toList()));
        }
        List<Paint> paints = head.stream()
                .map(name -> (Paint) text -> style.cell(name, text))
                .toList();
        rows.forEach(row -> out.println(line(row, widths, cut, paints)));
    }

    /** Colours a text. */
    private interface Paint {
        String on(String text);
    }

    /**
     * How wide the columns are.
     *
     * @param least of each column; empty for none
     */
    List<Integer> widths(TableStyle style, List<Integer> least) {
        List<Integer> widths = new ArrayList<>(IntStream.range(0, head.size())
                .mapToObj(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .reduce(
                                Math.max(head.get(column).length(), least.isEmpty() ? 0 : least.get(column)),
                                Math::max))
                .toList());
        if (style.width().isPresent()) {
            fit(widths, style.width().getAsInt() - GAP * (head.size() - 1));
        }
        return widths;
    }

    private static void fit(List<Integer> widths, int room) {
        int last = widths.size() - 1;
        int before = widths.stream().limit(last).mapToInt(Integer::intValue).sum();
        widths.set(last, Math.min(widths.get(last), Math.max(NARROWEST_LAST, room - before)));
        cut(widths, room, SHORT, NARROWEST_LONG);
        cut(widths, room, 0, NARROWEST);
    }

    /** Cuts the widest columns until all have room; not those up to {@code kept} wide, and none below {@code least}. */
    private static void cut(List<Integer> widths, int room, int kept, int least) {
        List<Integer> full = List.copyOf(widths);
        int most = Collections.max(widths);
        while (widths.stream().mapToInt(Integer::intValue).sum() > room && most > least) {
            most--;
            for (int column = 0; column < widths.size(); column++) {
                if (full.get(column) > kept) {
                    widths.set(column, Math.min(full.get(column), most));
                }
            }
        }
    }

    private static String line(List<String> cells, List<Integer> widths, boolean cut, List<Paint> paints) {
        StringBuilder line = new StringBuilder();
        int gap = 0;
        for (int column = 0; column < cells.size(); column++) {
            String text = cells.get(column);
            String shown = cut && text.length() > widths.get(column) ? Excerpt.of(text, widths.get(column) - 1) : text;
            if (!shown.isEmpty()) {
                line.append(" ".repeat(gap)).append(paints.get(column).on(shown));
                gap = 0;
            }
            gap += Math.max(0, Math.min(widths.get(column), WIDEST_FILLED) - shown.length()) + GAP;
        }
        return line.toString();
    }
}
