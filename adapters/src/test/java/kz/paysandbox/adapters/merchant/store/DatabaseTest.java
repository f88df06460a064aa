package kz.paysandbox.adapters.merchant.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import kz.paysandbox.adapters.merchant.TestSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Work that collides with another transaction is done again, and no other. */
class DatabaseTest {
    private final Database database = Database.of(TestSource.H2_POOLED.open());
    private final AtomicInteger attempts = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "23505"})
    void work_that_collides_four_times_is_done_at_the_fifth(String state) {
        assertThat(database.<String>repeated(sql -> failing(state, 4))).isEqualTo("done");
        assertThat(attempts).hasValue(5);
    }

    @Test
    void the_fifth_collision_is_the_last() {
        assertThatThrownBy(() -> database.repeated(sql -> failing("40001", 5)))
                .isInstanceOf(StoreFailed.class)
                .matches(failure -> ((StoreFailed) failure).collision());
        assertThat(attempts).hasValue(5);
    }

    @Test
    void another_failure_is_not_repeated_and_a_collision_undoes_its_work() {
        assertThatThrownBy(() -> database.repeated(sql -> failing("08006", 1))).isInstanceOf(StoreFailed.class);
        assertThat(attempts).hasValue(1);
        database.repeated(sql -> {
            sql.update("insert into callback_seen (transaction_id, stage, updated_at) values ('t', 1, now())");
            return failing("40001", 2);
        });
        assertThat(database.<Integer>transaction(
                        sql -> sql.query("select stage from callback_seen", row -> row.getInt("stage"))
                                .size()))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void a_reading_is_no_transaction_and_leaves_the_connection_as_it_was(TestSource kind) throws SQLException {
        DataSource source = kind.open();
        Database read = Database.of(source);
        boolean before = autoCommit(source);
        assertThat(read.<Boolean>reading(sql -> sql.connection().getAutoCommit()))
                .isTrue();
        assertThat(autoCommit(source)).isEqualTo(before);
        assertThatThrownBy(() -> read.reading(sql -> failing("42000", 1))).isInstanceOf(StoreFailed.class);
        assertThat(autoCommit(source)).isEqualTo(before);
    }

    private static boolean autoCommit(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return connection.getAutoCommit();
        }
    }

    private String failing(String state, int times) throws SQLException {
        if (attempts.incrementAndGet() <= times) {
            throw new SQLException("a failure of the test", state);
        }
        return "done";
    }
}
