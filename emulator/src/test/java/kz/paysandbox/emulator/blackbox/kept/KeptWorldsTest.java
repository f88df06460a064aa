package kz.paysandbox.emulator.blackbox.kept;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.paysandbox.emulator.blackbox.support.Answer;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Identity;
import kz.paysandbox.emulator.blackbox.support.Phones;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Worlds as a whole after another start: which there are, their credentials, clocks and ids. */
class KeptWorldsTest {

    private static final String FROZEN = "\"clock\":\"2026-05-01T10:00:00Z\"";

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with("store", "file");

    @RegisterExtension
    static final Sandbox FORGETFUL = Sandbox.with("store", "memory");

    @Test
    void a_world_that_is_kept_has_its_seed_and_credentials() {
        TestWorld world = SANDBOX.world("{\"seed\":99}");
        Identity certificate = world.certificate();
        JsonNode before = described(world);

        SANDBOX.restart();

        assertThat(described(world)).isEqualTo(before);
        assertThat(before.path("seed").asLong()).isEqualTo(99);
        assertThat(world.keyed(before.at("/kaspi/apiKey").asText()).qr(1)).isPositive();
        assertThat(world.certificate().pfx()).isEqualTo(certificate.pfx());
        assertThat(world.certified("r2", certificate).qr(1)).isPositive();
    }

    @Test
    void a_certificate_is_still_revoked_and_its_renewal_still_good() {
        TestWorld world = SANDBOX.world();
        Identity first = world.certificate();
        String name = "/certificates/" + world.name();
        world.control().post(name + "/revoke", "").expect(200);
        assertThat(refused(world, first)).isTrue();

        SANDBOX.restart();

        assertThat(refused(world, first)).isTrue();
    }

    @Test
    void a_certificate_outlives_a_reset_and_a_restart() {
        TestWorld world = SANDBOX.world();
        Identity certificate = world.certificate();
        world.control().post("/reset", "");

        SANDBOX.restart();

        assertThat(world.certified("r3", certificate).qr(1)).isPositive();
    }

    @Test
    void a_world_that_was_deleted_stays_so_and_one_that_was_reset_is_empty() {
        TestWorld deleted = SANDBOX.world();
        TestWorld emptied = SANDBOX.world();
        String key = deleted.apiKey();
        deleted.bank("r1").qr(1);
        emptied.bank("r1").qr(1);
        assertThat(deleted.control().delete("/worlds/" + deleted.name()).status())
                .isEqualTo(204);
        emptied.control().post("/reset", "");

        SANDBOX.restart();

        assertThat(names()).contains(emptied.name()).doesNotContain(deleted.name());
        assertThat(emptied.keyed(key).create(Bank.DEVICE, 1).code()).isEqualTo(-10000);
        assertThat(emptied.control().get("/payments").json()).isEmpty();
        assertThat(emptied.bank("r1").qr(1)).isPositive();
    }

    @Test
    void one_that_is_made_again_under_a_name_has_nothing_of_the_earlier() {
        TestWorld earlier = SANDBOX.world("{\"name\":\"again\"}");
        earlier.bank("r1").qr(1);
        earlier.control().delete("/worlds/again");
        SANDBOX.restart();
        TestWorld later = SANDBOX.world("{\"name\":\"again\"}");

        SANDBOX.restart();

        assertThat(later.control().get("/payments").json()).isEmpty();
    }

    @Test
    void a_frozen_clock_stands_where_it_stood() {
        TestWorld world = SANDBOX.world("{" + FROZEN + "}");
        world.advance("PT90S");
        String before = world.control().get("/clock").body();

        SANDBOX.restart();

        assertThat(world.control().get("/clock").body()).isEqualTo(before).contains("2026-05-01T10:01:30Z", "frozen");
    }

    @Test
    void a_clock_that_is_ahead_stays_so_while_time_passes() {
        TestWorld world = SANDBOX.world();
        world.advance("P2D");

        SANDBOX.restart();

        Answer clock = world.control().get("/clock");
        Duration ahead = Duration.between(
                Instant.now(), Instant.parse(clock.json().path("now").asText()));
        assertThat(ahead).isCloseTo(Duration.ofDays(2), Duration.ofSeconds(30));
        assertThat(clock.json().path("mode").asText()).isEqualTo("real");
    }

    @Test
    void ids_are_those_of_a_world_that_was_not_restarted() {
        TestWorld restarted = SANDBOX.world("{\"seed\":42," + FROZEN + "}");
        TestWorld whole = SANDBOX.world("{\"seed\":42," + FROZEN + "}");
        List<String> expected = new ArrayList<>(run(whole, 1));
        expected.addAll(run(whole, 2));
        List<String> got = new ArrayList<>(run(restarted, 1));

        SANDBOX.restart();

        got.addAll(run(restarted, 2));
        assertThat(got).isEqualTo(expected).doesNotHaveDuplicates();
    }

    @Test
    void where_nothing_is_kept_a_world_ends_with_the_process() {
        TestWorld world = FORGETFUL.world();

        FORGETFUL.restart();

        assertThat(FORGETFUL.control().get("/worlds").body()).doesNotContain(world.name());
        assertThat(FORGETFUL.home().resolve("worlds")).doesNotExist();
    }

    @Test
    void no_secret_is_in_the_files_in_clear() throws IOException {
        TestWorld world = SANDBOX.world();
        String device = world.bank("r1").device("KASSA-SECRET", 2);
        long invoice = world.bank("r3")
                .invoice(Phones.PAYER, 5)
                .data()
                .path("QrPaymentId")
                .asLong();
        JsonNode described = world.control().get("/world").json();

        SANDBOX.restart();

        assertThat(invoice).isPositive();
        try (Stream<Path> files = Files.walk(SANDBOX.home().resolve("worlds"))) {
            assertThat(files.filter(Files::isRegularFile).toList()).isNotEmpty().allSatisfy(file -> {
                String text = new String(Files.readAllBytes(file), ISO_8859_1);
                assertThat(text)
                        .doesNotContain(device, "KASSA-SECRET", Phones.PAYER, "7010000001")
                        .doesNotContain(described.at("/kaspi/apiKey").asText())
                        .doesNotContain(described.at("/epay/clientSecret").asText());
            });
        }
    }

    private static List<String> run(TestWorld world, int part) {
        Bank r1 = world.bank("r1");
        Bank r2 = world.bank("r2");
        Bank r3 = world.bank("r3");
        return List.of(
                r1.register("KASSA-" + part, 2).body(),
                r1.create(Bank.DEVICE, 1).body(),
                r2.post("qr/create-link", Map.of("DeviceToken", Bank.DEVICE, "Amount", 2))
                        .body(),
                r2.post("return/create", Map.of("DeviceToken", Bank.DEVICE)).body(),
                r3.invoice(Phones.PAYER, 4).body(),
                r3.giveBack(r3.paid(5), 5, Map.of()).body());
    }

    private static boolean refused(TestWorld world, Identity certificate) {
        try {
            return world.certified("r2", certificate).attemptPing().code() != 0;
        } catch (IOException handshake) {
            return true;
        }
    }

    private static List<String> names() {
        return SANDBOX.control().get("/worlds").expect(200).json().findValuesAsText("name");
    }

    /** The generation tells what is read by numbers to begin anew, and may rise. */
    private static JsonNode described(TestWorld world) {
        JsonNode shown = world.control().get("/world").expect(200).json();
        ((ObjectNode) shown.path("journal")).remove("generation");
        return shown;
    }
}
