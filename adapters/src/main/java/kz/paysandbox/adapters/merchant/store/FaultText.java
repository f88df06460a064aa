package kz.paysandbox.adapters.merchant.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.paysandbox.adapters.error.PaymentException;

/**
 * What failed, for logs and findings: without messages, for those of a database quote the values that it refused, and
 * those of other programs may too.
 */
public final class FaultText {
    private static final String OWN = "kz.paysandbox.";
    private static final int DEEPEST = 5;

    private FaultText() {}

    /**
     * The words of a failure of the taxonomy or of the shop's database, which hold no values; of any other fault its
     * class, SQLSTATE and place, and those of its causes.
     */
    public static String of(Throwable fault) {
        if (fault instanceof PaymentException || fault instanceof StoreFailed) {
            return String.valueOf(fault.getMessage());
        }
        List<String> parts = new ArrayList<>();
        Optional<Throwable> next = Optional.of(fault);
        while (next.isPresent() && parts.size() < DEEPEST) {
            parts.add(part(next.get()));
            next = Optional.ofNullable(next.get().getCause());
        }
        return String.join(", caused by ", parts);
    }

    /** A fault in its own words, as where a shop's code has chosen them; as {@link #of} where a database is behind it. */
    public static String inItsWords(Throwable fault) {
        Optional<Throwable> next = Optional.of(fault);
        for (int i = 0; i < DEEPEST && next.isPresent(); i++) {
            if (next.get() instanceof SQLException) {
                return of(fault);
            }
            next = Optional.ofNullable(next.get().getCause());
        }
        return fault.toString();
    }

    private static String part(Throwable fault) {
        String state = fault instanceof SQLException sql ? ", SQLSTATE " + sql.getSQLState() : "";
        Optional<String> at = frame(fault, "");
        Optional<String> from = frame(fault, OWN).filter(own -> !at.equals(Optional.of(own)));
        return fault.getClass().getName()
                + state
                + at.map(place -> " at " + place).orElse("")
                + from.map(place -> " from " + place).orElse("");
    }

    private static Optional<String> frame(Throwable fault, String prefix) {
        return Stream.of(fault.getStackTrace())
                .filter(at -> at.getClassName().startsWith(prefix))
                .findFirst()
                .map(StackTraceElement::toString);
    }
}
