package kz.paysandbox.emulator.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.store.StoreException;
import kz.paysandbox.emulator.store.postgres.HomeFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init")
class HomeShareTest {

    @TempDir
    private Path folder;

    private Path home;
    private HomeShare share;

    @BeforeEach
    void make() throws IOException {
        home = folder.resolve("home");
        share = new HomeShare(home, List.of(home.resolve("tokens.json"), folder.resolve("elsewhere.token")));
        write("pki/server.key", "key");
        write("pki/bad/expired.key", "expired");
        write("pki/.pki.lock", "");
        write("ports.json", "{}");
        write("tokens.json", "[]");
        Files.writeString(folder.resolve("elsewhere.token"), "token");
    }

    private void write(String name, String text) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }

    @Test
    void certificates_and_tokens_of_the_home_are_shared_and_nothing_else() {
        assertThat(share.changed())
                .extracting(HomeFile::name)
                .containsExactly("pki/bad/expired.key", "pki/server.key", "tokens.json");
    }

    @Test
    void what_was_taken_is_not_changed_until_it_changes() throws IOException {
        share.taken(share.changed());
        assertThat(share.changed()).isEmpty();
        write("tokens.json", "[1]");
        assertThat(share.changed()).extracting(HomeFile::name).containsExactly("tokens.json");
    }

    @Test
    void what_another_node_has_kept_replaces_what_is_there() throws IOException {
        share.bring(List.of(
                new HomeFile("pki/server.key", false, Bytes.utf8("other")),
                new HomeFile("pki/new/one.crt", true, Bytes.utf8("new"))));
        assertThat(home.resolve("pki/server.key")).hasContent("other");
        assertThat(home.resolve("pki/new/one.crt")).hasContent("new");
        assertThat(share.changed()).extracting(HomeFile::name).containsExactly("pki/bad/expired.key", "tokens.json");
        write("pki/server.key", "mine");
        share.bring(List.of(new HomeFile("pki/server.key", false, Bytes.utf8("other"))));
        assertThat(home.resolve("pki/server.key")).hasContent("other");
    }

    @Test
    @EnabledIf("knowsOwners")
    void who_may_read_a_file_is_the_same_everywhere() throws IOException {
        Files.setPosixFilePermissions(home.resolve("pki/server.key"), PosixFilePermissions.fromString("rw-------"));
        Files.setPosixFilePermissions(home.resolve("tokens.json"), PosixFilePermissions.fromString("rw-r--r--"));
        List<HomeFile> kept = share.changed();
        Path other = folder.resolve("other");
        new HomeShare(other, List.of()).bring(kept);
        assertThat(permissions(other.resolve("pki/server.key"))).isEqualTo("rw-------");
        assertThat(permissions(other.resolve("tokens.json"))).isEqualTo("rw-r--r--");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../out", "/out", "pki/../../out"})
    void a_name_that_leads_out_of_the_home_is_refused(String name) {
        assertThatThrownBy(() -> share.bring(List.of(new HomeFile(name, true, Bytes.utf8("out")))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not in the home");
    }

    @Test
    void a_home_with_certificates_of_its_own_is_left_as_it_is() throws IOException {
        write("pki/kbs_root_ca.crt", "mine");
        assertThatThrownBy(() -> share.bring(List.of(
                        new HomeFile("pki/a.crt", true, Bytes.utf8("other")),
                        new HomeFile("pki/kbs_root_ca.crt", true, Bytes.utf8("other")))))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("has certificates of its own");
        assertThat(home.resolve("pki/kbs_root_ca.crt")).hasContent("mine");
        assertThat(home.resolve("pki/a.crt")).doesNotExist();
    }

    static boolean knowsOwners() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
