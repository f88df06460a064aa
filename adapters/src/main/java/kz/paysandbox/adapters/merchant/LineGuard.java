package kz.paysandbox.adapters.merchant;

import java.util.function.Supplier;

/** A guard around a call whose line is started: the line is completed whatever breaks. */
final class LineGuard {
    private LineGuard() {}

    /** A money call: if this program breaks, its line says that nobody knows. */
    static <T> T call(Journal journal, long line, Supplier<T> call) {
        return guarded(journal, line, LineState.UNKNOWN, "this program broke off: ", call);
    }

    /** A reading before the money call: if it fails, its line says that nothing was sent. */
    static <T> T reading(Journal journal, long line, Supplier<T> reading) {
        return guarded(journal, line, LineState.NOT_APPLIED, "nothing was sent: ", reading);
    }

    private static <T> T guarded(Journal journal, long line, LineState state, String what, Supplier<T> call) {
        try {
            return call.get();
        } catch (RuntimeException | Error e) {
            LineEnd end = LineEnd.of(state, what + e);
            journal.end(line, end, end);
            throw e;
        }
    }
}
