package kz.paysandbox.emulator.control.journal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.bank.Bank;
import kz.paysandbox.emulator.core.desk.BankDesk;
import kz.paysandbox.emulator.core.journal.Exchange;
import kz.paysandbox.emulator.core.secrets.KeptStandIns;
import kz.paysandbox.emulator.core.secrets.Redaction;
import kz.paysandbox.emulator.core.settings.Complaint;
import kz.paysandbox.emulator.input.Mistakes;
import kz.paysandbox.emulator.input.Place;
import kz.paysandbox.emulator.input.Scalar;
import kz.paysandbox.emulator.input.Table;
import kz.paysandbox.emulator.input.Texts;
import kz.paysandbox.emulator.input.Values;

/**
 * The filter of exchanges that a verification asks for. Values are compared as the bank reads them, before any
 * stand-in.
 *
 * @param endpoint a row id, or a pattern with {@code *}
 * @param http the HTTP status of the answer
 * @param headers names and values of the request
 * @param body fields of the request's body, query or form, names without regard to case; a name alone is met by a field
 *     at any depth, {@code card.id} by that one
 * @param answer members of the answer's body, as {@code StatusCode} or {@code Data.Status}
 */
record ExchangeFilter(
        Optional<RowPattern> endpoint,
        Optional<Integer> http,
        Map<String, String> headers,
        Map<String, String> body,
        Map<String, String> answer) {

    private static final int MOST_NAMES = 100;
    private static final Redaction KEPT = new Redaction(new KeptStandIns());

    static final Table SHAPE = new Table()
            .optional("endpoint", Scalar.text(100), "A row id, or a pattern such as `r3 *`")
            .optional("http", Scalar.whole(100, 599), "The HTTP status of the answer")
            .optional("header", new Texts(MOST_NAMES), "Header fields of the request")
            .optional("body", new Texts(MOST_NAMES, true), "Fields of the request's body, query or form")
            .optional("answer", new Texts(MOST_NAMES, true), "Members of the answer");

    /** The filter, mistyped endpoints told. */
    static ExchangeFilter of(Values where, List<BankDesk> banks, Mistakes mistakes) {
        return new ExchangeFilter(
                where.text("endpoint")
                        .flatMap(text -> RowPattern.read(text, banks)
                                .<Optional<RowPattern>>fold(Optional::of, complaint -> {
                                    mistakes.at(new Place.InObject("where.endpoint"), complaint);
                                    return Optional.empty();
                                })),
                where.whole("http"),
                where.texts("header"),
                where.texts("body"),
                where.texts("answer"));
    }

    /**
     * What is wrong with a name that no call of these rows has: it would be met by none, and nobody would notice. A name
     * that some exchange has, that is like none where anything can be sent, or that stands within an object, may be the
     * caller's own.
     *
     * @param demanded whether such an exchange is asked for; that there is none may be asked for any name
     */
    Optional<Complaint> unknownName(List<Bank> banks, boolean demanded, Supplier<Stream<Exchange>> exchanges) {
        return unknownName(
                        "field of a request in body:",
                        demanded,
                        body,
                        names(banks, Bank::requestNames),
                        name -> exchanges
                                .get()
                                .anyMatch(exchange -> NamedValues.ofRequest(exchange.request())
                                        .has(name)))
                .or(() -> unknownName(
                        "member of an answer in answer:",
                        demanded,
                        answer,
                        names(banks, Bank::answerNames),
                        name -> exchanges
                                .get()
                                .anyMatch(exchange ->
                                        NamedValues.of(exchange.answer().text()).has(name))));
    }

    private static Optional<Complaint> unknownName(
            String what,
            boolean demanded,
            Map<String, String> wanted,
            List<Optional<Set<String>>> ofRows,
            Predicate<String> isSeen) {
        Set<String> known =
                ofRows.stream().flatMap(Optional::stream).flatMap(Set::stream).collect(Collectors.toSet());
        boolean closed = ofRows.stream().allMatch(Optional::isPresent);
        for (String path : wanted.keySet()) {
            String name = path.substring(path.lastIndexOf('.') + 1);
            boolean fits = known.stream().anyMatch(each -> each.equalsIgnoreCase(path) || each.equalsIgnoreCase(name));
            Complaint complaint = Complaint.unknown(what, name, known);
            boolean impossible = closed && demanded && path.equals(name);
            if (!fits && (impossible || complaint.suggestion().isPresent()) && !isSeen.test(path)) {
                return Optional.of(complaint);
            }
        }
        return Optional.empty();
    }

    private List<Optional<Set<String>>> names(List<Bank> banks, BiFunction<Bank, String, Optional<Set<String>>> of) {
        return banks.stream()
                .flatMap(bank -> bank.rows().stream().filter(this::mayBeOfRow).map(row -> of.apply(bank, row)))
                .toList();
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
        NamedValues named = new NamedValues();
        exchange.request().headers().forEach(header -> named.add(header.name(), header.value()));
        compare("header", headers, named, differences);
        compare(
                "body",
                body,
                body.isEmpty() ? new NamedValues() : NamedValues.ofRequest(exchange.request()),
                differences);
        compare(
                "answer",
                answer,
                answer.isEmpty()
                        ? new NamedValues()
                        : NamedValues.of(exchange.answer().text()),
                differences);
        return differences;
    }

    private static void compare(
            String where, Map<String, String> wanted, NamedValues found, List<Difference> differences) {
        wanted.forEach((name, value) -> {
            if (found.named(name).noneMatch(present -> isSame(name, present, value))) {
                differences.add(
                        new Difference(where, name, value, found.named(name).findFirst()));
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
