package kz.paysandbox.emulator.control;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.desk.BankDesk;
import kz.paysandbox.emulator.core.journal.Exchange;
import kz.paysandbox.emulator.core.secrets.KeptStandIns;
import kz.paysandbox.emulator.core.secrets.Redaction;

/**
 * Which exchanges a verification asks for. Values are compared as the bank reads them, before any stand-in.
 *
 * @param endpoint a row id, or a pattern with {@code *}
 * @param http the HTTP status of the answer
 * @param headers names and values of the request
 * @param body fields of the request's body, query or form, names without regard to case
 * @param answer members of the answer's body, as {@code StatusCode}
 */
record Wanted(
        Optional<RowPattern> endpoint,
        Optional<Integer> http,
        Map<String, String> headers,
        Map<String, String> body,
        Map<String, String> answer) {

    private static final Redaction KEPT = new Redaction(new KeptStandIns());

    static Wanted read(Members where, List<BankDesk> banks) {
        return new Wanted(
                where.text("endpoint")
                        .flatMap(text -> RowPattern.read(text, banks)
                                .<Optional<RowPattern>>fold(Optional::of, complaint -> {
                                    where.problem(complaint);
                                    return Optional.empty();
                                })),
                where.whole("http", 100, 599),
                where.texts("header"),
                where.texts("body"),
                where.texts("answer"));
    }

    boolean isMetBy(Exchange exchange) {
        return mayBeOfRow(exchange.row())
                && http.map(status -> status == exchange.status()).orElse(true)
                && (saysNothingOfContents() || differences(exchange).isEmpty());
    }

    /** Whether a request to this row can be one of them. */
    boolean mayBeOfRow(String row) {
        return endpoint.map(pattern -> pattern.fits(row)).orElse(true);
    }

    private boolean saysNothingOfContents() {
        return headers.isEmpty() && body.isEmpty() && answer.isEmpty();
    }

    /** All that keeps an exchange from being one of those asked for, field by field. */
    List<Difference> differences(Exchange exchange) {
        List<Difference> differences = new ArrayList<>();
        endpoint.filter(pattern -> !pattern.fits(exchange.row()))
                .ifPresent(pattern -> differences.add(
                        new Difference(Difference.ENDPOINT, "", pattern.text(), Optional.of(exchange.row()))));
        http.filter(status -> status != exchange.status())
                .ifPresent(status -> differences.add(new Difference(
                        "http", "", String.valueOf(status), Optional.of(String.valueOf(exchange.status())))));
        Said said = new Said();
        exchange.request().headers().forEach(header -> said.add(header.name(), header.value()));
        compare("header", headers, said, differences);
        compare("body", body, body.isEmpty() ? new Said() : Said.inRequest(exchange.request()), differences);
        compare(
                "answer",
                answer,
                answer.isEmpty() ? new Said() : Said.in(exchange.answer().text()),
                differences);
        return differences;
    }

    private static void compare(String where, Map<String, String> wanted, Said found, List<Difference> differences) {
        wanted.forEach((name, value) -> {
            if (found.of(name).noneMatch(present -> isSame(name, present, value))) {
                differences.add(
                        new Difference(where, name, value, found.of(name).findFirst()));
            }
        });
    }

    /** Card numbers are compared as the journal keeps them, without their middle. */
    private static boolean isSame(String name, String found, String wanted) {
        return found.equals(wanted) || sameNumber(found, wanted) || found.equals(KEPT.field(name, wanted));
    }

    private static boolean sameNumber(String first, String second) {
        try {
            return new BigDecimal(first).compareTo(new BigDecimal(second)) == 0;
        } catch (NumberFormatException notNumbers) {
            return false;
        }
    }
}
