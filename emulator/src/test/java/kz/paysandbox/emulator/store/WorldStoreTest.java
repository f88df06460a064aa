package kz.paysandbox.emulator.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static kz.paysandbox.emulator.store.ToyWorlds.TOKEN;
import static kz.paysandbox.emulator.store.ToyWorlds.fill;
import static kz.paysandbox.emulator.store.ToyWorlds.made;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.Credentials;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.WorldSpec;
import kz.paysandbox.emulator.core.Worlds;
import kz.paysandbox.emulator.store.sqlite.WorldFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Worlds in a folder, over starts. */
class WorldStoreTest {

    @TempDir
    private Path home;

    @Test
    void worlds_come_back_with_what_they_were_made_with_and_what_is_in_them() {
        begun(false, worlds -> {
            fill(made(worlds, Worlds.MAIN));
            fill(made(worlds, "w1"));
        });
        begun(false, worlds -> {
            World back = worlds.named("w1").orElseThrow();
            assertThat(back.spec()).isEqualTo(ToyWorlds.spec("w1"));
            assertThat(ToyPart.of(back).urgent())
                    .isEqualTo(new ToyPart.Urgent(List.of(new ToyPart.Item("a", 1)), Map.of(TOKEN, 7), 3));
            assertThat(ToyPart.of(back).later().later()).containsExactly(new ToyPart.Item("l", 2));
            assertThat(worlds.all()).hasSize(2);
        });
    }

    @Test
    void the_default_world_comes_back_with_the_credentials_that_are_set() {
        begun(false, worlds -> fill(made(worlds, Worlds.MAIN)));
        Credentials other = new Credentials(Map.of("key", "other"));
        try (WorldStore store = open(false)) {
            Worlds worlds = ToyWorlds.none();
            store.begin(worlds, kept -> new WorldSpec(kept.name(), kept.seed(), kept.frozenAt(), other), List.of());
            assertThat(worlds.main().credentials()).isEqualTo(other);
            assertThat(ToyPart.of(worlds.main()).urgent().count()).isEqualTo(3);
        }
    }

    @Test
    void a_world_that_was_deleted_or_reset_stays_so() {
        begun(false, worlds -> {
            fill(made(worlds, "deleted"));
            fill(made(worlds, "reset"));
            assertThat(worlds.delete("deleted", gone -> {}).value()).isPresent();
            assertThat(worlds.reset("reset").value()).isPresent();
        });
        begun(false, worlds -> {
            assertThat(worlds.all()).extracting(World::name).containsExactly("reset");
            assertThat(ToyPart.of(worlds.named("reset").orElseThrow()).urgent())
                    .isEqualTo(new ToyPart.Urgent(List.of(), Map.of(), 0));
        });
    }

    @Test
    void no_key_and_no_value_stands_in_clear_in_any_file_of_the_folder_while_it_is_used_and_after() throws IOException {
        try (WorldStore store = open(false)) {
            Worlds worlds = ToyWorlds.none();
            store.begin(worlds, UnaryOperator.identity(), List.of());
            fill(made(worlds, "w1"));
            assertThat(store.pending(true)
                            .map(waiting -> waiting.toCompletableFuture().join()))
                    .isEmpty();
            assertNowhereInClear();
        }
        assertNowhereInClear();
    }

    @Test
    void the_key_of_another_home_is_refused() throws IOException {
        begun(false, worlds -> fill(made(worlds, "w1")));
        Files.writeString(folder().resolve("key"), "00".repeat(32) + "\n");
        assertRefused("worlds/key is not the key that it was sealed with", "restore both together", "--fresh");
    }

    @Test
    void a_file_that_is_no_key_is_refused() throws IOException {
        begun(false, worlds -> fill(made(worlds, "w1")));
        for (String content : List.of("", "no key", "00".repeat(31), "00".repeat(33))) {
            Files.writeString(folder().resolve("key"), content);
            assertRefused("holds no key of 64 hexadecimal digits", "restore it", "--fresh");
        }
    }

