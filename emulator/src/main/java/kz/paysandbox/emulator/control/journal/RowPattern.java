package kz.paysandbox.emulator.control.journal;

import java.util.List;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.desk.BankDesk;
import kz.paysandbox.emulator.core.faults.Match;
import kz.paysandbox.emulator.core.settings.Complaint;

/** A row id, or a pattern with {@code *}, that some row fits: a mistyped one would find nothing, and nobody would notice. */
public record RowPattern(Match match) {

    static Outcome<RowPattern, Complaint> read(String text, List<BankDesk> banks) {
        List<String> rows = banks.stream()
                .flatMap(bank -> bank.facts().rows().stream())
                .distinct()
                .toList();
        RowPattern pattern = new RowPattern(Match.ofEndpoint(text));
        return rows.stream().anyMatch(pattern::fits)
                ? Outcome.ok(pattern)
                : Outcome.refused(Complaint.unknown("endpoint", text, rows).also(example(rows)));
    }

    /** How a row and a pattern are written, by the first of the rows that there are. */
    public static String example(List<String> rows) {
        return rows.stream()
                .findFirst()
                .map(row -> "a row is named as '" + row + "', a pattern as '" + row.split(" ", 2)[0] + " *'")
                .orElse("there are no rows");
    }

    boolean fits(String row) {
        return match.isOf(row);
    }

    /** As it was written. */
    String text() {
        return match.endpoint();
    }
}
