package kz.paysandbox.adapters.kaspi;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.error.RateLimited;
import kz.paysandbox.adapters.kaspi.payment.FollowedPayment;
import kz.paysandbox.adapters.kaspi.payment.Payment;
import kz.paysandbox.adapters.kaspi.payment.PaymentStatus;
import kz.paysandbox.adapters.kaspi.payment.PaymentTimes;
import kz.paysandbox.adapters.transport.Background;
import kz.paysandbox.adapters.transport.Futures;
import kz.paysandbox.adapters.transport.Surroundings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The polling of one payment at the bank's rhythm until it is final or its life is over (2.3): the scan time runs from
 * the payment's creation, the confirmation time from the first Wait or RemotePaymentCreated that is seen. Times are
 * measured on the monotonic clock; the calendar is asked once, for the payment's age at the beginning. After the end
 * of its life the payment is asked for a few more times, because the bank then shows a final state. Each poll plans
 * the next, and a payment holds no thread, neither between polls nor while the bank is asked. Its future ends whatever
 * happens.
 */
final class Follower {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final int LAST_POLLS = 3;

    private final PaymentTimes times;
    private final Supplier<CompletableFuture<PaymentStatus>> ask;
    private final Consumer<PaymentStatus> changes;
    private final Background background;
    private final LongSupplier nanos;
    private final CompletableFuture<FollowedPayment.End> end = new CompletableFuture<>();
    private volatile long lifeEnd;
    private int lastPolls;
    private final Set<PaymentStatus.Kind> prolonged = EnumSet.noneOf(PaymentStatus.Kind.class);
    private volatile PaymentStatus last = PaymentStatus.of("");

    Follower(
            Payment payment,
            Supplier<CompletableFuture<PaymentStatus>> ask,
            Consumer<PaymentStatus> changes,
            Background background,
            Surroundings surroundings) {
        this.times = payment.times();
        this.ask = ask;
        this.changes = changes;
        this.background = background;
        this.nanos = surroundings.nanoTime();
        Duration age =
                Duration.between(payment.receivedAt(), surroundings.clock().instant());
        this.lifeEnd = nanos.getAsLong() + left(age, times.scanTimeout()).toNanos();
    }

    /** What is left of the scan time; a calendar that was moved meanwhile gives neither more than all of it nor less than none. */
    private static Duration left(Duration age, Duration whole) {
        if (age.isNegative()) {
            return whole;
        }
        return age.compareTo(whole) > 0 ? Duration.ZERO : whole.minus(age);
    }

    FollowedPayment start() {
        plan(times.pollingInterval());
        return new FollowedPayment(end);
    }

    private void plan(Duration pause) {
        Duration left = Duration.ofNanos(lifeEnd - nanos.getAsLong());
        Duration next = left.isNegative() || left.isZero() || pause.compareTo(left) < 0 ? pause : left;
        Futures.settle(background.pause(next), nothing -> poll(), end::completeExceptionally);
    }

    private void poll() {
        if (end.isDone()) {
            return;
        }
        CompletableFuture<PaymentStatus> answer = ask.get();
        Futures.cancelWith(end, answer);
        Futures.settle(
                answer.handleAsync(
                        (now, failure) -> {
                            finishPoll(now, failure);
                            return now;
                        },
                        background.executor()),
                status -> {},
                end::completeExceptionally);
    }

    private void finishPoll(@Nullable PaymentStatus now, @Nullable Throwable failure) {
        if (now != null) {
            record(now);
            planNext(times.pollingInterval());
            return;
        }
        PaymentException known = Futures.payment(failure).orElse(null);
        if (known == null || !known.passing()) {
            end.completeExceptionally(Futures.cause(failure));
            return;
        }
        planNext(pauseAfter(known));
    }

    private Duration pauseAfter(PaymentException failure) {
        Duration usual = times.pollingInterval();
        return failure instanceof RateLimited limited
                ? limited.retryAfter()
                        .filter(asked -> asked.compareTo(usual) > 0)
                        .orElse(usual)
                : usual;
    }

    private void planNext(Duration pause) {
        if (end.isDone()) {
            return;
        }
        if (nanos.getAsLong() - lifeEnd < 0) {
            plan(pause);
        } else if (++lastPolls <= LAST_POLLS) {
            plan(pause);
        } else {
            end.complete(FollowedPayment.End.seen(last));
        }
    }

    private void record(PaymentStatus now) {
        PaymentStatus before = last;
        last = now;
        if (!now.equals(before)) {
            if (awaitsCustomer(now) && prolonged.add(now.kind())) {
                lifeEnd = nanos.getAsLong() + times.confirmationTimeout().toNanos();
                lastPolls = 0;
            }
            report(now);
        }
        if (now.terminal()) {
            end.complete(FollowedPayment.End.seen(now));
        }
    }

    private static boolean awaitsCustomer(PaymentStatus now) {
        return now.kind() == PaymentStatus.Kind.WAIT || now.kind() == PaymentStatus.Kind.REMOTE_CREATED;
    }

    private void report(PaymentStatus now) {
        try {
            changes.accept(now);
        } catch (RuntimeException e) {
            LOG.warn("the listener of a payment failed at {}", now.raw(), e);
        }
    }
}
