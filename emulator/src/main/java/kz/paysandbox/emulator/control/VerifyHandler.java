package kz.paysandbox.emulator.control;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.journal.Exchange;
import kz.paysandbox.emulator.http.Reply;

/** Verifies what was asked of a world, waiting for it in real time where that is wanted; explains the nearest misses. */
final class VerifyHandler {

    private static final int NEAREST = 3;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final ControlRoom room;

    VerifyHandler(ControlRoom room) {
        this.room = room;
    }

    /** What is asked for, how often, and how many looks at the journal are left. */
    private record Question(Wanted wanted, long least, long most, long looks) {}

    Reply verify(ControlCall call) {
        Members body = Members.of(call.body(), "where", "count", "within");
        Members count = body.object("count", "min", "max");
        Duration within = body.duration("within").orElse(Duration.ZERO);
        Question question = new Question(
                Wanted.read(body.object("where", "endpoint", "http", "header", "body", "answer")),
                count.number("min").orElse(call.body().containsKey("count") ? 0L : 1L),
                count.number("max").orElse(Long.MAX_VALUE),
                within.dividedBy(LOOK_AGAIN));
        return body.finish(question)
                .fold(
                        asked ->
                                asked.looks() == 0 ? look(call.world(), asked) : Reply.later(wait(call.world(), asked)),
                        problem -> room.json().problem(400, "invalid", problem));
    }

    private CompletionStage<Reply> wait(World world, Question question) {
        Reply now = look(world, question);
        if (now.status() == 200 || question.looks() <= 0) {
            return CompletableFuture.completedStage(now);
        }
        Question again = new Question(question.wanted(), question.least(), question.most(), question.looks() - 1);
        return CompletableFuture.supplyAsync(
                        () -> again,
                        CompletableFuture.delayedExecutor(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS, Runnable::run))
                .thenCompose(later -> wait(world, later));
    }

    private Reply look(World world, Question question) {
        List<Exchange> exchanges = world.journal().all().stream()
                .filter(exchange -> !exchange.isHandshake())
                .toList();
        long found = exchanges.stream().filter(question.wanted()::isMetBy).count();
        if (found >= question.least() && found <= question.most()) {
            return room.json().reply(200, Map.of("count", found));
        }
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("count", found);
        members.put("nearest", nearest(exchanges, question.wanted()));
        String bounds = question.most() == Long.MAX_VALUE
                ? "at least " + question.least()
                : "from " + question.least() + " to " + question.most();
        return room.json().problem(422, "not-verified", found + " requests match, wanted are " + bounds, members);
    }

    private static List<Map<String, Object>> nearest(List<Exchange> exchanges, Wanted wanted) {
        return exchanges.stream()
                .filter(exchange -> !wanted.isMetBy(exchange))
                .sorted(Comparator.comparingInt((Exchange exchange) ->
                                wanted.differences(exchange).size())
                        .thenComparing(
                                Comparator.comparingLong(Exchange::number).reversed()))
                .limit(NEAREST)
                .map(exchange -> {
                    Map<String, Object> miss = new LinkedHashMap<>();
                    miss.put("number", exchange.number());
                    miss.put("endpoint", exchange.row());
                    miss.put("differences", wanted.differences(exchange));
                    return miss;
                })
                .toList();
    }
}
