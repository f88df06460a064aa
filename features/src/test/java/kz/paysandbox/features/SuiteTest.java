package kz.paysandbox.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.paysandbox.emulator.epay.EpayEndpoint;
import kz.paysandbox.emulator.epay.EpayEndpoints;
import kz.paysandbox.emulator.epay.domain.ResultCode;
import kz.paysandbox.emulator.epay.domain.codes.ReasonCodes;
import kz.paysandbox.emulator.kaspi.KaspiEndpoint;
import kz.paysandbox.emulator.kaspi.KaspiEndpoints;
import kz.paysandbox.features.bank.Need;
import kz.paysandbox.features.driver.Driver;
import kz.paysandbox.features.merchant.ShopServer;
import kz.paysandbox.features.random.Randomness;
import kz.paysandbox.features.report.Reports;
import kz.paysandbox.features.run.Participants;
import kz.paysandbox.features.run.Plan;
import kz.paysandbox.features.run.Report;
import kz.paysandbox.features.run.Result;
import kz.paysandbox.features.run.Result.Verdict;
import kz.paysandbox.features.run.Suite;
import kz.paysandbox.features.targets.Target;
import kz.paysandbox.features.targets.Targets;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;
import picocli.CommandLine;

/** The whole suite in process, with both drivers, and the tables held against its tags. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SuiteTest {

    private final Report raw;
    private final Report adapter;

    SuiteTest() {
        long seed = Long.getLong("seed", 1);
        Randomness random = Randomness.of(new Random(seed));
        try (ShopServer shops = ShopServer.local();
                Target emulator = new Targets(Banks.all(), random).emulator(Path.of("target", "sandbox-home"))) {
            raw = Suite.run(Plan.of(
                    Participants.of(Banks.all(), emulator, Driver.raw(Banks.all(), random), shops, random), seed));
            adapter = Suite.run(Plan.of(
                    Participants.of(Banks.all(), emulator, Driver.adapter(Banks.all(), random), shops, random), seed));
        }
    }

    @TestFactory
    Stream<DynamicTest> raw() {
        return raw.results().stream().map(SuiteTest::test);
    }

    @TestFactory
    Stream<DynamicTest> adapter() {
        return adapter.results().stream().map(SuiteTest::test);
    }

    @Test
    void nothing_is_skipped_by_the_raw_driver() {
        assertThat(raw.skipped()).isEmpty();
    }

    @Test
    void the_adapter_skips_only_what_is_about_the_wire() {
        assertThat(adapter.skipped()).containsOnlyKeys(Need.WIRE.reason());
    }

    @Test
    void every_row_of_the_table_has_a_scenario_and_every_tag_a_row() {
        Set<String> rows = Stream.concat(
                        KaspiEndpoints.TABLE.stream().map(KaspiEndpoint::id),
                        EpayEndpoints.TABLE.stream().map(EpayEndpoint::id))
                .map(id -> id.replace(' ', '_'))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(tagged("@row:")).isEqualTo(rows);
    }

    @Test
    void every_status_code_has_a_scenario_and_every_tag_a_code() {
        Set<String> codes = KaspiEndpoints.TABLE.stream()
                .map(KaspiEndpoint::codes)
                .flatMap(List::stream)
                .map(String::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(tagged("@code:")).isEqualTo(codes);
    }

    @Test
    void every_status_code_of_each_row_has_a_scenario() {
        Set<String> listed = KaspiEndpoints.TABLE.stream()
                .flatMap(row -> row.codes().stream().map(code -> row.id().replace(' ', '_') + " " + code))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> tried = raw.results().stream()
                .flatMap(result -> tags(result, "@row:")
                        .flatMap(row -> tags(result, "@code:").map(code -> row + " " + code)))
                .collect(Collectors.toSet());
        assertThat(tried).containsAll(listed);
    }

    @Test
    void every_reason_code_has_a_scenario_that_names_it_and_every_tag_a_code() {
        Set<String> codes = Stream.concat(Stream.of(ReasonCodes.SUCCESS), ReasonCodes.all().stream())
                .map(String::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> named = raw.results().stream()
                .flatMap(result -> {
                    List<String> tags = tags(result, "@reason:").toList();
                    return tags.stream()
                            .filter(code -> tags.size() == 1 || result.name().contains(code));
                })
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(tagged("@reason:")).isEqualTo(codes);
        assertThat(named).isEqualTo(codes);
    }

    @Test
    void every_result_code_has_a_scenario_and_every_tag_a_code() {
        Set<String> codes =
                Arrays.stream(ResultCode.values()).map(ResultCode::code).collect(Collectors.toCollection(TreeSet::new));
        assertThat(tagged("@result:")).isEqualTo(codes);
    }

    @Test
    void every_page_of_epay_has_a_scenario_and_every_tag_a_page() {
        Set<String> pages = EpayEndpoints.TABLE.stream()
                .map(row -> "epay-"
                        + row.page().toLowerCase(Locale.ROOT).replace("'", "").replace(' ', '-'))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(tagged("@doc-")).filteredOn(tag -> tag.startsWith("epay-")).containsExactlyElementsOf(pages);
    }

    @Test
    void every_section_of_the_table_has_a_scenario() {
        Set<String> sections = KaspiEndpoints.TABLE.stream()
                .map(KaspiEndpoint::section)
                .filter(section -> !section.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(tagged("@doc-")).containsAll(sections);
    }

    @Test
    void every_chapter_speaks_both_languages() {
        Set<String> features = raw.results().stream()
                .map(result -> result.where().replaceAll("\\.feature:.*", ""))
                .filter(feature -> !feature.endsWith("/messages"))
                .collect(Collectors.toSet());
        assertThat(features)
                .allSatisfy(feature -> assertThat(features)
                        .contains(feature.endsWith(".ru") ? feature.replaceAll("\\.ru$", "") : feature + ".ru"));
    }

    @Test
    void the_readme_counts_the_scenarios() throws IOException {
        assertThat(Files.readString(Path.of("README.md")))
                .contains(raw.results().size() + " scenarios (" + adapter.count(Verdict.PASSED)
                        + " of them through the adapters too)");
    }

    /** It is attached to tickets and sent by mail. */
    @Test
    void the_page_of_a_whole_run_has_two_megabytes_at_most(@TempDir Path folder) throws IOException {
        Reports reports = CommandLine.populateCommand(new Reports(), "--format=html", "--out=" + folder);
        reports.finish("emulator-raw", raw);
        reports.finish("emulator-adapter", adapter);

        assertThat(Files.size(folder.resolve("report.html"))).isBetween(500_000L, 2_000_000L);
        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("Kaspi Pay", "Halyk ePay", "emulator-raw", Need.WIRE.reason())
                .contains("@row:r2_qr_create", "@doc-epay-refund", "@code:-1601", "@reason:484")
                .doesNotContain("src=", "url(");
    }

    private Set<String> tagged(String prefix) {
        return raw.results().stream()
                .flatMap(result -> tags(result, prefix))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> tags(Result result, String prefix) {
        return result.tags().stream().filter(tag -> tag.startsWith(prefix)).map(tag -> tag.substring(prefix.length()));
    }

    private static DynamicTest test(Result result) {
        return DynamicTest.dynamicTest(result.where().replaceAll(".*features/", "") + " " + result.name(), () -> {
            if (result.verdict() == Verdict.SKIPPED) {
                throw new TestAbortedException(result.reason());
            }
            assertThat(result.failed()).as(result.reason()).isFalse();
        });
    }
}
