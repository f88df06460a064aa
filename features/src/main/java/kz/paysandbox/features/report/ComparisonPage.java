package kz.paysandbox.features.report;

import static kz.paysandbox.features.report.Html.tag;
import static kz.paysandbox.features.report.Html.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import kz.paysandbox.features.report.Html.Tag;
import kz.paysandbox.features.run.Result.Verdict;

/**
 * The page that sets runs side by side.
 *
 * @param runs by name
 * @param verdicts by feature, by line and name of the scenario, by run
 */
record ComparisonPage(List<String> runs, SortedMap<String, SortedMap<String, SortedMap<String, Verdict>>> verdicts) {

    private enum Finding {
        DIFFERENT("different"),
        FAILS("fails"),
        SAME("same"),
        NOT_EVERYWHERE("not run everywhere");

        private final String label;

        Finding(String label) {
            this.label = label;
        }

        private String style() {
            return label.replaceAll(" .*", "");
        }

        private static Finding of(List<Verdict> seen) {
            long tried = seen.stream()
                    .filter(verdict -> verdict != Verdict.SKIPPED)
                    .distinct()
                    .count();
            if (tried > 1) {
                return DIFFERENT;
            }
            if (seen.contains(Verdict.FAILED)) {
                return FAILS;
            }
            return seen.contains(Verdict.SKIPPED) ? NOT_EVERYWHERE : SAME;
        }
    }

    String html() {
        Html head = tag("thead")
                .holding(
                        tag("tr")
                                .holding(
                                        tag("th").holding("Scenario"),
                                        Html.all(runs.stream()
                                                .map(run -> tag("th", "run").holding(run))),
                                        tag("th", "verdict").holding("Finding")),
                        tag("tr", "counts")
                                .holding(
                                        tag("td").holding("hold / do not / not run"),
                                        Html.all(runs.stream()
                                                .map(run -> tag("td", "run").holding(counts(run)))),
                                        tag("td", "verdict").holding()));
        Html features =
                Html.all(verdicts.entrySet().stream().map(feature -> feature(feature.getKey(), feature.getValue())));
        return new Page(
                        "Runs side by side",
                        Html.all(
                                tag("h1").holding("Runs side by side"),
                                tag("p").holding("Each scenario in each run; differences and failures come first."),
                                tag("dl")
                                        .holding(Html.all(
                                                Stream.of(Finding.values()).map(this::total))),
                                tag("div", "scroll")
                                        .holding(tag("table", "side-by-side").holding(head, differences(), features))))
                .html();
    }

    /** What came of each run. */
    Map<String, Totals> totals() {
        Map<String, Totals> totals = new LinkedHashMap<>();
        runs.forEach(run -> totals.put(
                run,
                Totals.of(scenarios()
                        .map(scenario -> scenario.getOrDefault(run, Verdict.SKIPPED))
                        .toList())));
        return totals;
    }

    private Html total(Finding finding) {
        long count = scenarios()
                .filter(scenario -> Finding.of(seen(scenario)) == finding)
                .count();
        return tag("div", finding.style() + (count > 0 ? " some" : ""))
                .holding(tag("dt").holding(finding.label), tag("dd").holding(String.valueOf(count)));
    }

    private String counts(String run) {
        Totals of = totals().getOrDefault(run, new Totals(0, 0, 0));
        return of.passed() + " / " + of.failed() + " / " + of.skipped();
    }

    private Html differences() {
        Html rows = Html.all(verdicts.entrySet().stream()
                .flatMap(feature -> feature.getValue().entrySet().stream()
                        .filter(scenario ->
                                Finding.of(seen(scenario.getValue())).compareTo(Finding.FAILS) <= 0)
                        .map(scenario -> row(
                                feature.getKey() + ":" + scenario.getKey().replaceAll("^0+", ""),
                                scenario.getValue()))));
        return rows.equals(Html.NOTHING)
                ? Html.NOTHING
                : tag("tbody").with("id", "differences").holding(heading(text("To look into")), rows);
    }

    private Html feature(String name, SortedMap<String, SortedMap<String, Verdict>> scenarios) {
        return tag("tbody")
                .holding(
                        heading(Html.all(text(name + " "), tag("small").holding(String.valueOf(scenarios.size())))),
                        Html.all(scenarios.entrySet().stream()
                                .map(scenario -> row(scenario.getKey(), scenario.getValue()))));
    }

    private Html heading(Html content) {
        Tag cell = tag("th").with("colspan", String.valueOf(runs.size() + 2));
        return tag("tr").holding(cell.holding(content));
    }

    private Html row(String scenario, Map<String, Verdict> of) {
        List<Verdict> seen = seen(of);
        Finding finding = Finding.of(seen);
        return tag("tr", finding.style())
                .holding(
                        tag("td").holding(scenario.replaceAll("^0*(\\d+) ", "")),
                        Html.all(seen.stream().map(ComparisonPage::cell)),
                        tag("td", "verdict").holding(finding.label));
    }

    private Stream<SortedMap<String, Verdict>> scenarios() {
        return verdicts.values().stream().flatMap(feature -> feature.values().stream());
    }

    private List<Verdict> seen(Map<String, Verdict> scenario) {
        return runs.stream()
                .map(run -> scenario.getOrDefault(run, Verdict.SKIPPED))
                .toList();
    }

    private static Html cell(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> tag("td", "run passed").holding("passed");
            case FAILED -> tag("td", "run failed").holding("failed");
            case SKIPPED -> tag("td", "run not-run").holding("not run");
        };
    }
}
