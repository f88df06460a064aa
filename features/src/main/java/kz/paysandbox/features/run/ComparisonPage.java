package kz.paysandbox.features.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
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
        return "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>Runs side by side</title><style>"
                + style()
                + "</style><h1>Runs side by side</h1><p>Each scenario in each run; differences and failures come first.</p>"
                + totals()
                + "<table><thead><tr><th>Scenario</th>"
                + runs.stream().map(run -> tag("th", "run", run)).collect(Collectors.joining())
                + tag("th", "verdict", "Finding") + "</tr><tr class=\"counts\">"
                + tag("td", "", "hold / do not / not run")
                + runs.stream().map(run -> tag("td", "run", counts(run))).collect(Collectors.joining())
                + tag("td", "verdict", "") + "</tr></thead>" + differences()
                + verdicts.entrySet().stream()
                        .map(entry -> feature(entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining())
                + "</table></html>\n";
    }

    private String totals() {
        return "<dl>" + List.of(Finding.values()).stream().map(this::total).collect(Collectors.joining()) + "</dl>";
    }

    private String total(Finding finding) {
        long count = count(finding);
        return "<div class=\"" + first(finding.label) + (count > 0 ? " some" : "") + "\">"
                + tag("dt", "", finding.label) + tag("dd", "", String.valueOf(count)) + "</div>";
    }

    private long count(Finding wanted) {
        return verdicts.values().stream()
                .flatMap(feature -> feature.values().stream())
                .filter(scenario -> Finding.of(seen(scenario)) == wanted)
                .count();
    }

    private String counts(String run) {
        Map<Verdict, Long> counted = verdicts.values().stream()
                .flatMap(feature -> feature.values().stream())
                .collect(Collectors.groupingBy(
                        scenario -> scenario.getOrDefault(run, Verdict.SKIPPED), Collectors.counting()));
        return counted.getOrDefault(Verdict.PASSED, 0L) + " / " + counted.getOrDefault(Verdict.FAILED, 0L) + " / "
                + counted.getOrDefault(Verdict.SKIPPED, 0L);
    }

    private String differences() {
        String rows = verdicts.entrySet().stream()
                .flatMap(feature -> feature.getValue().entrySet().stream()
                        .filter(scenario ->
                                Finding.of(seen(scenario.getValue())).compareTo(Finding.FAILS) <= 0)
                        .map(scenario -> row(feature.getKey() + ":" + scenario.getKey(), scenario.getValue())))
                .collect(Collectors.joining());
        return rows.isEmpty() ? "" : "<tbody id=\"differences\">" + heading("To look into") + rows + "</tbody>";
    }

    private String feature(String name, SortedMap<String, SortedMap<String, Verdict>> scenarios) {
        return "<tbody>" + heading(text(name) + " <small>" + scenarios.size() + "</small>")
                + scenarios.entrySet().stream()
                        .map(scenario -> row(scenario.getKey(), scenario.getValue()))
                        .collect(Collectors.joining())
                + "</tbody>";
    }

    private String heading(String html) {
        return "<tr><th colspan=\"" + (runs.size() + 2) + "\">" + html + "</th></tr>";
    }

    private String row(String scenario, Map<String, Verdict> of) {
        List<Verdict> seen = seen(of);
        Finding finding = Finding.of(seen);
        return "<tr class=\"" + first(finding.label) + "\"><td>" + text(scenario.replaceAll("^0*(\\d+) ", ""))
                + "</td>"
                + seen.stream().map(ComparisonPage::cell).collect(Collectors.joining())
                + tag("td", "verdict", finding.label) + "</tr>\n";
    }

    private List<Verdict> seen(Map<String, Verdict> scenario) {
        return runs.stream()
                .map(run -> scenario.getOrDefault(run, Verdict.SKIPPED))
                .toList();
    }

    private static String cell(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> tag("td", "run passed", "passed");
            case FAILED -> tag("td", "run failed", "failed");
            case SKIPPED -> tag("td", "run not-run", "not run");
        };
    }

    private static String first(String label) {
        return label.replaceAll(" .*", "");
    }

    private static String tag(String name, String css, String content) {
        return "<" + name + (css.isEmpty() ? "" : " class=\"" + css + "\"") + ">" + text(content) + "</" + name + ">";
    }

    private static String text(String plain) {
        return plain.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static String style() {
        try (InputStream css = ComparisonPage.class.getResourceAsStream("side-by-side.css")) {
            if (css == null) {
                throw new IllegalStateException("side-by-side.css is missing");
            }
            return new String(css.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
