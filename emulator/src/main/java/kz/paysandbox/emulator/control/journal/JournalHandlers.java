package kz.paysandbox.emulator.control.journal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kz.paysandbox.emulator.control.call.ControlCall;
import kz.paysandbox.emulator.control.call.ControlContext;
import kz.paysandbox.emulator.control.call.Version;
import kz.paysandbox.emulator.control.view.ExchangeView;
import kz.paysandbox.emulator.control.view.FindingView;
import kz.paysandbox.emulator.control.view.HarEntry;
import kz.paysandbox.emulator.control.view.Normalization;
import kz.paysandbox.emulator.core.journal.Clause;
import kz.paysandbox.emulator.core.journal.Exchange;
import kz.paysandbox.emulator.http.Reply;
import kz.paysandbox.emulator.input.AnyValue;
import kz.paysandbox.emulator.input.JudgedText;
import kz.paysandbox.emulator.input.Scalar;
import kz.paysandbox.emulator.input.Table;
import kz.paysandbox.emulator.input.Values;

/**
 * Handlers of the journal: what a world was asked and answered, with stand-ins for secrets, and where callers left the
 * bank's rules.
 */
public final class JournalHandlers {

    private static final long MOST_SHOWN = 1_000;

    private final ControlContext context;

    public JournalHandlers(ControlContext context) {
        this.context = context;
    }

    /** The parameters of {@link #list}. */
    public Table query() {
        return new Table()
                .optional(
                        "endpoint",
                        new JudgedText(text -> RowPattern.read(text, context.banks())),
                        "To one row, or those of a pattern")
                .optional("bin", new AnyValue(), "That mention one organisation")
                .optional("since", new JudgedText(JournalStart::read), "After a request's number, or from an instant")
                .optional("limit", Scalar.whole(1), "So many, at most " + MOST_SHOWN);
    }

    public Reply list(ControlCall call) {
        Values query = call.query();
        Optional<JournalStart> since = query.value("since", JournalStart.class);
        Optional<RowPattern> endpoint = query.value("endpoint", RowPattern.class);
        Optional<String> bin = query.text("bin");
        Predicate<Exchange> wanted = exchange -> since.orElse(JournalStart.EVER).covers(exchange)
                && endpoint.map(row -> row.fits(exchange.row())).orElse(true)
                && bin.map(mentioned -> mentions(exchange, mentioned)).orElse(true);
        long most = Math.min(MOST_SHOWN, query.number("limit").orElse(MOST_SHOWN));
        return context.json()
                .list(page(call, wanted, most, since.isPresent())
                        .map(exchange -> ExchangeView.of(call.world(), exchange)));
    }

    /** By number: the first that are wanted where one reads on from somewhere, else the last. */
    private static Stream<Exchange> page(ControlCall call, Predicate<Exchange> wanted, long most, boolean onwards) {
        List<Exchange> found = call.world().journal().all().stream()
                .filter(wanted)
                .sorted(Comparator.comparingLong(Exchange::number))
                .toList();
        return onwards ? found.stream().limit(most) : found.stream().skip(Math.max(0, found.size() - most));
    }

    public Reply show(ControlCall call) {
        String number = call.path("number");
        return Optional.of(number)
                .filter(text -> text.matches("\\d{1,18}"))
                .flatMap(text -> call.world().journal().numbered(Long.parseLong(text)))
                .map(exchange -> ExchangeView.of(call.world(), exchange))
                .map(view -> context.json().reply(200, view))
                .orElseGet(() -> context.json().problem(404, "unknown", "no request " + number + " in the journal"));
    }

    public Reply har(ControlCall call) {
        String before = "{\"log\":{\"version\":\"1.2\",\"creator\":{\"name\":\"kzpay-sandbox\",\"version\":\""
                + Version.current() + "\"},\"entries\":";
        return context.json().list(before, exchanges(call).map(exchange -> HarEntry.of(call.world(), exchange)), "}}");
    }

    public Reply normalized(ControlCall call) {
        return context.json().list(exchanges(call).map(new Normalization(call.world())::of));
    }

    private static Stream<Exchange> exchanges(ControlCall call) {
        return call.world().journal().all().stream().filter(exchange -> !exchange.isHandshake());
    }

    private static boolean mentions(Exchange exchange, String bin) {
        return exchange.request().target().contains(bin)
                || exchange.request().body().text().contains(bin);
    }

    public Reply clear(ControlCall call) {
        call.world().journal().clear();
        return Reply.empty(204);
    }

    public Reply clearFindings(ControlCall call) {
        call.world().findings().clear();
        return Reply.empty(204);
    }

    /** The parameters of {@link #findings}. */
    public Table findingsQuery() {
        return new Table()
                .optional(
                        "rule",
                        JudgedText.known(
                                "rule",
                                () -> context.clauses().stream()
                                        .map(Clause::rule)
                                        .toList()),
                        "Of one rule");
    }

    public Reply findings(ControlCall call) {
        Optional<String> rule = call.query().text("rule");
        return context.json()
                .reply(
                        200,
                        call.world().findings().all().stream()
                                .filter(finding ->
                                        rule.map(finding.rule()::equals).orElse(true))
                                .map(finding -> FindingView.of(call.world(), finding))
                                .toList());
    }
}
