package kz.paysandbox.features.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.paysandbox.features.run.Report;
import kz.paysandbox.features.run.Result;
import kz.paysandbox.features.run.Result.Verdict;
import kz.paysandbox.features.run.ScenarioDetails;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SideBySideTest {

    @TempDir
    private Path folder;

    @Test
    void says_what_is_the_same_what_differs_and_what_was_not_run() throws IOException {
        SideBySide page = new SideBySide(folder);
        page.add("emulator-raw", report(Verdict.PASSED, Verdict.PASSED, Verdict.PASSED));
        page.add("bank-raw", report(Verdict.PASSED, Verdict.FAILED, Verdict.SKIPPED));

        assertThat(Files.readString(folder.resolve("side-by-side.html")))
                .contains("bank-raw", "emulator-raw", "<dt>different</dt><dd>1</dd>", "1 / 1 / 1", "3 / 0 / 0")
                .containsPattern("one</td><td[^>]*>passed</td><td[^>]*>passed</td><td[^>]*>same</td>")
                .containsPattern(
                        "r1/a.feature:2 two &lt;b&gt;</td><td[^>]*>failed</td><td[^>]*>passed</td><td[^>]*>different</td>")
                .containsPattern("three</td><td[^>]*>not run</td><td[^>]*>passed</td><td[^>]*>not run everywhere</td>");
    }

    private static Report report(Verdict one, Verdict two, Verdict three) {
        return new Report(
                List.of(result(1, "one", one), result(2, "two <b>", two), result(3, "three", three)), Optional.empty());
    }

    private static Result result(int line, String name, Verdict verdict) {
        return new Result(
                "classpath:features/r1/a.feature:000" + line, name, Set.of(), verdict, "", ScenarioDetails.NONE);
    }
}
