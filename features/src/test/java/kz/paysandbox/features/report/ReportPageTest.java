package kz.paysandbox.features.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.paysandbox.features.run.Report;
import kz.paysandbox.features.run.Result;
import kz.paysandbox.features.run.Result.Verdict;
import kz.paysandbox.features.run.ScenarioDetails;
import kz.paysandbox.features.run.ScenarioDetails.Step;
import kz.paysandbox.features.wire.Exchange;
import org.junit.jupiter.api.Test;

class ReportPageTest {

    private static final String SCRIPT = "<script>document.title='broken'</script>";
    private static final String QUOTES = "\" onload='x' <b>&";

    private final String page = new ReportPage(
                    "emulator-raw",
                    new Report(
                            List.of(
                                    result(1, "holds", Verdict.PASSED, "", List.of()),
                                    result(2, "fails " + SCRIPT, Verdict.FAILED, "at " + QUOTES, exchanges()),
                                    result(3, "cannot be tried", Verdict.SKIPPED, "no " + SCRIPT, List.of())),
                            Optional.of(Instant.parse("2026-01-02T03:04:05Z"))),
                    Map.of("emulator-raw", new Totals(1, 1, 1), "emulator-" + SCRIPT, new Totals(3, 0, 0)))
            .html();

    @Test
    void says_when_and_what_was_run_and_how_it_ended() {
        assertThat(page)
                .contains("2026-01-02 03:04 UTC · emulator-raw · 4 s in scenarios", "One scenario fails.")
                .contains("<th scope=\"row\">Some Bank</th><td class=\"count passed\">1</td>")
                .contains("<td class=\"count failed\">1</td><td class=\"count skipped\">1</td>")
                .contains("By target and driver", "side-by-side.html");
    }

    @Test
    void a_failed_scenario_has_its_steps_its_reason_and_its_exchanges() {
        assertThat(page)
                .contains("<li class=\"failed\">", "<b>Тогда</b> покупка оплачена")
                .contains("GET /pay?order=1", "500", "&lt;script&gt;document.title=&#39;broken&#39;&lt;/script&gt;")
                .contains("&quot;Amount&quot; : 1500.00")
                .contains("the sandbox says why");
    }

    @Test
    void nothing_that_was_read_becomes_markup() {
        assertThat(page.split("<script", -1)).as("our own script alone").hasSize(2);
        assertThat(page).doesNotContain("onload='x'", "<b>&").contains("&quot; onload=&#39;x&#39; &lt;b&gt;&amp;");
    }

    @Test
    void a_browser_is_told_to_run_our_own_script_alone_and_to_load_nothing() {
        assertThat(page)
                .contains("default-src &#39;none&#39;; style-src &#39;sha256-", "script-src &#39;sha256-")
                .doesNotContain("unsafe-inline", "src=", "http://", "https://", "@import", "url(");
    }

    @Test
    void what_was_skipped_and_what_is_covered_can_be_looked_up() {
        assertThat(page)
                .contains("data-words=\"no &lt;script&gt;", "data-state=\"skipped\"")
                .contains("1 of 1 tried", "data-words=\"@row:r1_pay\"", "data-words=\"@doc-2.3\"");
    }

    @Test
    void a_feature_in_russian_is_marked_as_such() {
        assertThat(page).contains("lang=\"ru\"").contains("Оплаты");
    }

    private static List<Exchange> exchanges() {
        return List.of(new Exchange(
                "GET", "/pay?order=1", "{\"Amount\":1500.00}", "500", SCRIPT, List.of("the sandbox says why")));
    }

    private static Result result(int line, String name, Verdict verdict, String reason, List<Exchange> exchanges) {
        return new Result(
                "classpath:features/some/pay.ru.feature:000" + line,
                name,
                Set.of("@row:r1_pay", "@doc-2.3"),
                verdict,
                reason,
                new ScenarioDetails(
                        "Оплаты",
                        "Some Bank",
                        Duration.ofMillis(1_500),
                        List.of(new Step("Тогда", "покупка оплачена", verdict == Verdict.FAILED ? "failed" : "passed")),
                        exchanges));
    }
}
