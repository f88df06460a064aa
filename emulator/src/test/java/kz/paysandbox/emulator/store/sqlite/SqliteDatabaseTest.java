package kz.paysandbox.emulator.store.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.store.Database;
import kz.paysandbox.emulator.store.StoreException;
import kz.paysandbox.emulator.store.Write;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteDatabaseTest {

    private static final Write.WorldBegins WORLD = new Write.WorldBegins(1, 1, Bytes.utf8("world"));

    /** Not a divisor of SQLite's page of 4,096 bytes: all places of a page are met. */
    private static final int STRIDE = 61;

    @TempDir
    private Path folder;

    @Test
    void what_was_written_is_there_when_the_file_is_opened_again() {
        try (SqliteDatabase database = SqliteDatabase.open(file())) {
            assertThat(database.lastOrdinal()).isZero();
            database.write(List.of(WORLD, batch(1), batch(2)));
            database.write(List.of(new Write.WorldBegins(2, 1, Bytes.utf8("other")), batch(3, 2)));
        }
        try (SqliteDatabase database = SqliteDatabase.open(file())) {
            assertThat(database.worlds()).containsExactly(WORLD, new Write.WorldBegins(2, 1, Bytes.utf8("other")));
            assertThat(batches(database, 1)).containsExactly(batch(1), batch(2));
            assertThat(batches(database, 2)).containsExactly(batch(3, 2));
            assertThat(database.lastOrdinal()).isEqualTo(3);
        }
    }

    @Test
    void a_world_ends_with_its_batches_and_what_is_superseded_goes() {
        try (SqliteDatabase database = SqliteDatabase.open(file())) {
            database.write(List.of(WORLD, batch(1), batch(2), batch(3)));
            database.write(List.of(new Write.Superseded(1, 3)));
            assertThat(batches(database, 1)).containsExactly(batch(3));
            database.write(List.of(new Write.WorldEnds(1)));
            assertThat(database.worlds()).isEmpty();
            assertThat(batches(database, 1)).isEmpty();
        }
    }

    @Test
    void a_transaction_that_fails_leaves_nothing_and_the_next_one_succeeds() {
        try (SqliteDatabase database = SqliteDatabase.open(file())) {
            database.write(List.of(WORLD, batch(1)));
            assertThatThrownBy(() -> database.write(List.of(batch(2), batch(1))))
                    .isInstanceOf(StoreException.class);
            assertThat(batches(database, 1)).containsExactly(batch(1));
            database.write(List.of(batch(2)));
            assertThat(batches(database, 1)).containsExactly(batch(1), batch(2));
        }
    }

    @Test
    void a_log_that_is_cut_within_its_last_transaction_keeps_all_before() throws IOException {
        byte[] main;
        byte[] log;
        int second;
        try (SqliteDatabase database = SqliteDatabase.open(file())) {
            database.write(List.of(WORLD, batch(1)));
            database.tidy();
            database.write(List.of(batch(2)));
            second = (int) Files.size(log());
            database.write(List.of(batch(3)));
            main = Files.readAllBytes(file());
            log = Files.readAllBytes(log());
        }
        assertThat(log.length).isGreaterThan(second);
        for (int cut = second; cut < log.length; cut += STRIDE) {
            assertThat(reopened(main, Arrays.copyOf(log, cut)))
                    .as("cut at " + cut)
                    .containsExactly(batch(1), batch(2));
        }
        assertThat(reopened(main, log)).containsExactly(batch(1), batch(2), batch(3));
    }

    @Test
    void a_file_that_another_sandbox_uses_is_refused() {
        try (SqliteDatabase database = SqliteDatabase.open(file())) {
            database.write(List.of(WORLD));
            assertThatThrownBy(() -> SqliteDatabase.open(file()))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("are in use by another sandbox")
                    .hasMessageContaining("sandbox down");
        }
    }

    @Test
    void a_file_of_something_else_is_refused() throws IOException {
        Files.write(
                file(),
                "no database, but a text that is longer than the head of one"
                        .repeat(100)
                        .getBytes(UTF_8));
        assertThatThrownBy(() -> SqliteDatabase.open(file()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("are damaged")
                .hasMessageContaining("--fresh");
    }

    @Test
    void a_file_in_place_of_the_folder_is_refused() throws IOException {
        Path plain = Files.writeString(folder.resolve("plain"), "");
        assertThatThrownBy(() -> SqliteDatabase.open(plain.resolve("worlds.db")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("cannot hold worlds")
                .hasMessageContaining("--home");
    }

    @Test
    void the_schema_of_a_later_release_is_refused() throws SQLException {
        SqliteDatabase.open(file()).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            statement.execute("pragma user_version = 2");
        }
        assertThatThrownBy(() -> SqliteDatabase.open(file()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("written by a later release of the sandbox (schema 2, this one has 1)")
                .hasMessageContaining("--fresh");
    }

    private List<Write.Batch> reopened(byte[] main, byte[] log) throws IOException {
        Path copy = Files.createDirectories(folder.resolve("copy")).resolve("worlds.db");
        Files.write(copy, main);
        Files.write(copy.resolveSibling("worlds.db-wal"), log);
        try (SqliteDatabase database = SqliteDatabase.open(copy)) {
            return batches(database, 1);
        }
    }

    private static List<Write.Batch> batches(Database database, long world) {
        List<Write.Batch> all = new ArrayList<>();
        database.batches(world, all::add);
        return all;
    }

    private static Write.Batch batch(long ordinal) {
        return batch(ordinal, 1);
    }

    private static Write.Batch batch(long ordinal, long world) {
        return new Write.Batch(ordinal, world, 1, Bytes.utf8(("values " + ordinal + " ").repeat(700)));
    }

    private Path file() {
        return folder.resolve("worlds.db");
    }

    private Path log() {
        return folder.resolve("worlds.db-wal");
    }
}
