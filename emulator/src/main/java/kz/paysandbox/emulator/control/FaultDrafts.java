package kz.paysandbox.emulator.control;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.bank.Bank;
import kz.paysandbox.emulator.core.faults.AnswerCode;
import kz.paysandbox.emulator.core.faults.Consequence.Replaced;
import kz.paysandbox.emulator.core.faults.Match;
import kz.paysandbox.emulator.core.settings.Complaint;
import kz.paysandbox.emulator.core.settings.Suggestion;
import kz.paysandbox.emulator.scenario.FaultRules;

/** Faults held against the banks' tables: one that could never happen is refused, for nobody would notice. */
public final class FaultDrafts implements FaultRules {

    private final List<Bank> banks;

    public FaultDrafts(List<? extends Bank> banks) {
        this.banks = List.copyOf(banks);
    }

    /** A fault as callers write it, or all that is wrong with it in one sentence. */
    Outcome<FaultReader.Draft, Complaint> read(Map<String, Object> body) {
        List<AnswerCode> codes =
                banks.stream().flatMap(bank -> bank.answerCodes().stream()).toList();
        return FaultReader.read(body, codes)
                .then(FaultDrafts::seesWhatItMatches)
                .then(this::meetsSomething)
                .then(this::replacesSomething);
    }

    @Override
    public Optional<String> refusalOf(Map<String, Object> fault) {
        return read(fault).refusal().map(Complaint::detail);
    }

    @Override
    public List<String> banks() {
        return banks.stream().map(Bank::name).toList();
    }

    private static Optional<Complaint> unknown(String what, String typed, Collection<String> known) {
        return known.contains(typed) ? Optional.empty() : Optional.of(Complaint.unknown(what, typed, known));
    }

    private Stream<Bank> concerned(FaultReader.Draft draft) {
        return banks.stream().filter(bank -> bank.endpoints().stream().anyMatch(draft.when()::isOf));
    }

    /** Before there is a call only its listener and certificate can be seen, and of a call the certificate is not. */
    private static Outcome<FaultReader.Draft, Complaint> seesWhatItMatches(FaultReader.Draft draft) {
        Match when = draft.when();
        if (!draft.then().refusesHandshake()) {
            return when.certificate().isEmpty()
                    ? Outcome.ok(draft)
                    : Outcome.refused(Complaint.of("when: certificate goes with handshake: refuse alone"));
        }
        boolean seen = when.equals(Match.ofHandshakes(when.endpoint(), when.certificate()));
        return seen
                ? Outcome.ok(draft)
                : Outcome.refused(Complaint.of("when: connections are refused before there is a call, so only"
                        + " endpoint and certificate can be matched"));
    }

    /** A mistyped endpoint would never meet a call. */
    private Outcome<FaultReader.Draft, Complaint> meetsSomething(FaultReader.Draft draft) {
        String pattern = draft.when().endpoint();
        List<String> known =
                banks.stream().flatMap(bank -> bank.endpoints().stream()).toList();
        if (draft.then().refusesHandshake()) {
            return refusesSomebody(draft, known);
        }
        if (known.stream().anyMatch(draft.when()::isOf)) {
            return canHappen(draft);
        }
        Optional<String> near = Suggestion.of(pattern, known);
        return Outcome.refused(new Complaint(
                "endpoint '" + pattern + "' is no row and matches none"
                        + near.map(name -> "; did you mean '" + name + "'?")
                                .orElse("; a row is named as 'r1 qr create', a pattern as 'r3 *'"),
                near));
    }

    /** Before there is a call, no row of a listener can be told from another. */
    private static Outcome<FaultReader.Draft, Complaint> refusesSomebody(FaultReader.Draft draft, List<String> known) {
        List<String> listeners =
                known.stream().map(row -> row.split(" ", 2)[0]).distinct().toList();
        return listeners.stream().anyMatch(draft.when()::isOfListener)
                ? Outcome.ok(draft)
                : Outcome.refused(
                        Complaint.of("handshake: connections are refused before a row is called, so endpoint is"
                                + " one of "
                                + listeners.stream()
                                        .map(name -> "'" + name + " *'")
                                        .collect(Collectors.joining(", "))
                                + ", '*'; '" + draft.when().endpoint() + "' is none"));
    }

    /** A code that no bank of these endpoints has could not be answered. */
    private Outcome<FaultReader.Draft, Complaint> canHappen(FaultReader.Draft draft) {
        Optional<AnswerCode> code = draft.then().answer().map(answer -> answer.code());
        boolean can = code.filter(wanted -> !wanted.equals(AnswerCode.HTTP)
                        && concerned(draft).noneMatch(bank -> bank.answerCodes().contains(wanted)))
                .isEmpty();
        return can
                ? Outcome.ok(draft)
                : Outcome.refused(
                        Complaint.of(code.map(AnswerCode::key).orElse("") + " cannot be answered there: endpoint '"
                                + draft.when().endpoint() + "' is of the other bank"));
    }

    /** A mistyped member is in no answer. */
    private Outcome<FaultReader.Draft, Complaint> replacesSomething(FaultReader.Draft draft) {
        if (!(draft.then().consequence() instanceof Replaced replaced)) {
            return Outcome.ok(draft);
        }
        Set<String> known = new LinkedHashSet<>();
        for (Bank bank : banks) {
            for (String row : bank.endpoints()) {
                Optional<Set<String>> names = bank.answerNames(row);
                if (row.contains(" ") && draft.when().isOf(row)) {
                    if (names.isEmpty() && row.equals(draft.when().endpoint())) {
                        return Outcome.ok(draft);
                    }
                    known.addAll(names.orElse(Set.of()));
                }
            }
        }
        return replaced.members().keySet().stream()
                .sorted()
                .flatMap(name -> unknown("member of an answer in replace:", name, known).stream())
                .findFirst()
                .<Outcome<FaultReader.Draft, Complaint>>map(Outcome::refused)
                .orElseGet(() -> Outcome.ok(draft));
    }
}
