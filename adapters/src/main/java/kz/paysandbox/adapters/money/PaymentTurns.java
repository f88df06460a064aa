package kz.paysandbox.adapters.money;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import kz.paysandbox.adapters.error.NotSent;

/**
 * One operation of a payment at a time, within this program. It also remembers operations whose outcome is unknown: as
 * long as one of them may still reach the books, a later operation of the same payment cannot claim what it finds there.
 */
public final class PaymentTurns {
    private static final int MOST_OPEN = 10_000;

    private final Map<String, Line> lines = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger uncounted = new AtomicInteger();

    /** The operations of one payment; the counts are guarded by the lock, the users by the map's entry. */
    private static final class Line {
        final ReentrantLock lock = new ReentrantLock(true);
        int users;
        int unsettled;
        long begun;
    }

    private PaymentTurns() {}

    /** Nobody is at work yet. */
    public static PaymentTurns create() {
        return new PaymentTurns();
    }

    /**
     * Makes an attempt when no other one is under way.
     *
     * @param payment the payment, with the bank's name before it
     * @param patience how long to wait for the turn; after that nothing is sent
     * @param attempt is told, at any time, whether what it finds in the books can be its own alone
     */
    public <T> MoneyAnswer<T> take(
            String payment, Duration patience, Function<BooleanSupplier, MoneyAnswer<T>> attempt) {
        Line line = enter(payment);
        try {
            if (!locked(line, patience)) {
                return busy(payment);
            }
            try {
                return attempted(payment, line, patience, attempt);
            } finally {
                line.lock.unlock();
            }
        } finally {
            leave(payment);
        }
    }

    /** How many operations are under way or unsettled, for tests and metrics. */
    public int size() {
        return lines.size();
    }

    private <T> MoneyAnswer<T> attempted(
            String payment, Line line, Duration patience, Function<BooleanSupplier, MoneyAnswer<T>> attempt) {
        long number = ++line.begun;
        boolean first = line.unsettled == 0 && uncounted.get() == 0;
        boolean answered = false;
        try {
            MoneyAnswer<T> answer = attempt.apply(() -> first && uncounted.get() == 0 && line.begun == number);
            answered = true;
            return answer instanceof MoneyAnswer.Unknown<T> unknown
                    ? remembered(new Open<>(payment, line, patience), unknown)
                    : answer;
        } finally {
            if (!answered) {
                remember(line);
            }
        }
    }

    private <T> MoneyAnswer<T> remembered(Open<T> operation, MoneyAnswer.Unknown<T> unknown) {
        if (unknown.look().isEmpty()) {
            remember(operation.line);
            return unknown;
        }
        operation.remembered = remember(operation.line);
        return operation.with(unknown);
    }

    /**
     * Counts an operation whose outcome is unknown. Without room for one more, no operation's findings are its own alone
     * until that one is settled.
     */
    private boolean remember(Line line) {
        if (open.incrementAndGet() > MOST_OPEN) {
            open.decrementAndGet();
            uncounted.incrementAndGet();
            return false;
        }
        line.unsettled++;
        return true;
    }

    /** An operation whose outcome is unknown, until a look settles it. */
    private final class Open<T> {
        private final String payment;
        private final Line line;
        private final Duration patience;
        private boolean remembered;
        private Optional<MoneyAnswer<T>> settled = Optional.empty();

        Open(String payment, Line line, Duration patience) {
            this.payment = payment;
            this.line = line;
            this.patience = patience;
        }

        MoneyAnswer<T> with(MoneyAnswer.Unknown<T> unknown) {
            return MoneyAnswer.unknown(unknown.reason(), unknown.finding(), () -> again(unknown));
        }

        private MoneyAnswer<T> again(MoneyAnswer.Unknown<T> unknown) {
            Line present = enter(payment);
            try {
                if (!locked(present, patience)) {
                    return with(unknown);
                }
                try {
                    return settled.orElseGet(() -> looked(unknown));
                } finally {
                    present.lock.unlock();
                }
            } finally {
                leave(payment);
            }
        }

        private MoneyAnswer<T> looked(MoneyAnswer.Unknown<T> unknown) {
            MoneyAnswer<T> now = unknown.recheck();
            if (now instanceof MoneyAnswer.Unknown<T> still) {
                return with(still);
            }
            settled = Optional.of(now);
            if (remembered) {
                line.unsettled--;
                open.decrementAndGet();
            } else {
                uncounted.decrementAndGet();
            }
            return now;
        }
    }

    private Line enter(String payment) {
        return lines.compute(payment, (key, known) -> {
            Line line = known == null ? new Line() : known;
            line.users++;
            return line;
        });
    }

    private void leave(String payment) {
        lines.computeIfPresent(payment, (key, line) -> --line.users == 0 && line.unsettled == 0 ? null : line);
    }

    private static boolean locked(Line line, Duration patience) {
        try {
            return line.lock.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static <T> MoneyAnswer<T> busy(String payment) {
        String why = "another operation of payment " + payment + " is under way; nothing was sent";
        return MoneyAnswer.notApplied(NotSent.forNow("none, not sent", why), why);
    }
}