    @Test
    void a_batch_of_a_later_format_is_refused() throws SQLException {
        begun(false, worlds -> fill(made(worlds, "w1")));
        execute("update batch set format = 2");
        assertRefused("written by a later release of the sandbox (format 2, this one reads up to 1)", "--fresh");
    }

    @Test
    void a_batch_with_a_changed_byte_or_in_another_s_place_is_refused() throws SQLException {
        begun(false, worlds -> fill(made(worlds, "w1")));
        execute("update batch set ordinal = ordinal + 1000");
        assertRefused("of the kept worlds is damaged", "restore a copy of the folder", "--fresh");
        execute("update batch set ordinal = ordinal - 1000");
        execute("update batch set sealed = cast(substr(sealed, 1, 40) || x'00' || substr(sealed, 42) as blob)");
        assertRefused("of the kept worlds is damaged", "restore a copy of the folder", "--fresh");
    }

    @Test
    void fresh_begins_with_new_worlds_and_puts_the_kept_ones_aside() throws IOException {
        begun(false, worlds -> fill(made(worlds, "w1")));
        begun(true, worlds -> assertThat(worlds.all()).isEmpty());
        Path aside = folder().resolve("before-fresh");
        assertThat(aside).isDirectoryContaining("glob:**/worlds.db").isDirectoryNotContaining("glob:**/key");
        Files.move(aside.resolve("worlds.db"), folder().resolve("worlds.db"), StandardCopyOption.REPLACE_EXISTING);
        begun(false, worlds -> assertThat(worlds.all()).extracting(World::name).containsExactly("w1"));
    }

    @Test
    void fresh_begins_anew_where_the_file_is_damaged() throws IOException {
        Files.createDirectories(folder());
        Files.writeString(folder().resolve("worlds.db"), "damaged ".repeat(1_000));
        begun(true, worlds -> assertThat(worlds.all()).isEmpty());
    }

    @Test
    void fresh_leaves_alone_what_another_sandbox_is_using() {
        try (WorldStore used = open(false)) {
            Worlds worlds = ToyWorlds.none();
            used.begin(worlds, UnaryOperator.identity(), List.of());
            fill(made(worlds, "w1"));
            assertThatThrownBy(() -> open(true))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("in use by another sandbox");
        }
        begun(false, worlds -> assertThat(worlds.all()).extracting(World::name).containsExactly("w1"));
    }

    @Test
    @EnabledIf("knowsOwners")
    void only_the_owner_can_read_the_folder_and_the_key() throws IOException {
        begun(false, worlds -> fill(made(worlds, "w1")));
        assertThat(permissions(folder())).isEqualTo("rwx------");
        assertThat(permissions(folder().resolve("key"))).isEqualTo("rw-------");
    }

    static boolean knowsOwners() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private void assertRefused(String... words) {
        try (WorldStore store = open(false)) {
            assertThatThrownBy(() -> store.begin(ToyWorlds.none(), UnaryOperator.identity(), List.of()))
                    .isInstanceOf(StoreException.class)
                    .satisfies(refusal -> assertThat(refusal.getMessage()).contains(words));
        } catch (StoreException atOnce) {
            assertThat(atOnce.getMessage()).contains(words);
        }
    }

    private void assertNowhereInClear() throws IOException {
        try (Stream<Path> files = Files.walk(folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(TOKEN)
                        .doesNotContain("toy.secrets");
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder().resolve("worlds.db"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void begun(boolean fresh, Consumer<Worlds> work) {
        try (WorldStore store = open(fresh)) {
            Worlds worlds = ToyWorlds.none();
            store.begin(worlds, UnaryOperator.identity(), List.of());
            work.accept(worlds);
        }
    }

    private WorldStore open(boolean fresh) {
        return WorldFolder.open(folder(), folder().resolve("key"), fresh, new SecureRandom(), System::nanoTime);
    }

    private Path folder() {
        return home.resolve("worlds");
    }
}
