package kz.paysandbox.emulator.control;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.desk.BankDesk;
import kz.paysandbox.emulator.core.journal.Exchange;

/**
 * Which exchanges a verification asks for. Values are compared as they were sent, before any stand-in.
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

    private static final Pattern MEMBER = Pattern.compile(
            "\"([^\"\\\\]{1,64})\"\\s*:\\s*(?:\"((?:[^\"\\\\]++|\\\\.)*+)\"|(-?[0-9][0-9.eE+-]*|true|false))");
    private static final Pattern PARAMETER = Pattern.compile("(?:^|[?&])([^=&?]{1,64})=([^&]*)");

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
        return endpoint.map(pattern -> pattern.fits(exchange.row())).orElse(true)
                && http.map(status -> status == exchange.status()).orElse(true)
                && (saysNothingOfContents() || differences(exchange).isEmpty());
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
        Map<String, String> sentHeaders = exchange.request().headers().stream()
                .collect(Collectors.toMap(
                        header -> fold(header.name()), Exchange.Header::value, (first, second) -> first));
        compare("header", headers, sentHeaders, differences);
        compare("body", body, sent(exchange), differences);
        compare("answer", answer, members(exchange.answer().text()), differences);
        return differences;
    }

    private static void compare(
            String where, Map<String, String> wanted, Map<String, String> found, List<Difference> differences) {
        wanted.forEach((name, value) -> {
            Optional<String> present = Optional.ofNullable(found.get(fold(name)));
            if (present.filter(other -> other.equals(value) || sameNumber(other, value))
                    .isEmpty()) {
                differences.add(new Difference(where, name, value, present));
            }
        });
    }

    private static Map<String, String> sent(Exchange exchange) {
        Map<String, String> sent =
                new LinkedHashMap<>(members(exchange.request().body().text()));
        Stream.of(exchange.request().target(), exchange.request().body().text())
                .filter(text -> !text.startsWith("{"))
                .forEach(text -> PARAMETER
                        .matcher(text)
                        .results()
                        .forEach(pair -> sent.put(fold(pair.group(1)), pair.group(2))));
        return sent;
    }

    private static Map<String, String> members(String json) {
        return MEMBER.matcher(json)
                .results()
                .collect(Collectors.toMap(
                        member -> fold(member.group(1)),
                        member -> member.group(2) == null ? member.group(3) : member.group(2),
                        (first, second) -> first));
    }

    private static boolean sameNumber(String first, String second) {
        try {
            return new BigDecimal(first).compareTo(new BigDecimal(second)) == 0;
        } catch (NumberFormatException notNumbers) {
            return false;
        }
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
