package kz.paysandbox.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import kz.paysandbox.certs.store.RegisteredCertificate;
import kz.paysandbox.certs.testing.SharedPki;
import kz.paysandbox.certs.testing.StrictDer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedPki.class)
class PkiInitTest {
    @TempDir
    Path dir;

    @Test
    void makes_the_files_of_the_contract(Pki pki) throws IOException {
        List<String> expected = new ArrayList<>(List.of(
                ".pki.lock", ".registry.json.lock", "kbs_root_ca.crt", "kbs_root_ca.key", "kbs_ca.crt", "kbs_ca.key"));
        expected.addAll(
                List.of("ca-bundle.pem", "ca-bundle.p12", "server.crt", "server.key", "epay-rsa.key", "crl.pem"));
        expected.addAll(List.of("server-ec.crt", "server-ec.key"));
        expected.add("registry.json");
        for (String client : List.of("merchant", "partner")) {
            for (String end : List.of(".cer", ".key", "-plain.key", ".pfx", "-legacy.pfx", ".password")) {
                expected.add(client + end);
            }
        }
        for (String bad : List.of("expired", "not-yet-valid", "self-signed", "wrong-ca", "no-client-auth", "revoked")) {
            for (String end : List.of(".cer", ".key", "-plain.key", ".pfx", ".password")) {
                expected.add("bad/" + bad + end);
            }
        }
        assertThat(hashes(pki.files().dir()).keySet()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void only_the_owner_reads_keys_containers_and_passwords(Pki pki) throws IOException {
        Assumptions.assumeTrue(Files.getFileStore(pki.files().dir()).supportsFileAttributeView("posix"));
        for (String file : hashes(pki.files().dir()).keySet()) {
            String mode = PosixFilePermissions.toString(
                    Files.getPosixFilePermissions(pki.files().dir().resolve(file)));
            boolean secret = file.matches(".*\\.(key|pfx|password)");
            assertThat(mode).as(file).matches(secret ? "rw-------" : "rw-r--r--|rw-rw-r--|rw-------");
        }
    }

    @Test
    void a_second_run_overwrites_nothing(Pki pki) throws IOException {
        Pki copy = SharedPki.copy(pki, dir);
        Map<String, String> before = hashes(dir);
        List<String> progress = new ArrayList<>();
        Pki.init(dir, SharedPki.CLOCK, new SecureRandom(), progress::add);
        assertThat(hashes(dir)).isEqualTo(before);
        assertThat(progress).isEmpty();
        assertThat(copy.certificates()).isEqualTo(pki.certificates());
    }

    @Test
    void makes_what_was_removed_and_leaves_the_rest(Pki pki) throws IOException {
        SharedPki.copy(pki, dir);
        Map<String, String> before = hashes(dir);
        for (String removed : List.of("merchant.pfx", "ca-bundle.pem", "registry.json", "crl.pem")) {
            Files.delete(dir.resolve(removed));
        }
        Pki healed = Pki.init(dir, SharedPki.CLOCK, new SecureRandom(), line -> {});
        Map<String, String> after = hashes(dir);
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.keySet().removeAll(List.of("merchant.pfx", "crl.pem"));
        assertThat(after).containsAllEntriesOf(before);
        assertThat(healed.certificates()).isEqualTo(pki.certificates());
    }

    @Test
    void two_runs_at_once_make_each_thing_once(Pki pki) throws Exception {
        SharedPki.copy(pki, dir);
        for (Path file : pki.files().client("partner").all()) {
            Files.delete(dir.resolve(file.getFileName()));
        }
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<String> progress = new CopyOnWriteArrayList<>();
            Callable<Pki> init = () -> Pki.init(dir, SharedPki.CLOCK, new SecureRandom(), progress::add);
            for (Future<Pki> run : threads.invokeAll(List.of(init, init))) {
                assertThat(run.get().certificates()).hasSize(7);
            }
            assertThat(progress).containsExactly("made partner");
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void refuses_a_new_authority_beside_what_a_lost_one_issued(Pki pki) throws IOException {
        SharedPki.copy(pki, dir);
        Files.delete(dir.resolve("kbs_ca.crt"));
        Files.delete(dir.resolve("kbs_ca.key"));
        assertThatThrownBy(() -> Pki.init(dir, SharedPki.CLOCK, new SecureRandom(), line -> {}))
                .isInstanceOf(PkiException.class)
                .hasMessageContaining("kbs_ca.crt is missing")
                .hasMessageContaining("restore it");
    }

    @Test
    void refuses_a_half_client(Pki pki) throws IOException {
        SharedPki.copy(pki, dir);
        Files.delete(dir.resolve("partner.cer"));
        assertThatThrownBy(() -> Pki.init(dir, SharedPki.CLOCK, new SecureRandom(), line -> {}))
                .isInstanceOf(PkiException.class)
                .hasMessageContaining("partner.cer is missing: but partner.key exists");
    }

    @Test
    void a_first_start_that_was_killed_is_completed(Pki pki) throws IOException {
        SharedPki.copy(pki, dir);
        for (String lost : List.of("registry.json", "crl.pem", "partner.cer", "bad/revoked.cer", "bad/revoked.pfx")) {
            Files.delete(dir.resolve(lost));
        }
        Files.writeString(dir.resolve(".server.key1234.tmp"), "half a key");
        Files.writeString(dir.resolve("bad/.revoked.key99.tmp"), "half a key");
        List<String> progress = new ArrayList<>();
        Pki completed = Pki.init(dir, SharedPki.CLOCK, new SecureRandom(), progress::add);
        assertThat(progress).containsExactly("made partner", "made bad/revoked");
        assertThat(completed.certificates()).hasSize(6);
        assertThat(hashes(dir).keySet()).isEqualTo(hashes(pki.files().dir()).keySet());
    }

    @Test
    void a_key_that_a_killed_first_start_left_without_its_certificate_is_made_again(Pki pki) throws IOException {
        SharedPki.copy(pki, dir);
        Files.delete(dir.resolve("registry.json"));
        Files.delete(dir.resolve("server.crt"));
        assertThat(Pki.init(dir, SharedPki.CLOCK, new SecureRandom(), line -> {})
                        .files()
                        .serverCertificate())
                .exists();
    }

    @Test
    void containers_of_an_earlier_version_are_made_again_in_der(Pki pki) throws IOException {
        SharedPki.copy(pki, dir);
        Path container = dir.resolve("merchant.pfx");
        Files.write(container, new byte[] {0x30, (byte) 0x80, 0, 0});
        Pki.init(dir, SharedPki.CLOCK, new SecureRandom(), line -> {});
        assertThat(StrictDer.faults(Files.readAllBytes(container))).isEmpty();
    }

    @Test
    void a_folder_that_cannot_be_written_is_named_without_a_java_class(Pki pki) throws IOException {
        Path occupied = Files.writeString(dir.resolve("occupied"), "a file");
        assertThatThrownBy(() -> Pki.init(occupied.resolve("pki"), SharedPki.CLOCK, new SecureRandom(), line -> {}))
                .isInstanceOf(PkiException.class)
                .hasMessageContaining("occupied")
                .hasMessageContaining("must be writable")
                .message()
                .doesNotContain("Exception");
    }

    @Test
    void registers_what_the_authority_issued(Pki pki) {
        assertThat(pki.certificates())
                .extracting(RegisteredCertificate::name)
                .containsExactly("merchant", "partner", "expired", "not-yet-valid", "no-client-auth", "revoked");
        assertThat(pki.certificates())
                .filteredOn(RegisteredCertificate::isRevoked)
                .extracting(RegisteredCertificate::name)
                .containsExactly("revoked");
        assertThat(pki.certificates()).extracting(RegisteredCertificate::world).containsOnly("main");
        assertThat(pki.certificates().get(1).bins())
                .containsExactly("180340021791", "990340000013", "990340000024", "990340000035", "050540000017");
    }

    @Test
    void serials_are_random(Pki pki) {
        List<BigInteger> serials =
                pki.certificates().stream().map(RegisteredCertificate::serial).toList();
        assertThat(serials)
                .doesNotHaveDuplicates()
                .allMatch(serial -> serial.signum() > 0 && serial.bitLength() <= 128);
        assertThat(serials).anyMatch(serial -> serial.bitLength() > 120);
    }

    private static Map<String, String> hashes(Path dir) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(dir)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                hashes.put(dir.relativize(file).toString(), sha256(Files.readAllBytes(file)));
            }
        }
        return hashes;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
