package kz.paysandbox.emulator.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import kz.paysandbox.emulator.core.journal.Finding.Severity;
import org.junit.jupiter.api.Test;

class ClauseTest {

    @Test
    void a_clause_says_what_its_words_say() {
        Clause clause = () -> new Clause.Words("bank.rule", Severity.NOTE, "1.2: so it is", "otherwise");
        assertThat(clause.rule()).isEqualTo("bank.rule");
        assertThat(clause.severity()).isEqualTo(Severity.NOTE);
        assertThat(clause.text()).isEqualTo("1.2: so it is");
        assertThat(clause.seen()).isEqualTo("otherwise");
    }

    @Test
    void the_sandbox_s_own_clauses_have_words_of_their_own() {
        assertThat(SandboxClause.values()).allSatisfy(clause -> {
            assertThat(clause.rule()).startsWith("sandbox.");
            assertThat(clause.text()).isNotBlank();
            assertThat(clause.seen()).isNotBlank().isNotEqualTo(clause.text());
        });
    }
}
