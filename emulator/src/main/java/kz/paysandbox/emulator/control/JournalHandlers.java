package kz.paysandbox.emulator.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
        long since = number(call, "since", 0);
        long limit = Math.min(number(call, "limit", MOST_SHOWN), MOST_SHOWN);
        List<Map<String, Object>> shown = call.world().journal().all().stream()
                .filter(exchange -> exchange.number() > since)
                .filter(exchange ->
                        call.query("endpoint").map(exchange.row()::equals).orElse(true))
                .filter(exchange ->
                        call.query("bin").map(bin -> mentions(exchange, bin)).orElse(true))
                .limit(limit)
                .map(exchange -> ExchangeView.of(call.world()).whole(exchange))
                .toList();
        return room.json().reply(200, shown);
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
        return room.json()
                .reply(
                        200,
                        call.world().findings().all().stream()
                                .filter(finding -> call.query("rule")
                                        .map(finding.rule()::equals)
                                        .orElse(true))
                                .map(JournalHandlers::view)
                                .toList());
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

    private static long number(ControlCall call, String name, long fallback) {
        return call.query(name)
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .orElse(fallback);
    }
}
