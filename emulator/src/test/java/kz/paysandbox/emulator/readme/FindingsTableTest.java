package kz.paysandbox.emulator.readme;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.journal.Clause;
import kz.paysandbox.emulator.core.journal.SandboxClause;
import kz.paysandbox.emulator.epay.rules.EpayClause;
import kz.paysandbox.emulator.kaspi.rules.KaspiClause;
import org.junit.jupiter.api.Test;

/** QA's list of findings is the code's. */
class FindingsTableTest {

    private static final Path FILE = Path.of("QA.md");
    private static final Pattern TABLE =
            Pattern.compile("(<!-- findings: begin -->\n).*?(<!-- findings: end -->)", Pattern.DOTALL);

    /** With {@code -Dreadme.write=true} the table is brought up to date instead. */
    @Test
    void the_table_of_findings_is_what_the_code_says() throws IOException {
        String text = Files.readString(FILE);
        Matcher table = TABLE.matcher(text);
        assertThat(table.find()).isTrue();
        String right = table.replaceFirst("$1" + Matcher.quoteReplacement(table() + "\n") + "$2");
        if (Boolean.getBoolean("readme.write")) {
            Files.writeString(FILE, right);
        } else {
            assertThat(text).isEqualTo(right);
        }
    }

    @Test
    void ids_are_unique_and_named_after_whose_rule_it_is() {
        assertThat(clauses()).extracting(Clause::rule).doesNotHaveDuplicates();
        assertThat(clauses()).extracting(Clause::rule).allMatch(rule -> rule.matches("[a-z]+(\\.[a-z0-9-]+){1,2}"));
        assertThat(KaspiClause.values()).allMatch(clause -> clause.rule().startsWith("kaspi."));
        assertThat(EpayClause.values()).allMatch(clause -> clause.rule().startsWith("epay."));
        assertThat(SandboxClause.values()).allMatch(clause -> clause.rule().startsWith("sandbox."));
    }

    private static String table() {
        return Stream.concat(
                        Stream.of(
                                "| finding | severity | the rule | what is taken for a breach |", "|---|---|---|---|"),
                        clauses().stream()
                                .map(clause -> "| `" + clause.rule() + "` | "
                                        + clause.severity().name().toLowerCase(Locale.ROOT) + " | " + clause.text()
                                        + " | " + clause.seen() + " |"))
                .collect(joining("\n"));
    }

    private static List<Clause> clauses() {
        return Stream.of(KaspiClause.values(), EpayClause.values(), SandboxClause.values())
                .<Clause>flatMap(Stream::of)
                .toList();
    }
}
