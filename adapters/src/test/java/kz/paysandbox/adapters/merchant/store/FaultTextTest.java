package kz.paysandbox.adapters.merchant.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import kz.paysandbox.adapters.error.ConnectionFailed;
import org.junit.jupiter.api.Test;

class FaultTextTest {
    private static final String PLANTED = "device-token-planted";

    private static SQLException refused() {
        return new SQLException("Value too long for column: '" + PLANTED + "'", "22001");
    }

    @Test
    void a_databases_words_are_in_no_text_however_deep_they_are() {
        StoreFailed store = StoreFailed.of(refused());
        for (Throwable fault : new Throwable[] {
            store, refused(), new IllegalStateException(refused()), new IllegalStateException(PLANTED, store)
        }) {
            assertThat(FaultText.of(fault)).contains("SQLSTATE").doesNotContain(PLANTED);
        }
        assertThat(store.getMessage()).isEqualTo("the database failed, SQLSTATE 22001");
        assertThat(store.sqlState()).isEqualTo("22001");
    }

    @Test
    void the_class_and_place_of_a_fault_are_told_and_those_of_its_causes() {
        String text = FaultText.of(new IllegalStateException(PLANTED, new IllegalArgumentException(PLANTED)));
        assertThat(text)
                .startsWith("java.lang.IllegalStateException at " + FaultTextTest.class.getName() + ".")
                .contains(", caused by java.lang.IllegalArgumentException at ")
                .doesNotContain(PLANTED);
        assertThat(FaultText.of(new StackOverflow())).isEqualTo(StackOverflow.class.getName());
        Throwable deep = new IllegalStateException("7");
        for (int i = 0; i < 6; i++) {
            deep = new IllegalStateException(deep);
        }
        assertThat(FaultText.of(deep).split(", caused by ")).hasSize(5);
    }

    @Test
    void a_banks_failure_is_told_in_its_own_words() {
        assertThat(FaultText.of(ConnectionFailed.passing("id-1", "no way", refused())))
                .isEqualTo("no way [X-Request-ID id-1]");
    }

    @Test
    void a_shops_own_words_are_kept_where_no_database_is_behind_them() {
        assertThat(FaultText.inItsWords(new IllegalStateException("the printer is out of paper")))
                .isEqualTo("java.lang.IllegalStateException: the printer is out of paper");
        assertThat(FaultText.inItsWords(new IllegalStateException(StoreFailed.of(refused()))))
                .doesNotContain(PLANTED);
    }

    private static final class StackOverflow extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StackOverflow() {
            super(PLANTED, null, false, false);
        }
    }
}
