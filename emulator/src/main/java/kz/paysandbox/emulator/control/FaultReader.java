package kz.paysandbox.emulator.control;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.faults.AnswerCode;
import kz.paysandbox.emulator.core.faults.Consequence.Answered;
import kz.paysandbox.emulator.core.faults.Consequence.HandshakeRefused;
import kz.paysandbox.emulator.core.faults.Consequence.LostAfter;
import kz.paysandbox.emulator.core.faults.Consequence.LostBefore;
import kz.paysandbox.emulator.core.faults.Consequence.Replaced;
import kz.paysandbox.emulator.core.faults.Consequence.Spoilt;
import kz.paysandbox.emulator.core.faults.Consequence.Spoilt.Damage;
import kz.paysandbox.emulator.core.faults.Effect;
import kz.paysandbox.emulator.core.faults.EffectDraft;
import kz.paysandbox.emulator.core.faults.Match;
import kz.paysandbox.emulator.core.settings.Complaint;

/** Reads a fault as callers write it: {@code {"name"?,"when":{…},"then":{…},"times"?}}. */
final class FaultReader {

    /** A fault that has not been added to a world yet. */
    record Draft(String name, Match when, Effect then, Optional<Integer> times) {}

    private FaultReader() {}

    /**
     * The fault, or all that is wrong with it in one sentence.
     *
     * @param codes what the banks can be made to answer
     */
    static Outcome<Draft, Complaint> read(Map<String, Object> body, List<AnswerCode> codes) {
        Members fault = Members.of(body, "name", "when", "then", "times");
        Members when = fault.object(
                "when", "endpoint", "bin", "deviceToken", "amount", "phone", "header", "certificate", "nth", "share");
        List<AnswerCode> answers =
                Stream.concat(codes.stream(), Stream.of(AnswerCode.HTTP)).toList();
        Members then = fault.object(
                "then",
                Stream.concat(
                                answers.stream().map(AnswerCode::key),
                                Stream.of("delay", "drop", "reset", "body", "replace", "slow", "handshake"))
                        .toArray(String[]::new));
        String name = fault.text("name").orElse("");
        Optional<Integer> times = fault.whole("times", 1, 1_000_000);
        Match match = match(when);
        EffectDraft draft = draft(then, answers);
        return fault.finish(draft)
                .then(read -> read.refusal()
                        .<Outcome<Draft, Complaint>>map(refusal -> Outcome.refused(Complaint.of(refusal)))
                        .orElseGet(() -> Outcome.ok(new Draft(name, match, read.effect(), times))));
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

    private static EffectDraft draft(Members then, List<AnswerCode> answers) {
        EffectDraft draft = new EffectDraft();
        then.duration("delay").ifPresent(draft::delay);
        then.object("slow", "bytesPerSecond")
                .whole("bytesPerSecond", 1, 1_000_000)
                .ifPresent(draft::slow);
        answers.forEach(code -> then.number(code.key(), code.least(), code.most())
                .ifPresent(number -> draft.consequence(code.key(), new Answered(code, number))));
        then.choice("drop", "before", "after")
                .ifPresent(when ->
                        draft.consequence("drop: " + when, when.equals("before") ? new LostBefore() : new LostAfter()));
        if (then.flag("reset")) {
            draft.consequence("reset", new Spoilt(Damage.RESET));
        }
        then.choice("body", "truncated", "malformed", "empty", "html")
                .ifPresent(word ->
                        draft.consequence("body: " + word, new Spoilt(Damage.valueOf(word.toUpperCase(Locale.ROOT)))));
        Map<String, String> replaced = then.texts("replace");
        if (!replaced.isEmpty()) {
            draft.consequence("replace", new Replaced(replaced));
        }
        then.choice("handshake", "refuse")
                .ifPresent(refuse -> draft.consequence("handshake: refuse", new HandshakeRefused()));
        return draft;
    }
}
