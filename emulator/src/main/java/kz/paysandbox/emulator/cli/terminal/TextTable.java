package kz.paysandbox.emulator.cli.terminal;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.IntStream;

/** Rows in columns as wide as their widest text; the last column is not filled up. */
record TextTable(List<String> head, List<List<String>> rows) {

    private static final int WIDEST = 60;

    void print(PrintWriter out) {
        List<Integer> widths = IntStream.range(0, head.size())
                .mapToObj(column -> IntStream.concat(
                                IntStream.of(head.get(column).length()),
                                rows.stream().mapToInt(row -> row.get(column).length()))
                        .map(width -> Math.min(width, WIDEST))
                        .max()
                        .orElse(0))
                .toList();
        out.println(line(head, widths));
        rows.forEach(row -> out.println(line(row, widths)));
    }

    private static String line(List<String> cells, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            line.append(cell);
            if (column < cells.size() - 1) {
                line.append(" ".repeat(Math.max(0, widths.get(column) - cell.length()) + 2));
            }
        }
        return line.toString().stripTrailing();
    }
}
