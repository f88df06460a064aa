package kz.paysandbox.features.report;

import static kz.paysandbox.features.report.Html.tag;

import java.util.Locale;
import kz.paysandbox.features.report.Html.Tag;
import kz.paysandbox.features.run.Result.Verdict;

/** What the page's script works with: scenarios are shown by their state and by words of their text. */
final class Filter {

    private Filter() {}

    /** The buttons and the field. */
    static Html bar(Totals totals) {
        Html states = Html.all(
                state("", "All", totals.all()),
                state("failed", "Failed", totals.failed()),
                state("skipped", "Skipped", totals.skipped()),
                state("passed", "Passed", totals.passed()));
        Html words = tag("input")
                .with("type", "search")
                .with("id", "words")
                .with("placeholder", "Words, a tag, a row, a code")
                .with("aria-label", "Show scenarios with these words")
                .holding();
        return tag("div", "filter")
                .with("role", "search")
                .holding(
                        states,
                        words,
                        tag("output")
                                .with("id", "shown")
                                .with("aria-live", "polite")
                                .holding());
    }

    /** Words that a click puts into the field. */
    static Html word(String words) {
        return tag("button", "word")
                .with("type", "button")
                .with("data-words", words)
                .holding(words);
    }

    /** Something that is shown as long as a scenario in it is. */
    static Tag group(boolean open) {
        Tag group = tag("details", "feature");
        return open ? group.with("open", "") : group;
    }

    /** A scenario. */
    static Tag scenario(Verdict verdict) {
        String state = verdict.name().toLowerCase(Locale.ROOT);
        return tag("details", "scenario " + state).with("data-state", state);
    }

    private static Html state(String state, String label, long count) {
        return tag("button", "state")
                .with("type", "button")
                .with("data-state", state)
                .with("aria-pressed", String.valueOf(state.isEmpty()))
                .holding(Html.text(label + " "), tag("small").holding(String.valueOf(count)));
    }
}
