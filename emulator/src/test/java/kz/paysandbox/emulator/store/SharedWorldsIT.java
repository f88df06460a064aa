package kz.paysandbox.emulator.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.paysandbox.emulator.store.ToyWorlds.TOKEN;
import static kz.paysandbox.emulator.store.ToyWorlds.fill;
import static kz.paysandbox.emulator.store.ToyWorlds.made;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import kz.paysandbox.emulator.core.Credentials;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.Worlds;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.core.state.NotKept;
import kz.paysandbox.emulator.store.postgres.HomeFile;
import kz.paysandbox.emulator.store.postgres.NodeLease;
import kz.paysandbox.emulator.store.postgres.PostgresServer;
import kz.paysandbox.emulator.store.postgres.SharedDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Worlds in a PostgreSQL database, over terms. */
class SharedWorldsIT {

    @RegisterExtension
    static final PostgresServer SERVER = new PostgresServer();

    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    private Path home;

    private final AtomicLong nanos = new AtomicLong();

    @Test
    void worlds_come_back_in_the_next_term_without_those_that_were_deleted_or_reset() {
        inTerm(worlds -> {
            fill(made(worlds, Worlds.MAIN));
            fill(made(worlds, "kept"));
            fill(made(worlds, "deleted"));
            fill(made(worlds, "reset"));
            assertThat(worlds.delete("deleted", gone -> {}).value()).isPresent();
            assertThat(worlds.reset("reset").value()).isPresent();
        });
        inTerm(worlds -> {
            assertThat(worlds.all()).extracting(World::name).containsExactlyInAnyOrder(Worlds.MAIN, "kept", "reset");
            World kept = worlds.named("kept").orElseThrow();
            assertThat(kept.credentials()).isEqualTo(new Credentials(Map.of("key", "secret of kept")));
            assertThat(ToyPart.of(kept).urgent())
                    .isEqualTo(new ToyPart.Urgent(List.of(new ToyPart.Item("a", 1)), Map.of(TOKEN, 7), 3));
            assertThat(ToyPart.of(worlds.named("reset").orElseThrow()).urgent())
                    .isEqualTo(new ToyPart.Urgent(List.of(), Map.of(), 0));
        });
    }

    @Test
    void no_value_and_no_file_of_the_homes_stands_in_clear_in_the_database() {
        inTerm(worlds -> fill(made(worlds, "w1")));
        try (SharedDatabase database = open(home);
                NodeLease lease = lease(database)) {
            database.keep(List.of(new HomeFile("pki/a.key", false, Bytes.utf8(TOKEN))), lease);
        }
        String hex = HexFormat.of().formatHex(TOKEN.getBytes(UTF_8));
        for (String table : List.of("world", "batch", "home_file")) {
            assertThat(SERVER.all("select encode(sealed, 'hex') from " + table))
                    .isNotEmpty()
                    .doesNotContain(hex);
        }
    }

    @Test
    void files_of_the_homes_come_back_as_they_were() {
        List<HomeFile> files = List.of(
                new HomeFile("pki/a.crt", true, Bytes.utf8("certificate")),
                new HomeFile("pki/a.key", false, Bytes.utf8("key")));
        try (SharedDatabase database = open(home);
                NodeLease lease = lease(database)) {
            assertThat(database.homeFiles()).isEmpty();
            database.keep(files, lease);
            HomeFile changed = new HomeFile("pki/a.key", false, Bytes.utf8("another"));
            database.keep(List.of(changed), lease);
            assertThat(database.homeFiles()).containsExactly(files.get(0), changed);
        }
    }

    @Test
    void a_node_without_the_key_is_refused_and_keeps_none_of_its_own() throws IOException {
        open(home).close();
        Path other = Files.createDirectory(home.resolve("other"));
        assertThatThrownBy(() -> open(other))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("sealed with a key that this node has not")
                .hasMessageContaining("store.key-file");
        assertThat(other.resolve("key")).doesNotExist();
        Files.writeString(other.resolve("key"), "00".repeat(32));
        assertThatThrownBy(() -> open(other))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("sealed with another key");
        Files.copy(home.resolve("key"), other.resolve("key"), StandardCopyOption.REPLACE_EXISTING);
        open(other).close();
    }

    @Test
    void an_address_that_leads_nowhere_is_told_without_its_password() {
        SharedDatabase.Address nowhere = new SharedDatabase.Address(
                "jdbc:postgresql://localhost:1/none?user=a&password=hidden", Optional.empty(), Optional.empty());
        assertThatThrownBy(() -> SharedDatabase.open(nowhere, home.resolve("key"), new SecureRandom()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("jdbc:postgresql://localhost:1/none cannot be opened")
                .hasMessageContaining("look at the address, the user and the password")
                .hasMessageNotContaining("hidden");
        assertThat(home.resolve("key")).doesNotExist();
    }

    @Test
    void connections_that_break_lose_nothing_that_was_confirmed() {
        inTerm(worlds -> {
            fill(made(worlds, "w1"));
            SERVER.breakConnections();
            ToyPart.of(worlds.named("w1").orElseThrow()).count(4);
        });
        inTerm(worlds -> assertThat(
                        ToyPart.of(worlds.named("w1").orElseThrow()).urgent().count())
                .isEqualTo(4));
    }

    @Test
    void nothing_is_told_in_a_term_that_is_over() {
        try (SharedDatabase database = open(home);
                NodeLease lease = lease(database);
                WorldStore store = database.worlds(lease, System::nanoTime)) {
            Worlds worlds = ToyWorlds.none();
            store.begin(worlds, UnaryOperator.identity(), List.of());
            fill(made(worlds, "w1"));
            store.pending(true)
                    .ifPresent(waiting -> waiting.toCompletableFuture().join());
            assertThat(store.pending(true)).isEmpty();
            nanos.addAndGet(HOUR.toNanos());
            assertThatThrownBy(() -> store.pending(false)
                            .orElseThrow()
                            .toCompletableFuture()
                            .join())
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(NotKept.class)
                    .hasMessageContaining("does not own the worlds any more");
        }
    }

    private void inTerm(Consumer<Worlds> work) {
        try (SharedDatabase database = open(home);
                NodeLease lease = lease(database);
                WorldStore store = database.worlds(lease, System::nanoTime)) {
            Worlds worlds = ToyWorlds.none();
            store.begin(worlds, UnaryOperator.identity(), List.of());
            work.accept(worlds);
        }
    }

    private static SharedDatabase open(Path folder) {
        return SharedDatabase.open(SERVER.address(), folder.resolve("key"), new SecureRandom());
    }

    private NodeLease lease(SharedDatabase database) {
        return database.nodes().take("a", HOUR, nanos::get).orElseThrow();
    }
}
