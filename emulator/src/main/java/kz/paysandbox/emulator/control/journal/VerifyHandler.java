package kz.paysandbox.emulator.control.journal;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kz.paysandbox.emulator.control.call.ControlCall;
import kz.paysandbox.emulator.control.call.ControlContext;
import kz.paysandbox.emulator.control.view.RedactedExchange;
import kz.paysandbox.emulator.control.view.VerificationView;
import kz.paysandbox.emulator.control.view.VerificationView.NotVerified;
import kz.paysandbox.emulator.control.view.VerificationView.Verified;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.journal.Exchange;
import kz.paysandbox.emulator.core.secrets.Redaction;
import kz.paysandbox.emulator.http.Reply;
import kz.paysandbox.emulator.input.Mistakes;
import kz.paysandbox.emulator.input.Place;
import kz.paysandbox.emulator.input.Scalar;
import kz.paysandbox.emulator.input.Table;
import kz.paysandbox.emulator.input.Values;

/**
 * The handler that verifies what was asked of a world, waits for it in real time where that is wanted, and explains
 * the nearest misses.
 */
public final class VerifyHandler {

    private static final int NEAREST = 3;
    private static final int MOST_NAMED = 100;
    private static final long MOST = 1_000_000_000L;
    private static final Duration LONGEST = Duration.ofHours(1);

    private static final int THREADS = 2;

    private static final Place COUNT = new Place.InObject("count");
    private static final Place WHERE = new Place.InObject("where");

    private static final Table SHAPE = new Table()
            .optional("where", ExchangeFilter.SHAPE, "Which requests; all where it is not given")
            .optional(
                    "count",
                    new Table()
                            .optional("min", Scalar.whole(0, MOST), "At least so many")
                            .optional("max", Scalar.whole(0, MOST), "At most so many"),
                    "How many; at least one where it is not given")
            .optional("within", Scalar.duration(LONGEST), "Real time to wait for them");

    private final ControlContext context;

    private final Executor answers = answering();

    public VerifyHandler(ControlContext context) {
        this.context = context;
    }

