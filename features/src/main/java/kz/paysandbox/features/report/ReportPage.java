package kz.paysandbox.features.report;

import static kz.paysandbox.features.report.Html.tag;
import static kz.paysandbox.features.report.Html.text;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.paysandbox.features.run.Report;
import kz.paysandbox.features.run.Result;
import kz.paysandbox.features.run.Result.Verdict;

/**
 * The page of one run: what came of it by bank, what failed and why, what was skipped and why, each scenario, and what
 * the scenarios cover.
 *
 * @param run names target and driver
 * @param runs all runs of the folder, this one included, by name
 */
record ReportPage(String run, Report report, Map<String, Totals> runs) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    String html() {
        Totals all = Totals.ofResults(report.results());
        return new Page(
                        "Contract suite, " + run,
                        Html.all(head(all), byBank(all), byRun(), failures(), skipped(), scenarios(all), covered()))
                .html();
    }

    private Html head(Totals all) {
        String verdict = all.failed() == 0
                ? "Every scenario that was tried holds."
                : all.failed() == 1 ? "One scenario fails." : all.failed() + " scenarios fail.";
        String when =
                report.finished().map(TIME::format).map(time -> time + " · ").orElse("");
        return tag("header", all.failed() == 0 ? "good" : "bad")
                .holding(
                        tag("h1").holding("Contract suite"),
                        tag("p", "run").holding(when + run + " · " + took()),
                        tag("p", "verdict").holding(verdict));
    }

    private String took() {
        Duration sum =
                report.results().stream().map(result -> result.details().took()).reduce(Duration.ZERO, Duration::plus);
        return sum.toSeconds() + " s in scenarios";
    }

    private Html byBank(Totals all) {
        Map<String, List<Result>> banks = banks();
        Html rows = Html.all(
                banks.entrySet().stream().map(bank -> totals(text(bank.getKey()), Totals.ofResults(bank.getValue()))));
        Html sum = banks.size() > 1 ? totals(text("all"), all) : Html.NOTHING;
        return section("By bank", table("Bank", Html.all(rows, sum)));
    }

    private Html byRun() {
        if (runs.size() < 2) {
            return Html.NOTHING;
        }
        Html rows = Html.all(runs.entrySet().stream()
                .map(each -> totals(
                        each.getKey().equals(run)
                                ? Html.all(
                                        text(each.getKey() + " "), tag("small").holding("this page"))
                                : text(each.getKey()),
                        each.getValue())));
        Html link = tag("p").holding(tag("a").with("href", "side-by-side.html").holding("Scenario by scenario"));
        return section("By target and driver", Html.all(table("Run", rows), link));
    }

    private static Html table(String first, Html rows) {
        Html head = tag("tr")
                .holding(
                        tag("th").holding(first),
                        tag("th", "count").holding("passed"),
                        tag("th", "count").holding("failed"),
                        tag("th", "count").holding("skipped"),
                        tag("th", "wide").holding());
        return tag("table", "totals")
                .holding(tag("thead").holding(head), tag("tbody").holding(rows));
    }

    private static Html totals(Html name, Totals totals) {
        return tag("tr")
                .holding(
                        tag("th").with("scope", "row").holding(name),
                        totals.cells(),
                        tag("td", "wide").holding(totals.bar()));
    }

    private Html failures() {
        List<Result> failed = report.failures();
        return failed.isEmpty()
                ? Html.NOTHING
                : section(
                        "Failed",
                        Html.all(failed.stream().map(ScenarioView::new).map(ScenarioView::failure)));
    }

    private Html skipped() {
        Map<String, Long> reasons = report.skipped();
        return reasons.isEmpty()
                ? Html.NOTHING
                : section(
                        "Skipped",
                        tag("ul", "reasons")
                                .holding(Html.all(reasons.entrySet().stream()
                                        .map(reason -> tag("li")
                                                .holding(
                                                        Filter.word(reason.getKey()),
                                                        tag("small").holding(" " + reason.getValue()))))));
    }

    private Html scenarios(Totals all) {
        Html features = Html.all(banks().entrySet().stream()
                .map(bank -> Html.all(
                        tag("h3").holding(bank.getKey()),
                        Html.all(bank.getValue().stream()
                                .collect(Collectors.groupingBy(
                                        ReportPage::feature, LinkedHashMap::new, Collectors.toList()))
                                .entrySet()
                                .stream()
                                .map(feature -> feature(feature.getKey(), feature.getValue()))))));
        return section("Scenarios", Html.all(Filter.bar(all), features));
    }

    private static Html feature(String path, List<Result> results) {
        Totals totals = Totals.ofResults(results);
        String title = results.get(0).details().feature();
        Html summary = tag("summary")
                .holding(
                        tag("span", "title").holding(title.isEmpty() ? path : title),
                        tag("small").holding(" " + path + " · " + totals.all()),
                        totals.bar());
        Html scenarios = Html.all(results.stream().map(ScenarioView::new).map(ScenarioView::line));
        return Filter.group(totals.failed() > 0)
                .with("lang", path.endsWith(".ru.feature") ? "ru" : "en")
                .holding(summary, scenarios);
    }

    private Html covered() {
        return section("Covered", new Coverage(banks()).html());
    }

    private static Html section(String title, Html content) {
        return tag("section").holding(tag("h2").holding(title), content);
    }

    /** By the bank's title; scenarios of no bank or of several come last. */
    private Map<String, List<Result>> banks() {
        Map<String, List<Result>> banks = report.results().stream()
                .collect(Collectors.groupingBy(result -> result.details().bank(), TreeMap::new, Collectors.toList()));
        List<Result> others = banks.remove("");
        if (others != null) {
            banks = new LinkedHashMap<>(banks);
            banks.put("no bank in particular", others);
        }
        return banks;
    }

    private static String feature(Result result) {
        return result.where().replaceAll("^classpath:|^file:(?://)?|:\\d+$", "").replaceAll("^.*\\bfeatures/", "");
    }

    /** Whether a scenario was tried. */
    static boolean tried(Result result) {
        return result.verdict() != Verdict.SKIPPED;
    }
}
