package kz.paysandbox.features.report;

import static kz.paysandbox.features.report.Html.tag;

import java.util.Collection;
import kz.paysandbox.features.run.Result;
import kz.paysandbox.features.run.Result.Verdict;

/** How many scenarios passed, failed and were skipped. */
record Totals(long passed, long failed, long skipped) {

    private static final String[] CLASSES = {"failed", "passed", "skipped"};
    private static final int LEAST_PART = 100;

    static Totals of(Collection<Verdict> verdicts) {
        return new Totals(
                count(verdicts, Verdict.PASSED), count(verdicts, Verdict.FAILED), count(verdicts, Verdict.SKIPPED));
    }

    static Totals ofResults(Collection<Result> results) {
        return of(results.stream().map(Result::verdict).toList());
    }

    long all() {
        return passed + failed + skipped;
    }

    /** Three cells of a table. */
    Html cells() {
        return Html.all(cell("passed", passed), cell("failed", failed), cell("skipped", skipped));
    }

    /** A bar whose parts are as long as the counts; a failure is always seen. */
    Html bar() {
        long[] counts = {failed == 0 ? 0 : Math.max(failed, all() / LEAST_PART), passed, skipped};
        Html[] parts = new Html[counts.length];
        long from = 0;
        for (int part = 0; part < counts.length; part++) {
            parts[part] = tag("rect", CLASSES[part])
                    .with("x", String.valueOf(from))
                    .with("width", String.valueOf(counts[part]))
                    .with("height", "1")
                    .holding();
            from += counts[part];
        }
        return tag("svg", "bar")
                .with("viewBox", "0 0 " + Math.max(1, all()) + " 1")
                .with("preserveAspectRatio", "none")
                .with("aria-hidden", "true")
                .holding(parts);
    }

    private static Html cell(String name, long count) {
        return tag("td", count == 0 ? "count none" : "count " + name).holding(String.valueOf(count));
    }

    private static long count(Collection<Verdict> verdicts, Verdict wanted) {
        return verdicts.stream().filter(verdict -> verdict == wanted).count();
    }
}
