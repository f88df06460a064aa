package kz.paysandbox.adapters.money;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import kz.paysandbox.adapters.error.NotSent;
import kz.paysandbox.adapters.transport.Execution;
import kz.paysandbox.adapters.transport.Futures;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a payment at a time, within this program. It also remembers operations whose outcome is unknown: as
 * long as one of them may still reach the books, a later operation of the same payment cannot claim what it finds there.
 */
public final class PaymentTurns {
    private static final int MOST_OPEN = 10_000;

    private final Map<String, Line> lines = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger uncounted = new AtomicInteger();

    /** The operations of one payment; the counts belong to whoever has the turn, the users to the map's entry. */
    private static final class Line {
        private final Deque<CompletableFuture<Boolean>> waiting = new ArrayDeque<>();
        private boolean taken;
        int users;
        int unsettled;
        long begun;

        /** Completes with true when the turn has come, in the order of asking; who waits no longer says false. */
        synchronized CompletableFuture<Boolean> turn() {
            CompletableFuture<Boolean> turn = new CompletableFuture<>();
            if (taken) {
                waiting.add(turn);
            } else {
                taken = true;
                turn.complete(true);
            }
            return turn;
        }

        void release() {
            CompletableFuture<Boolean> next = next();
            while (next != null && !next.complete(true)) {
                next = next();
            }
        }

        private synchronized @Nullable CompletableFuture<Boolean> next() {
            CompletableFuture<Boolean> next = waiting.poll();
            taken = next != null;
            return next;
        }

        /** Gives up waiting; a turn that came at this very moment goes to the next. */
        boolean withdraw(CompletableFuture<Boolean> turn) {
            if (!turn.complete(false) && turn.join()) {
                release();
            }
            return false;
        }
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
    public <T> CompletableFuture<MoneyAnswer<T>> inTurn(
            Execution execution,
            String payment,
            Duration patience,
            Function<BooleanSupplier, CompletableFuture<MoneyAnswer<T>>> attempt) {
        return inTurn(
                execution, payment, patience, line -> attempted(payment, line, patience, attempt), () -> busy(payment));
    }

    private <T> CompletableFuture<T> inTurn(
            Execution execution,
            String payment,
            Duration patience,
            Function<Line, CompletableFuture<T>> work,
            Supplier<T> otherwise) {
        Line line = enter(payment);
        CompletableFuture<Boolean> turn = line.turn();
        return execution
                .await(turn, patience)
                .handle((come, failure) -> failure == null ? come : line.withdraw(turn))
                .thenCompose(come -> come
                        ? Futures.begin(() -> work.apply(line)).whenComplete((value, failure) -> line.release())
                        : CompletableFuture.completedFuture(otherwise.get()))
                .whenComplete((value, failure) -> leave(payment));
    }

    /** How many operations are under way or unsettled, for tests and metrics. */
    public int size() {
        return lines.size();
    }

    private <T> CompletableFuture<MoneyAnswer<T>> attempted(
            String payment,
            Line line,
            Duration patience,
            Function<BooleanSupplier, CompletableFuture<MoneyAnswer<T>>> attempt) {
        long number = ++line.begun;
        boolean first = line.unsettled == 0 && uncounted.get() == 0;
        return Futures.begin(() -> attempt.apply(() -> first && uncounted.get() == 0 && line.begun == number))
                .whenComplete((answer, broken) -> {
                    if (broken != null) {
                        remember(line);
                    }
                })
                .thenApply(answer -> answer instanceof MoneyAnswer.Unknown<T> unknown
                        ? remembered(new Open<>(payment, line, patience), unknown)
                        : answer);
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
            return Futures.now(inTurn(
                    Execution.BLOCKING,
                    payment,
                    patience,
                    present -> CompletableFuture.completedFuture(settled.orElseGet(() -> looked(unknown))),
                    () -> with(unknown)));
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

    private static <T> MoneyAnswer<T> busy(String payment) {
        String why = "another operation of payment " + payment + " is under way; nothing was sent";
        return MoneyAnswer.notApplied(NotSent.forNow("none, not sent", why), why);
    }
}
