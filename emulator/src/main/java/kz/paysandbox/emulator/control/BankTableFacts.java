package kz.paysandbox.emulator.control;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.paysandbox.emulator.control.journal.RowPattern;
import kz.paysandbox.emulator.core.faults.AnswerCode;
import kz.paysandbox.emulator.core.faults.Consequence.MemberReplacement;
import kz.paysandbox.emulator.core.faults.FaultRule;
import kz.paysandbox.emulator.core.faults.Match;
import kz.paysandbox.emulator.core.settings.Complaint;
import kz.paysandbox.emulator.core.settings.Suggestion;
import kz.paysandbox.emulator.http.bank.BankModule;
import kz.paysandbox.emulator.input.MerchantSwitches;
import kz.paysandbox.emulator.scenario.BankFacts;

/**
 * The facts from the banks' tables, and faults held against them: one that could never happen is refused, for nobody
 * would notice.
 */
public final class BankTableFacts implements BankFacts {

    private final List<BankModule> banks;

    public BankTableFacts(List<? extends BankModule> banks) {
        this.banks = List.copyOf(banks);
    }

    @Override
    public List<String> banks() {
        return banks.stream().map(BankModule::name).toList();
    }

    @Override
    public List<AnswerCode> codes() {
        return banks.stream().flatMap(bank -> bank.answerCodes().stream()).toList();
    }

    @Override
    public Optional<MerchantSwitches> switches() {
        return banks.stream().flatMap(bank -> bank.switches().stream()).findFirst();
    }

    @Override
    public Optional<Complaint> refusalOf(FaultRule rule) {
        return unseen(rule).or(() -> meetsNothing(rule)).or(() -> replacesNothing(rule));
    }

    private static Optional<Complaint> unknown(String what, String node, Collection<String> known) {
        return known.contains(node) ? Optional.empty() : Optional.of(Complaint.unknown(what, node, known));
    }

    private List<String> rows() {
        return banks.stream().flatMap(bank -> bank.rows().stream()).toList();
    }

    private Stream<BankModule> concerned(FaultRule rule) {
        return banks.stream().filter(bank -> bank.endpoints().stream().anyMatch(rule.when()::isOf));
    }

    /** Before there is a call only its listener and certificate can be seen, and of a call the certificate is not. */
    private static Optional<Complaint> unseen(FaultRule rule) {
        Match when = rule.when();
        if (!rule.then().refusesHandshake()) {
            return when.certificate().isEmpty()
                    ? Optional.empty()
                    : Optional.of(Complaint.of("when: certificate goes with handshake: refuse alone"));
        }
        boolean seen = when.equals(Match.ofHandshakes(when.endpoint(), when.certificate()));
        return seen
                ? Optional.empty()
                : Optional.of(Complaint.of("when: connections are refused before there is a call, so only"
                        + " endpoint and certificate can be matched"));
    }

    /** A mistyped endpoint would never meet a call. */
    private Optional<Complaint> meetsNothing(FaultRule rule) {
        String pattern = rule.when().endpoint();
        List<String> known =
                banks.stream().flatMap(bank -> bank.endpoints().stream()).toList();
        if (rule.then().refusesHandshake()) {
            return refusesNobody(rule, known);
        }
        if (known.stream().anyMatch(rule.when()::isOf)) {
            return cannotHappen(rule);
        }
        Optional<String> near = Suggestion.of(pattern, known);
        return Optional.of(new Complaint(
                "endpoint '" + pattern + "' is no row and matches none"
                        + near.map(name -> "; did you mean '" + name + "'?").orElse("; " + RowPattern.example(rows())),
                near));
    }

    /** Before there is a call, no row of a listener can be told from another. */
    private static Optional<Complaint> refusesNobody(FaultRule rule, List<String> known) {
        List<String> listeners =
                known.stream().map(row -> row.split(" ", 2)[0]).distinct().toList();
        return listeners.stream().anyMatch(rule.when()::isOfListener)
                ? Optional.empty()
                : Optional.of(Complaint.of("handshake: connections are refused before a row is called, so endpoint is"
                        + " one of "
                        + listeners.stream().map(name -> "'" + name + " *'").collect(Collectors.joining(", "))
                        + ", '*'; '" + rule.when().endpoint() + "' is none"));
    }

    /** A code that no bank of these endpoints has could not be answered. */
    private Optional<Complaint> cannotHappen(FaultRule rule) {
        Optional<AnswerCode> code = rule.then().answer().map(answer -> answer.code());
        boolean can = code.filter(wanted -> !wanted.equals(AnswerCode.HTTP)
                        && concerned(rule).noneMatch(bank -> bank.answerCodes().contains(wanted)))
                .isEmpty();
        return can
                ? Optional.empty()
                : Optional.of(
                        Complaint.of(code.map(AnswerCode::key).orElse("") + " cannot be answered there: endpoint '"
                                + rule.when().endpoint() + "' is of a bank that has no such code"));
    }

    /** A mistyped member is in no answer. */
    private Optional<Complaint> replacesNothing(FaultRule rule) {
        if (!(rule.then().consequence() instanceof MemberReplacement replaced)) {
            return Optional.empty();
        }
        Set<String> known = new LinkedHashSet<>();
        for (BankModule bank : banks) {
            for (String row : bank.rows()) {
                Optional<Set<String>> names = bank.answerNames(row);
                if (rule.when().isOf(row)) {
                    if (names.isEmpty() && row.equals(rule.when().endpoint())) {
                        return Optional.empty();
                    }
                    known.addAll(names.orElse(Set.of()));
                }
            }
        }
        return replaced.members().keySet().stream()
                .sorted()
                .flatMap(name -> unknown("member of an answer in replace:", name, known).stream())
                .findFirst();
    }
}
