package kz.paysandbox.emulator.control.journal;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import kz.paysandbox.emulator.control.call.ControlCall;
import kz.paysandbox.emulator.control.call.ControlContext;
import kz.paysandbox.emulator.control.view.ReadinessView;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.readiness.Readiness;
import kz.paysandbox.emulator.core.readiness.RuleBook;
import kz.paysandbox.emulator.core.settings.Complaint;
import kz.paysandbox.emulator.http.Reply;
import kz.paysandbox.emulator.input.JudgedText;
import kz.paysandbox.emulator.input.Table;

/** Handler of the verdict whether a world's callers keep the banks' written rules. */
public final class ReadinessHandler {

    /** A set of products. */
    private record Uses(Set<String> products) {}

    private final List<RuleBook> books;
    private final List<String> products;
    private final ControlContext context;

    public ReadinessHandler(ControlContext context) {
        this.context = context;
        this.books = context.facts().stream().map(RuleBook::of).toList();
        this.products = books.stream().flatMap(book -> book.products().stream()).toList();
    }

    /** The parameters of {@link #show}. */
    public Table query() {
        return new Table()
                .optional(
                        "uses",
                        new JudgedText(this::read),
                        "What the integration uses, separated by commas: " + String.join(", ", products)
                                + "; what its calls show where it is absent");
    }

    private Outcome<Uses, Complaint> read(String text) {
        Set<String> uses = new TreeSet<>();
        for (String product :
                Arrays.stream(text.split(",", -1)).map(String::strip).toList()) {
            if (product.isEmpty()) {
                return Outcome.refused(Complaint.of(
                        "no product between two commas or beside one; known: " + String.join(", ", products)));
            }
            if (!products.contains(product)) {
                return Outcome.refused(Complaint.unknown("product", product, products));
            }
            uses.add(product);
        }
        return Outcome.ok(new Uses(uses));
    }

    public Reply show(ControlCall call) {
        Set<String> uses =
                call.query().value("uses", Uses.class).map(Uses::products).orElse(Set.of());
        return context.json()
                .reply(
                        200,
                        ReadinessView.of(Readiness.of(books, uses, call.world().findings())));
    }
}
