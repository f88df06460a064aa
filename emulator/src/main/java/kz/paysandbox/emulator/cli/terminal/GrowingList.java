package kz.paysandbox.emulator.cli.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.List;

/** A table whose rows come one after another; for scripts a JSON object on each line. */
public final class GrowingList {

    private final PrintWriter out;
    private final boolean json;
    private final CellText cells;
    private final TableStyle style;
    private final List<String> columns;
    private List<Integer> widths = List.of();

    GrowingList(PrintWriter out, boolean json, CellText cells, TableStyle style, List<String> columns) {
        this.out = out;
        this.json = json;
        this.cells = cells;
        this.style = style;
        this.columns = columns;
    }

    /** Whether nobody reads any more, as after {@code head}; noticed by what was printed last. */
    public boolean isUnread() {
        return out.checkError();
    }

    /** Prints further rows; columns that have become wider stay so. */
    public void add(JsonNode list) {
        if (json) {
            list.forEach(element -> out.println(element.toString()));
            out.flush();
            return;
        }
        TextTable table = TextTable.of(list, columns, cells);
        boolean first = widths.isEmpty();
        if (first || !list.isEmpty()) {
            widths = table.widths(style, widths);
            table.print(out, style, widths, first);
            out.flush();
        }
    }
}
