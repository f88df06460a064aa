package kz.paysandbox.emulator.input;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.faults.AnswerCode;
import kz.paysandbox.emulator.core.faults.Consequence.CodeAnswer;
import kz.paysandbox.emulator.core.faults.Consequence.HandshakeRefusal;
import kz.paysandbox.emulator.core.faults.Consequence.LossAfter;
import kz.paysandbox.emulator.core.faults.Consequence.LossBefore;
import kz.paysandbox.emulator.core.faults.Consequence.MemberReplacement;
import kz.paysandbox.emulator.core.faults.Consequence.SpoiltAnswer;
import kz.paysandbox.emulator.core.faults.Consequence.SpoiltAnswer.Damage;
import kz.paysandbox.emulator.core.faults.EffectDraft;
import kz.paysandbox.emulator.core.faults.FaultRule;
import kz.paysandbox.emulator.core.faults.Match;
import kz.paysandbox.emulator.core.settings.Complaint;

/**
 * A fault as people write it, wherever they do: {@code {"name"?,"when":{…},"then":{…},"times"?}}. What it reads is a
 * {@link FaultRule}, where no mistake was found.
 */
public final class FaultShape implements Shape {

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final String[] BODIES = Stream.of(Damage.values())
            .filter(damage -> damage != Damage.RESET)
            .map(Damage::word)
            .toArray(String[]::new);

    private final List<AnswerCode> codes;
    private final Function<FaultRule, Optional<Complaint>> refusal;
    private final Table table;

    /**
     * @param ofBanks the codes that the banks have of their own
     * @param saysWhich whether it must say which calls it means
     * @param refusal why a rule could never happen; empty where it could
     */
    public FaultShape(List<AnswerCode> ofBanks, boolean saysWhich, Function<FaultRule, Optional<Complaint>> refusal) {
        this.codes = Stream.concat(ofBanks.stream(), Stream.of(AnswerCode.HTTP)).toList();
        this.refusal = refusal;
        this.table = table(saysWhich);
    }

    @Override
    public Object read(InputNode node, Mistakes mistakes) {
        return rule(node, mistakes).<Object>map(rule -> rule).orElseGet(Map::of);
    }

    /** The rule; empty where a mistake was found. */
    public Optional<FaultRule> rule(InputNode node, Mistakes mistakes) {
        int before = mistakes.count();
        Values fault = new Values(table.read(node, mistakes));
        if (mistakes.count() > before) {
            return Optional.empty();
        }
        EffectDraft draft = draft(fault.object("then"));
        Optional<String> nonsense = draft.refusal();
        if (nonsense.isPresent()) {
            mistakes.at(node.place(), nonsense.get());
            return Optional.empty();
        }
        FaultRule rule = new FaultRule(
                fault.text("name").orElse(""), match(fault.object("when")), draft.effect(), fault.whole("times"));
        Optional<Complaint> impossible = refusal.apply(rule);
        impossible.ifPresent(complaint -> mistakes.at(node.place(), complaint));
        return impossible.isPresent() ? Optional.empty() : Optional.of(rule);
    }

    @Override
    public Map<String, Object> schema() {
        return table.schema();
    }

    private Table table(boolean saysWhich) {
        Table fault = new Table().optional("name", Scalar.text(100), "For people, and for clearFaults");
        if (saysWhich) {
            fault.required("when", when(true), "Which calls it meets: at least an endpoint");
        } else {
            fault.optional("when", when(false), "Which calls it meets; every one where it is not given");
        }
        return fault.required("then", then(), "What happens to them: at least one effect")
                .optional("times", Scalar.whole(1, 1_000_000), "How often it happens; always where it is not given");
    }

    private static Table when(boolean saysWhich) {
        Scalar endpoint = Scalar.text(100);
        String about = "A row id, or a pattern such as `r3 *`; `*` for every call";
        Table when = new Table();
        return (saysWhich ? when.required("endpoint", endpoint, about) : when.optional("endpoint", endpoint, about))
                .optional("bin", Scalar.text(20), "The organisation")
                .optional("deviceToken", Scalar.text(100), "The device")
                .optional("amount", Scalar.decimal("0", "100000000"), "Tenge, compared as a number")
                .optional("phone", Scalar.text(20), "The customer's")
                .optional("header", new Texts(10), "Header fields and the values they must have")
                .optional("certificate", Scalar.text(64), "The client certificate's name; for refused handshakes only")
                .optional("nth", Scalar.whole(1, 1_000_000), "Which of the matching calls, from 1")
                .optional("share", Scalar.decimal("0", "1"), "How many of them, drawn from the seed");
    }

    private Shape then() {
        Table effects = new Table();
        codes.forEach(code -> effects.optional(code.key(), Scalar.whole(code.least(), code.most()), code.about()));
        effects.optional("delay", Scalar.duration(LONGEST), "Real time, before anything else")
                .optional("drop", Scalar.choice("before", "after"), "Closed without a word, before or after applying")
                .optional("reset", Scalar.flag(), "Applied, then reset in the middle of the answer")
                .optional("body", Scalar.choice(BODIES), "Applied, the answer spoilt")
                .optional("replace", new Texts(10), "Applied, members of the answer replaced: name and new value")
                .optional(
                        "slow",
                        new Table().required("bytesPerSecond", Scalar.whole(1, 1_000_000), "How slowly"),
                        "Applied, the answer drips")
                .optional("handshake", Scalar.choice("refuse"), "Connections are refused");
        return new NonEmptyTable(effects, "`then` must say what happens, as http: 503");
    }

    private static Match match(Values when) {
        return new Match(
                when.text("endpoint").orElse("*"),
                when.text("bin"),
                when.text("deviceToken"),
                when.decimal("amount"),
                when.text("phone"),
                when.texts("header"),
                when.text("certificate"),
                new Match.Part(when.whole("nth"), when.decimal("share").map(BigDecimal::doubleValue)));
    }

    private EffectDraft draft(Values then) {
        EffectDraft draft = new EffectDraft();
        then.duration("delay").ifPresent(draft::delay);
        then.object("slow").whole("bytesPerSecond").ifPresent(draft::slow);
        codes.forEach(code -> then.number(code.key())
                .ifPresent(number -> draft.consequence(code.key(), new CodeAnswer(code, number))));
        then.text("drop")
                .ifPresent(when ->
                        draft.consequence("drop: " + when, when.equals("before") ? new LossBefore() : new LossAfter()));
        then.flag("reset")
                .filter(reset -> reset)
                .ifPresent(reset -> draft.consequence("reset", new SpoiltAnswer(Damage.RESET)));
        then.text("body")
                .ifPresent(word -> draft.consequence(
                        "body: " + word, new SpoiltAnswer(Damage.valueOf(word.toUpperCase(Locale.ROOT)))));
        Map<String, String> replaced = then.texts("replace");
        if (!replaced.isEmpty()) {
            draft.consequence("replace", new MemberReplacement(replaced));
        }
        then.text("handshake").ifPresent(refuse -> draft.consequence("handshake: refuse", new HandshakeRefusal()));
        return draft;
    }
}
