package kz.paysandbox.emulator.core.readiness;

import java.util.List;
import java.util.Set;
import kz.paysandbox.emulator.core.bank.Bank;
import kz.paysandbox.emulator.core.journal.Clause;

/**
 * The written rules of one bank.
 *
 * @param products what an integration can use of the bank, as {@code r1}
 * @param clauses in the document's order
 */
public record RuleBook(List<String> products, List<Clause> clauses) {

    public RuleBook {
        products = List.copyOf(products);
        clauses = List.copyOf(clauses);
    }

    public static RuleBook of(Bank bank) {
        return new RuleBook(bank.products(), bank.clauses());
    }

    /** The products in which a rule of this book can be broken. */
    Set<String> productsOf(Clause clause) {
        return clause.situation()
                .map(situation -> Set.copyOf(situation.products()))
                .orElseGet(() -> Set.copyOf(products));
    }
}
