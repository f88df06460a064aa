package kz.paysandbox.emulator.control;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.faults.Effect;
import kz.paysandbox.emulator.core.faults.Effect.Answer;
import kz.paysandbox.emulator.core.faults.Effect.Ending;
import kz.paysandbox.emulator.core.faults.FaultCatalogue;
import kz.paysandbox.emulator.core.faults.Match;
import kz.paysandbox.emulator.core.settings.Complaint;

/** Reads a fault as callers write it: {@code {"name"?,"when":{…},"then":{…},"times"?}}. */
final class FaultReader {

    /** A fault that has not been added to a world yet. */
    record Draft(String name, Match when, Effect then, Optional<Integer> times) {}

    private FaultReader() {}

    /** The fault, or all that is wrong with it in one sentence. */
    static Outcome<Draft, Complaint> read(Map<String, Object> body) {
        Members fault = Members.of(body, "name", "when", "then", "times");
        Members when = fault.object(
                "when", "endpoint", "bin", "deviceToken", "amount", "phone", "header", "certificate", "nth", "share");
        Members then = fault.object(
                "then",
                "statusCode",
                "http",
                "reasonCode",
                "delay",
                "drop",
                "reset",
                "body",
                "replace",
                "slow",
                "handshake");
        Draft draft =
                new Draft(fault.text("name").orElse(""), match(when), effect(then), fault.whole("times", 1, 1_000_000));
        if (draft.then().equals(Effect.NONE)) {
            fault.problem("then must say what happens");
        }
        return fault.finish(draft);
    }

    private static Match match(Members when) {
        return new Match(
                when.text("endpoint").orElse("*"),
                when.text("bin"),
                when.text("deviceToken"),
                when.decimal("amount"),
                when.text("phone"),
                when.texts("header"),
                when.text("certificate"),
                when.whole("nth", 1, 1_000_000),
                when.decimal("share")
                        .filter(share -> {
                            boolean part = share.signum() >= 0 && share.compareTo(BigDecimal.ONE) <= 0;
                            if (!part) {
                                when.problem("share must be from 0 to 1");
                            }
                            return part;
                        })
                        .map(BigDecimal::doubleValue));
    }

    private static Effect effect(Members then) {
        return new Effect(
                then.duration("delay").orElse(Duration.ZERO),
                answer(then),
                ending(then),
                then.object("slow", "bytesPerSecond")
                        .whole("bytesPerSecond", 1, 1_000_000)
                        .orElse(0),
                then.choice("handshake", "refuse").isPresent(),
                then.texts("replace"));
    }

    private static Optional<Answer> answer(Members then) {
        long answers = Stream.of("statusCode", "http", "reasonCode", "drop")
                .filter(key ->
                        then.text(key).filter(text -> !text.equals("after")).isPresent())
                .count();
        if (answers > 1) {
            then.problem("a call has one answer: give one of statusCode, http, reasonCode and drop: before");
        }
        Optional<Answer> drop = then.choice("drop", "before", "after")
                .filter("before"::equals)
                .map(before -> new Answer(Answer.Kind.DROP, 0));
        return then.number("statusCode")
                .map(code -> new Answer(Answer.Kind.STATUS_CODE, code))
                .or(() -> then.whole("http", 200, 599).map(code -> new Answer(Answer.Kind.HTTP, code)))
                .or(() -> then.whole("reasonCode", -FaultCatalogue.MOST_REASON, FaultCatalogue.MOST_REASON)
                        .map(code -> new Answer(Answer.Kind.REASON_CODE, code)))
                .or(() -> drop);
    }

    private static Ending ending(Members then) {
        if (then.choice("drop", "before", "after").filter("after"::equals).isPresent()) {
            return Ending.DROPPED;
        }
        if (then.flag("reset")) {
            return Ending.RESET;
        }
        return then.choice("body", "truncated", "malformed", "empty", "html")
                .map(name -> Ending.valueOf(name.toUpperCase(Locale.ROOT)))
                .orElse(Ending.WHOLE);
    }
}
