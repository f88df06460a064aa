package kz.paysandbox.features.report;

import static kz.paysandbox.features.report.Html.tag;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.paysandbox.features.run.Result;

/**
 * What the scenarios are about, by their tags: rows of the banks' tables, clauses of their documents, codes.
 *
 * @param banks results by the bank's title
 */
record Coverage(Map<String, List<Result>> banks) {

    /**
     * A kind of tag.
     *
     * @param prefix of the tag; what follows is shown
     */
    private record Kind(String title, String prefix) {}

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private static final List<Kind> KINDS = List.of(
            new Kind("Rows", "@row:"),
            new Kind("Clauses", "@doc-"),
            new Kind("Status codes", "@code:"),
            new Kind("Reasons", "@reason:"),
            new Kind("Results", "@result:"));

    Html html() {
        return Html.all(banks.entrySet().stream()
                .map(bank -> Html.all(
                        tag("h3").holding(bank.getKey()),
                        Html.all(KINDS.stream().map(kind -> kind(kind, bank.getValue()))))));
    }

    private static Html kind(Kind kind, List<Result> results) {
        Map<String, List<Result>> found = results.stream()
                .flatMap(result -> tags(result, kind.prefix()).map(tag -> Map.entry(tag, result)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        () -> new TreeMap<>(Comparator.comparing(Coverage::sortable)),
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        if (found.isEmpty()) {
            return Html.NOTHING;
        }
        long tried = found.values().stream()
                .filter(of -> of.stream().anyMatch(ReportPage::tried))
                .count();
        return tag("details", "coverage")
                .holding(
                        tag("summary")
                                .holding(
                                        tag("span", "title").holding(kind.title()),
                                        tag("small").holding(" " + tried + " of " + found.size() + " tried")),
                        tag("ul", "covered")
                                .holding(Html.all(found.entrySet().stream().map(Coverage::item))));
    }

    private static Html item(Map.Entry<String, List<Result>> tagged) {
        Totals totals = Totals.ofResults(tagged.getValue());
        String state = totals.failed() > 0 ? "failed" : totals.passed() > 0 ? "passed" : "skipped";
        return tag("li", state)
                .holding(Filter.word(tagged.getKey()), tag("small").holding(" " + totals.all()));
    }

    /** Numbers in a tag are ordered by their value. */
    private static String sortable(String tag) {
        return NUMBER.matcher(tag)
                .replaceAll(digits -> "0".repeat(Math.max(0, 9 - digits.group().length())) + digits.group());
    }

    private static Stream<String> tags(Result result, String prefix) {
        return result.tags().stream().filter(tag -> tag.startsWith(prefix));
    }
}