    /** Threads that are there only while waits end, so that neither a timer nor the request that ends one does the work. */
    private static Executor answering() {
        ThreadPoolExecutor threads =
                new ThreadPoolExecutor(THREADS, THREADS, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "sandbox-verify");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /** What is asked for, how often, and in what time. */
    private record Verification(ExchangeFilter filter, long least, long most, Duration within) {

        boolean isAnsweredBy(long found) {
            return found >= least && found <= most;
        }

        /** Whether waiting longer says no more: of an upper bound alone, only one too many does. */
        boolean isDecidedBy(long found) {
            return least > 0 ? isAnsweredBy(found) : found > most;
        }

        String bounds() {
            if (most == Long.MAX_VALUE) {
                return "at least " + least;
            }
            return least == most ? "exactly " + least : "from " + least + " to " + most;
        }
    }

    /** An exchange that is not one of those asked for. */
    private record NearMiss(Exchange exchange, List<Difference> differences) {

        boolean isElsewhere() {
            return differences.stream()
                    .anyMatch(difference -> difference.where().equals(Difference.ENDPOINT));
        }
    }

    public Reply verify(ControlCall call) {
        Mistakes mistakes = new Mistakes();
        Values body = SHAPE.values(call.body(), mistakes);
        Values count = body.object("count");
        Verification question = new Verification(
                ExchangeFilter.of(body.object("where"), context.banks(), mistakes),
                count.number("min").orElse(body.has("count") ? 0L : 1L),
                count.number("max").orElse(Long.MAX_VALUE),
                body.duration("within").orElse(Duration.ZERO));
        if (mistakes.isEmpty()) {
            judge(call.world(), question, mistakes);
        }
        return mistakes.finish(question)
                .fold(
                        asked -> asked.within().isZero()
                                ? answer(call.world(), asked)
                                : Reply.later(wait(call.world(), asked)),
                        complaint -> context.json().problem(400, "invalid", complaint));
    }

    /** A question that nothing, or anything, could answer is a mistake. */
    private void judge(World world, Verification question, Mistakes mistakes) {
        if (question.least() == 0 && question.most() == Long.MAX_VALUE) {
            mistakes.at(COUNT, "without a min above 0 or a max any number would do");
        }
        if (question.least() > question.most()) {
            mistakes.at(COUNT, "min is above max, which no number of requests can meet");
        }
        question.filter()
                .unknownName(context.facts(), question.least() > 0, () -> exchanges(world))
                .ifPresent(complaint -> mistakes.at(WHERE, complaint));
    }

    private CompletionStage<Reply> wait(World world, Verification question) {
        return JournalWait.until(
                        world.journal(),
                        exchange -> !exchange.isHandshake() && question.filter().isMetBy(exchange),
                        question::isDecidedBy,
                        question.within().toMillis())
                .thenApplyAsync(
                        found -> !question.isAnsweredBy(found)
                                        || unknown(world, question).isPresent()
                                ? answer(world, question)
                                : context.json().reply(200, new Verified(found)),
                        answers);
    }

    private Reply answer(World world, Verification question) {
        List<Long> matched =
                matched(world, question).map(Exchange::number).sorted().toList();
        Optional<String> unknown = unknown(world, question);
        if (question.isAnsweredBy(matched.size()) && unknown.isEmpty()) {
            return context.json().reply(200, new Verified(matched.size()));
        }
        String found = matched.size() + " requests match, wanted are " + question.bounds();
        boolean contradicted = matched.size() > question.most() || unknown.isEmpty();
        return context.json()
                .problem(
                        422,
                        contradicted ? "not-verified" : "not-known",
                        unknown.map(why -> found + "; " + why).orElse(found),
                        new NotVerified(
                                matched.size(),
                                matched.stream().limit(MOST_NAMED).toList(),
                                matched.size() >= question.least() ? List.of() : nearest(world, question.filter())));
    }

    /**
     * Why the journal cannot tell how many there were. Of a lower bound alone, what is there is proof enough; requests
     * before the journal was cleared are not asked for.
     */
    private static Optional<String> unknown(World world, Verification question) {
        if (!world.journal().keeps()) {
            return Optional.of("the journal is off (limits.journal=0), so nobody knows what was asked");
        }
        long forgotten = world.journal().forgotten(question.filter()::mayBeOfRow);
        boolean enough = question.most() == Long.MAX_VALUE
                && matched(world, question).limit(question.least()).count() >= question.least();
        return forgotten == 0 || enough
                ? Optional.empty()
                : Optional.of(forgotten + " older requests that could have matched went from the journal"
                        + " (limits.journal, limits.journal.heap-percent), so nobody knows whether they did;"
                        + " raise the limit, or DELETE /__sandbox/requests before what is to be verified");
    }

    private static Stream<Exchange> matched(World world, Verification question) {
        return exchanges(world).filter(question.filter()::isMetBy);
    }

    private static Stream<Exchange> exchanges(World world) {
        return world.journal().all().stream().filter(exchange -> !exchange.isHandshake());
    }

    /** Most similar first: of the endpoint that is meant, then with the fewest differences, then the newest. */
    private static List<VerificationView.NearMiss> nearest(World world, ExchangeFilter filter) {
        return exchanges(world)
                .map(exchange -> new NearMiss(exchange, filter.differences(exchange)))
                .filter(miss -> !miss.differences().isEmpty())
                .sorted(Comparator.comparing(NearMiss::isElsewhere)
                        .thenComparing(miss -> miss.differences().size())
                        .thenComparing(miss -> -miss.exchange().number()))
                .limit(NEAREST)
                .map(miss -> view(world, miss))
                .toList();
    }

    private static VerificationView.NearMiss view(World world, NearMiss miss) {
        return new VerificationView.NearMiss(
                miss.exchange().number(),
                miss.exchange().row(),
                miss.differences().stream()
                        .map(difference ->
                                RedactedExchange.words(world, difference.inWords(new Redaction(world.pseudonyms()))))
                        .toList());
    }
}
