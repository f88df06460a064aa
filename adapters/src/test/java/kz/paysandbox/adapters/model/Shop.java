package kz.paysandbox.adapters.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import kz.paysandbox.adapters.money.MoneyAnswer;

/**
 * A shop that follows the answers' advice: after "not applied" it tries again, after "unknown" it looks again later and
 * then asks a person. Everything it is told is kept, to be compared with the books in the end.
 */
final class Shop<T> {
    private static final int TRIES = 3;
    private static final int LOOKS = 3;

    /** How often each answer was given, over all runs of a call. */
    static final class Tally {
        final AtomicInteger applied = new AtomicInteger();
        final AtomicInteger notApplied = new AtomicInteger();
        final AtomicInteger unknown = new AtomicInteger();
        final AtomicInteger unknownInTheEnd = new AtomicInteger();

        /** In percent of all answers. */
        double share(AtomicInteger some) {
            int all = applied.get() + notApplied.get() + unknown.get();
            return all == 0 ? 0 : 100.0 * some.get() / all;
        }
    }

    private record Told<T>(Attempt attempt, MoneyAnswer<T> answer) {}

    private final Intent<T> intent;
    private final Random random;
    private final Tally tally;
    private final List<Attempt> attempts = new ArrayList<>();
    private final List<Told<T>> told = new ArrayList<>();

    Shop(Intent<T> intent, long seed, Tally tally) {
        this.intent = intent;
        this.random = new Random(seed);
        this.tally = tally;
    }

    void play() {
        for (int nth = 0; nth < TRIES; nth++) {
            Attempt attempt = new Attempt();
            attempts.add(attempt);
            int number = nth;
            MoneyAnswer<T> answer =
                    hear(attempt, intent.bank().by(attempt, () -> intent.call().apply(number)));
            count(answer);
            if (answer instanceof MoneyAnswer.Unknown<T> unknown) {
                wait(attempt, unknown);
                return;
            }
            if (answer instanceof MoneyAnswer.Applied<T>) {
                return;
            }
        }
    }

    private void wait(Attempt attempt, MoneyAnswer.Unknown<T> first) {
        MoneyAnswer.Unknown<T> unknown = first;
        for (int look = 0; look < LOOKS; look++) {
            intent.bank().pass(Duration.ofSeconds(random.nextInt(40)));
            MoneyAnswer.Unknown<T> asked = unknown;
            MoneyAnswer<T> answer = hear(attempt, intent.bank().by(attempt, asked::recheck));
            if (!(answer instanceof MoneyAnswer.Unknown<T> still)) {
                return;
            }
            unknown = still;
        }
        tally.unknownInTheEnd.incrementAndGet();
    }

    private MoneyAnswer<T> hear(Attempt attempt, MoneyAnswer<T> answer) {
        told.add(new Told<>(attempt, answer));
        return answer;
    }

    private void count(MoneyAnswer<T> answer) {
        answer.<AtomicInteger>fold(yes -> tally.applied, no -> tally.notApplied, unknown -> tally.unknown)
                .incrementAndGet();
    }

    /** What was told and is not so, and money that moved more than once; empty in a good world. */
    List<String> lies() {
        List<String> lies = new ArrayList<>();
        for (Told<T> one : told) {
            boolean so = one.answer()
                    .fold(
                            yes -> intent.truth().test(one.attempt(), yes.value()),
                            no -> one.attempt().applied.get() == 0,
                            unknown -> true);
            if (!so) {
                lies.add(one.answer() + " is not what the books say; carried out " + one.attempt().applied
                        + " times; told " + told.stream().map(Told::answer).toList());
            }
        }
        int moved = 0;
        for (Attempt attempt : attempts) {
            moved += attempt.applied.get();
            if (attempt.sent.get() > 1) {
                lies.add("sent " + attempt.sent + " times");
            }
        }
        if (intent.once() && moved > 1) {
            lies.add("carried out " + moved + " times: "
                    + told.stream().map(Told::answer).toList());
        }
        return lies;
    }
}
