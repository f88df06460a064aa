package kz.paysandbox.emulator.core.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/**
 * How often one row has answered what. Counting takes no lock and makes nothing, but the first time that an answer is
 * seen. Answers beyond a number of different ones are counted together.
 */
public final class AnswerCounts {

    /** The code of answers in which the bank has none. */
    public static final long NO_CODE = Long.MIN_VALUE;

    /** The status under which answers are counted together that are too many to be told apart. */
    public static final int OTHER = -1;

    /** More than any row of a bank's document has codes. */
    static final int MOST = 48;

    /**
     * How often one answer was given.
     *
     * @param status of HTTP; 0 where the connection was closed without an answer, {@link #OTHER}
     * @param code the bank's own; {@link #NO_CODE}
     */
    public record Count(int status, long code, long times) {}

    private record Answer(int status, long code, LongAdder times) {}

    private volatile Answer[] answers = {};
    private final LongAdder others = new LongAdder();

    /** Counts an answer. */
    public void add(int status, long code) {
        for (Answer known : answers) {
            if (known.code() == code && known.status() == status) {
                known.times().increment();
                return;
            }
        }
        first(status, code).increment();
    }

    private synchronized LongAdder first(int status, long code) {
        for (Answer known : answers) {
            if (known.code() == code && known.status() == status) {
                return known.times();
            }
        }
        if (answers.length == MOST) {
            return others;
        }
        Answer[] more = Arrays.copyOf(answers, answers.length + 1);
        Answer added = new Answer(status, code, new LongAdder());
        more[answers.length] = added;
        answers = more;
        return added.times();
    }

    /** Those that were given, in the order in which each was seen first. */
    public List<Count> all() {
        long rest = others.sum();
        List<Count> counts = new ArrayList<>();
        for (Answer known : answers) {
            counts.add(new Count(known.status(), known.code(), known.times().sum()));
        }
        if (rest > 0) {
            counts.add(new Count(OTHER, NO_CODE, rest));
        }
        return counts;
    }
}
