package kz.paysandbox.emulator.control;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.journal.Clause;
import kz.paysandbox.emulator.core.journal.Exchange;
import kz.paysandbox.emulator.core.journal.Finding;
import kz.paysandbox.emulator.http.Reply;

/** What a world was asked and answered, with stand-ins for secrets, and where callers left the bank's rules. */
final class JournalHandlers {

    private static final long MOST_SHOWN = 1_000;

    private final ControlRoom room;

    JournalHandlers(ControlRoom room) {
        this.room = room;
    }

    Reply list(ControlCall call) {
        Parameters query = new Parameters(call);
        long since = query.whole("since", 0, Long.MAX_VALUE, 0);
        long limit = query.whole("limit", 1, MOST_SHOWN, MOST_SHOWN);
        Optional<String> bin = query.text("bin");
        Optional<RowPattern> endpoint = query.text("endpoint")
                .flatMap(text -> RowPattern.read(text, room.banks())
                        .<Optional<RowPattern>>fold(Optional::of, complaint -> {
                            query.complain(complaint);
                            return Optional.empty();
                        }));
        return query.finish(limit)
                .fold(
                        most -> room.json()
                                .reply(
                                        200,
                                        call.world().journal().all().stream()
                                                .filter(exchange -> exchange.number() > since)
                                                .filter(exchange -> endpoint.map(row -> row.fits(exchange.row()))
                                                        .orElse(true))
                                                .filter(exchange -> bin.map(wanted -> mentions(exchange, wanted))
                                                        .orElse(true))
                                                .sorted(Comparator.comparingLong(Exchange::number))
                                                .limit(most)
                                                .map(exchange -> ExchangeView.of(call.world())
                                                        .whole(exchange))
                                                .toList()),
                        complaint -> room.json().problem(400, "invalid", complaint));
    }

    Reply show(ControlCall call) {
        String number = call.path("number");
        return Optional.of(number)
                .filter(text -> text.matches("\\d{1,18}"))
                .flatMap(text -> call.world().journal().numbered(Long.parseLong(text)))
                .map(exchange ->
                        room.json().reply(200, ExchangeView.of(call.world()).whole(exchange)))
                .orElseGet(() -> room.json().problem(404, "unknown", "no request " + number + " in the journal"));
    }

    Reply har(ControlCall call) {
        ExchangeView view = ExchangeView.of(call.world());
        Map<String, Object> log = new LinkedHashMap<>();
        log.put("version", "1.2");
        log.put("creator", Map.of("name", "kzpay-sandbox", "version", Version.current()));
        log.put("entries", exchanges(call).map(view::har).toList());
        return room.json().reply(200, Map.of("log", log));
    }

    Reply normalized(ControlCall call) {
        ExchangeView view = ExchangeView.comparing(call.world());
        return room.json().reply(200, exchanges(call).map(view::normalized).toList());
    }

    private static Stream<Exchange> exchanges(ControlCall call) {
        return call.world().journal().all().stream().filter(exchange -> !exchange.isHandshake());
    }

    private static boolean mentions(Exchange exchange, String bin) {
        return exchange.request().target().contains(bin)
                || exchange.request().body().text().contains(bin);
    }

    Reply clear(ControlCall call) {
        call.world().journal().clear();
        return Reply.empty(204);
    }

    Reply findings(ControlCall call) {
        Parameters query = new Parameters(call);
        Optional<String> rule =
                query.choice("rule", room.clauses().stream().map(Clause::rule).toList());
        return query.finish(rule)
                .fold(
                        wanted -> room.json()
                                .reply(
                                        200,
                                        call.world().findings().all().stream()
                                                .filter(finding -> wanted.map(finding.rule()::equals)
                                                        .orElse(true))
                                                .map(JournalHandlers::view)
                                                .toList()),
                        complaint -> room.json().problem(400, "invalid", complaint));
    }

    private static Map<String, Object> view(Finding finding) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("rule", finding.rule());
        view.put("clause", finding.clause());
        view.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        view.put("evidence", finding.evidence());
        view.put("requests", finding.requests());
        view.put("at", finding.at().toString());
        return view;
    }
}
