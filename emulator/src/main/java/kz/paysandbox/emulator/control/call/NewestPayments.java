package kz.paysandbox.emulator.control.call;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.desk.PaymentView;

/** Payments of several banks as one list; of payments made at one instant, each bank's own order counts. */
public final class NewestPayments {

    private NewestPayments() {}

    /**
     * At most so many of those that are wanted, newest first.
     *
     * @param ofEach the payments of each bank, newest first
     */
    public static List<PaymentView> of(Stream<Stream<PaymentView>> ofEach, Predicate<PaymentView> wanted, long most) {
        return ofEach.flatMap(bank -> bank.filter(wanted).limit(most))
                .sorted(Comparator.comparing(NewestPayments::made).reversed())
                .limit(most)
                .toList();
    }

    private static Instant made(PaymentView payment) {
        return payment.history().isEmpty()
                ? Instant.EPOCH
                : Instant.parse(payment.history().get(0).at());
    }
}
