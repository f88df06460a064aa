package kz.paysandbox.emulator.control.journal;

import java.util.List;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.desk.BankDesk;
import kz.paysandbox.emulator.core.faults.Match;
import kz.paysandbox.emulator.core.settings.Complaint;

/** A row id, or a pattern with {@code *}, that some row fits: a mistyped one would find nothing, and nobody would notice. */
record RowPattern(Match match) {

    static Outcome<RowPattern, Complaint> read(String text, List<BankDesk> banks) {
        List<String> rows = banks.stream()
                .flatMap(bank -> bank.facts().endpoints().stream())
                .filter(name -> name.indexOf(' ') >= 0)
                .distinct()
                .toList();
        RowPattern pattern = new RowPattern(Match.ofEndpoint(text));
        return rows.stream().anyMatch(pattern::fits)
                ? Outcome.ok(pattern)
                : Outcome.refused(Complaint.unknown("endpoint", text, rows)
                        .also("a row is named as 'r1 qr create', a pattern as 'r3 *'"));
    }

    boolean fits(String row) {
        return match.isOf(row);
    }

    /** As it was written. */
    String text() {
        return match.endpoint();
    }
}
