package kz.paysandbox.features.report;

import static kz.paysandbox.features.report.Html.tag;
import static kz.paysandbox.features.report.Html.text;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import kz.paysandbox.features.run.Result;
import kz.paysandbox.features.run.Result.Verdict;
import kz.paysandbox.features.run.ScenarioDetails.Step;
import kz.paysandbox.features.wire.Exchange;
import kz.paysandbox.features.wire.Json;

/** A scenario on the page. */
record ScenarioView(Result result) {

    /** One line among the others, that opens. */
    Html line() {
        Html more = result.failed()
                ? tag("p").holding(tag("a").with("href", "#" + anchor()).holding("Why it failed"))
                : Html.all(reason(), steps());
        return Filter.scenario(result.verdict())
                .holding(
                        tag("summary")
                                .holding(
                                        mark(result.verdict().name().toLowerCase(Locale.ROOT)),
                                        tag("span", "title").holding(result.name()),
                                        tag("small").holding(" line " + line(result.where()))),
                        tag("div", "more").holding(more, tags()));
    }

    /** All that is known of a failed one. */
    Html failure() {
        return tag("article", "failure")
                .with("id", anchor())
                .holding(
                        tag("h3").holding(result.name()),
                        tag("p", "where").holding(place()),
                        reason(),
                        steps(),
                        exchanges(),
                        tags());
    }

    private String place() {
        String feature = result.details().feature();
        return (feature.isEmpty() ? "" : feature + " · ")
                + result.where()
                        .replaceAll("^classpath:|^file:(?://)?|:0*(?=\\d+$)", "")
                        .replaceAll("(\\.feature)(\\d+)$", "$1, line $2");
    }

    private Html reason() {
        return result.reason().isEmpty()
                ? Html.NOTHING
                : tag(result.failed() ? "pre" : "p", "reason").holding(result.reason());
    }

    private Html steps() {
        List<Step> steps = result.verdict() == Verdict.SKIPPED
                ? List.of()
                : result.details().steps();
        return steps.isEmpty()
                ? Html.NOTHING
                : tag("ol", "steps").holding(Html.all(steps.stream().map(ScenarioView::step)));
    }

    private static Html step(Step step) {
        return tag("li", step.outcome())
                .holding(mark(step.outcome()), tag("b").holding(step.keyword()), text(" " + step.text()));
    }

    private Html exchanges() {
        List<Exchange> exchanges = result.details().exchanges();
        return exchanges.isEmpty()
                ? tag("p", "where").holding("No exchange with the bank was seen.")
                : tag("div", "exchanges")
                        .holding(
                                tag("h4").holding("Exchanges with the bank"),
                                Html.all(IntStream.range(0, exchanges.size())
                                        .mapToObj(at -> exchange(exchanges.get(at), at == exchanges.size() - 1))));
    }

    private static Html exchange(Exchange exchange, boolean open) {
        Html.Tag details = tag("details");
        return (open ? details.with("open", "") : details)
                .holding(
                        tag("summary")
                                .holding(
                                        tag("code").holding(exchange.method() + " " + exchange.target()),
                                        text(" "),
                                        tag("b").holding(exchange.outcome())),
                        body("request", exchange.request()),
                        body("answer", exchange.answer()),
                        Html.all(exchange.notes().stream()
                                .map(note -> tag("p", "note").holding(note))));
    }

    private static Html body(String label, String body) {
        return body.isEmpty()
                ? Html.NOTHING
                : tag("div", "body")
                        .holding(tag("small").holding(label), tag("pre").holding(Json.pretty(body)));
    }

    private Html tags() {
        return tag("p", "tags").holding(Html.all(result.tags().stream().sorted().map(Filter::word)));
    }

    private static Html mark(String outcome) {
        String sign = switch (outcome) {
            case "passed" -> "✓";
            case "skipped" -> "–";
            default -> "✕";
        };
        return tag("span", "mark").with("title", outcome).holding(sign);
    }

    private String anchor() {
        return "failed-" + result.where().replaceAll("[^A-Za-z0-9]+", "-");
    }

    private static String line(String where) {
        return where.replaceAll(".*:0*", "");
    }
}
