package kz.paysandbox.emulator.control;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.bank.Bank;
import kz.paysandbox.emulator.core.faults.Effect;
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
        return FaultReader.read(body).then(this::meetsSomething);
    }

    @Override
    public Optional<String> refusalOf(Map<String, Object> fault) {
        return read(fault).refusal().map(Complaint::detail);
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

    /** A code that no bank of these endpoints has would count as having happened, and change nothing. */
    private Outcome<FaultReader.Draft, Complaint> canHappen(FaultReader.Draft draft) {
        boolean can = draft.then().answer().isEmpty()
                || banks.stream()
                        .filter(bank -> bank.endpoints().stream().anyMatch(draft.when()::isOf))
                        .anyMatch(bank ->
                                bank.canAnswer(draft.then().answer().get().kind()));
        return can
                ? Outcome.ok(draft)
                : Outcome.refused(Complaint.of(owners(draft.then().answer().get()) + "; endpoint '"
                        + draft.when().endpoint() + "' is of the other bank"));
    }

    private String owners(Effect.Answer answer) {
        String owners = banks.stream()
                .filter(bank -> bank.canAnswer(answer.kind()))
                .map(Bank::title)
                .collect(Collectors.joining(" and "));
        return (answer.kind() == Effect.Answer.Kind.STATUS_CODE ? "statusCode" : "reasonCode") + " is of " + owners;
    }
}
