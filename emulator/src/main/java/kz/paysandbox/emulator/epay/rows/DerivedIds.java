package kz.paysandbox.emulator.epay.rows;

import java.util.Locale;
import kz.paysandbox.emulator.core.Ids;

/** Numbers of a transaction that follow from its number in the world, so nobody keeps them. */
final class DerivedIds {

    private DerivedIds() {}

    /** Twelve digits (RRN). */
    static String reference(Ids ids, long number) {
        return ids.digits("epay.reference", number, '2', 12);
    }

    static String intReference(Ids ids, long number) {
        return ids.uuid("epay.int-reference", number)
                .toString()
                .replace("-", "")
                .substring(0, 16)
                .toUpperCase(Locale.ROOT);
    }

    /** Six digits. */
    static String approvalCode(Ids ids, long number) {
        return ids.digits("epay.approval", number, '1', 6);
    }
}
