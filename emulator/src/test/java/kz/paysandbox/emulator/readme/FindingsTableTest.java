package kz.paysandbox.emulator.readme;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import kz.paysandbox.emulator.EmulatorConfig;
import kz.paysandbox.emulator.core.journal.Clause;
import kz.paysandbox.emulator.core.journal.SandboxClause;
import kz.paysandbox.emulator.core.journal.Situation;
import kz.paysandbox.emulator.epay.rules.EpayClause;
import kz.paysandbox.emulator.epay.rules.EpaySituation;
import kz.paysandbox.emulator.kaspi.rules.KaspiClause;
import kz.paysandbox.emulator.kaspi.rules.KaspiSituation;
import kz.paysandbox.emulator.language.Language;
import org.junit.jupiter.api.Test;

/** QA's list of findings is the code's, in both languages. */
class FindingsTableTest {

    @Test
    void the_table_of_findings_is_what_the_code_says() throws IOException {
        compare(
                "emulator/QA.md",
                "findings",
                table(Language.EN, "| finding | severity | the rule | what is taken for a breach |"));
    }

    @Test
    void the_russian_table_says_it_in_russian() throws IOException {
        compare(
                "emulator/QA.ru.md",
                "findings.ru",
                table(Language.RU, "| замечание | важность | правило | что считается нарушением |"));
    }

    @Test
    void ids_are_unique_and_named_after_whose_rule_it_is() {
        assertThat(clauses()).extracting(Clause::rule).doesNotHaveDuplicates();
        assertThat(clauses()).extracting(Clause::rule).allMatch(rule -> rule.matches("[a-z]+(\\.[a-z0-9-]+){1,2}"));
        assertThat(KaspiClause.values()).allMatch(clause -> clause.rule().startsWith("kaspi."));
        assertThat(EpayClause.values()).allMatch(clause -> clause.rule().startsWith("epay."));
        assertThat(SandboxClause.values()).allMatch(clause -> clause.rule().startsWith("sandbox."));
    }

    @Test
    void every_rule_is_there_in_russian() {
        assertThat(clauses().stream().flatMap(clause -> Stream.of(clause.text(), clause.seen())))
                .allSatisfy(text -> assertThat(Language.RU.translation(text))
                        .as(text + " in language/ru/rules.po")
                        .isPresent());
    }

    @Test
    void every_rule_of_a_bank_says_in_both_languages_how_it_is_put_to_the_test() {
        assertThat(clauses().stream().filter(clause -> !(clause instanceof SandboxClause)))
                .allSatisfy(clause -> assertThat(clause.situation().map(Situation::exercise))
                        .as(clause.rule())
                        .hasValueSatisfying(text -> assertThat(Language.RU.translation(text))
                                .as(text + " in language/ru/rules.po")
                                .isPresent()));
    }

    @Test
    void every_situation_belongs_to_a_rule_and_to_products_of_its_bank() {
        Set<Situation> used = clauses().stream()
                .flatMap(clause -> clause.situation().stream())
                .collect(toSet());
        assertThat(used).contains(KaspiSituation.values()).contains(EpaySituation.values());
        Set<String> products = EmulatorConfig.ownBanks().stream()
                .flatMap(bank -> bank.products().stream())
                .collect(toSet());
        assertThat(used).allSatisfy(situation -> assertThat(products).containsAll(situation.products()));
    }

    /** With {@code -Dreadme.write=true} the table is brought up to date instead. */
    private static void compare(String name, String mark, String table) throws IOException {
        ReadmeFile page = ReadmeFile.read(name);
        if (Boolean.getBoolean("readme.write")) {
            Files.writeString(page.path(), page.withTable(mark, table).text());
        } else {
            assertThat(page.table(mark)).isEqualTo(table);
        }
    }

    private static String table(Language language, String head) {
        return Stream.concat(
                        Stream.of(head, "|---|---|---|---|"),
                        clauses().stream()
                                .map(clause -> "| `" + clause.rule() + "` | "
                                        + clause.severity().name().toLowerCase(Locale.ROOT) + " | "
                                        + language.text(clause.text()) + " | " + language.text(clause.seen()) + " |"))
                .collect(joining("\n"));
    }

    private static List<Clause> clauses() {
        return Stream.of(KaspiClause.values(), EpayClause.values(), SandboxClause.values())
                .<Clause>flatMap(Stream::of)
                .toList();
    }
}
