package kz.paysandbox.features.steps;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.paysandbox.features.bank.BankSite;
import kz.paysandbox.features.bank.Control;
import kz.paysandbox.features.bank.Redaction;
import kz.paysandbox.features.bank.SuiteBanks;
import kz.paysandbox.features.driver.Answer;
import kz.paysandbox.features.golden.Notation;
import kz.paysandbox.features.targets.Target;
import kz.paysandbox.features.targets.TargetSession;
import kz.paysandbox.features.wire.Exchange;
import kz.paysandbox.features.wire.Line;

/** What every scenario has: its session at the target, the bank's answers, and the line that was used last. */
public final class ScenarioContext {

    private record Used(Line line, Notation notation) {}

    private static final int MOST_EXCHANGES = 100;

    private final Target target;
    private final SuiteBanks banks;
    private final List<Answer<?>> answers = new ArrayList<>();
    private final Set<Line> lines = new LinkedHashSet<>();
    private Optional<TargetSession> session = Optional.empty();
    private Optional<Used> used = Optional.empty();

    public ScenarioContext(Target target, SuiteBanks banks) {
        this.target = target;
        this.banks = banks;
    }

    /** The scenario's own view of the target. */
    public TargetSession session() {
        TargetSession here = session.orElseGet(target::open);
        session = Optional.of(here);
        return here;
    }

    /** A bank at the target; skips the scenario where it cannot be called. */
    public <S extends BankSite> S site(Class<S> type) {
        return session().site(type).orElseThrow(() -> Skip.because(banks.absence(type)));
    }

    /** The sandbox's control surface, for scenarios that are tried nowhere else. */
    public Control control() {
        return session().control().orElseThrow(() -> new AssertionError("this target has no control surface"));
    }

    /** The bank's next call of this row goes wrong in this way. */
    public void fault(String row, Map<String, ?> then) {
        control().post("/faults", Map.of("when", Map.of("endpoint", row), "then", then, "times", 1));
    }

    /** From now on this line is looked at; its bank prints messages so. */
    public void line(Line line, Notation notation) {
        used = Optional.of(new Used(line, notation));
        lines.add(line);
    }

    /** The line that was used last, of whichever bank. */
    public Line line() {
        return used().line();
    }

    /** How the bank of that line prints messages. */
    public Notation notation() {
        return used().notation();
    }

    /** Remembers what the bank said. */
    public <T> Answer<T> remember(Answer<T> answer) {
        answers.add(answer);
        return answer;
    }

    /** What the bank said last. */
    public Answer<?> answer() {
        return answers.isEmpty()
                ? Answer.failed(Answer.Outcome.NOT_CONNECTED, "nothing was asked")
                : answers.get(answers.size() - 1);
    }

    /**
     * What was exchanged, without secrets: by the sandbox's journal, which sees the calls of adapters too, or by the
     * lines that were used.
     */
    List<Exchange> exchanges() {
        return session.flatMap(TargetSession::control)
                .map(ScenarioContext::journal)
                .filter(journal -> !journal.isEmpty())
                .orElseGet(this::exchangesOfLines);
    }

    void end() {
        session.ifPresent(TargetSession::close);
    }

    /** Empty where the sandbox keeps none, or is gone. */
    private static List<Exchange> journal(Control control) {
        try {
            return Exchange.ofJournal(control.get("/requests?limit=" + MOST_EXCHANGES));
        } catch (IllegalStateException refused) {
            return List.of();
        }
    }

    private List<Exchange> exchangesOfLines() {
        Redaction redaction = banks.redaction();
        return lines.stream()
                .map(Line::exchanges)
                .flatMap(List::stream)
                .map(exchange -> exchange.map(redaction::text))
                .toList();
    }

    private Used used() {
        return used.orElseThrow(() -> new AssertionError("this driver hides the wire, or no bank has been asked"));
    }
}
