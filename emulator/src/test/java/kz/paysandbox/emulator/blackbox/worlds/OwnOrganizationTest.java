package kz.paysandbox.emulator.blackbox.worlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import kz.paysandbox.emulator.EmulatorConfig;
import kz.paysandbox.emulator.blackbox.support.Answer;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Identity;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People test with their own BINs and trade points. */
final class OwnOrganizationTest {

    private static final String SET = "[{\"bin\":\"070740000027\",\"tradePoints\":[{\"id\":7001}]}]";

    private static final String OWN = "{\"bin\":\"060640000035\",\"name\":\"ТОО «Своё»\","
            + "\"tradePoints\":[{\"id\":501,\"name\":\"Касса (Абая, 1)\"},{\"id\":502}]}";

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with("kaspi.organizations", SET);

    private final TestWorld world = SANDBOX.world();

    @Test
    void an_added_organisation_sells_at_its_trade_points() {
        Answer added = world.control().post("/organizations", OWN).expect(201);

        assertThat(added.json().path("bin").asText()).isEqualTo("060640000035");
        assertThat(added.json().path("tradePoints").findValuesAsText("id")).containsExactly("501", "502");
        assertThat(world.control().get("/world").body()).contains("060640000035");
        assertThat(sells(world.bank("r3"), "060640000035", 501)).isZero();
    }

    @Test
    void the_partner_certificate_acts_for_added_ones_and_the_merchants_does_not() {
        TestWorld main = SANDBOX.main();
        Bank partner = main.certified("r3", Identity.in(SANDBOX, "partner"));
        Bank merchant = main.certified("r3", Identity.in(SANDBOX, "merchant"));

        assertThat(sells(partner, "070740000027", 7001)).isZero();
        assertThat(sells(partner, "050540000017", 401)).isZero();
        assertThat(register(merchant, "070740000027", 7001).code()).isEqualTo(-1401);
        assertThat(register(merchant, "070740000027", 7001).reason()).contains("certificate may not act");
    }

    @Test
    void every_world_begins_with_the_organisations_that_were_set() {
        assertThat(sells(world.bank("r3"), "070740000027", 7001)).isZero();
        world.control().post("/organizations", OWN).expect(201);
        world.control().post("/reset", "").expect(200);

        assertThat(world.control().get("/world").body())
                .contains("070740000027")
                .doesNotContain("060640000035");
    }

    @Test
    void the_first_organisation_stays_the_documents_sample() {
        assertThat(world.control()
                        .get("/world")
                        .json()
                        .path("kaspi")
                        .path("organizations")
                        .findValuesAsText("bin"))
                .startsWith("180340021791", "990340000013", "990340000024", "990340000035", "050540000017");
    }

    @Test
    void what_is_taken_is_a_conflict_and_nothing_is_added() {
        world.control().post("/organizations", OWN).expect(201);

        assertThat(world.control().post("/organizations", OWN).status()).isEqualTo(409);
        Answer point = world.control().post("/organizations", """
                        {"bin":"060640000099","tradePoints":[{"id":900},{"id":501}]}""");
        assertThat(point.expect(409).json().path("detail").asText()).contains("trade points");
        assertThat(world.control().get("/world").body()).doesNotContain("060640000099");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"bin\":60640000035}",
                "{\"bin\":\"60640000035\"}",
                "{\"bin\":\"060640000035\",\"tradePoint\":[]}",
                "{\"bin\":\"060640000035\",\"tradePoints\":[501]}",
                "{\"bin\":\"060640000035\",\"tradePoints\":[{\"id\":\"501\"}]}",
                "{\"bin\":\"060640000035\",\"tradePoints\":[{\"id\":0}]}",
                "{\"bin\":\"060640000035\",\"name\":\" \"}"
            })
    void what_is_mistyped_is_refused(String json) {
        assertThat(world.control().post("/organizations", json).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "{}",
                "[{\"bin\":60640000035}]",
                "[{\"bin\":\"180340021791\"}]",
                "[{\"bin\":\"060640000035\",\"tradePoints\":[{\"id\":1}]}]",
                "[{\"bin\":\"060640000035\"},{\"bin\":\"060640000035\"}]"
            })
    void a_setting_that_does_not_fit_stops_the_start(String json) {
        assertThatThrownBy(() -> EmulatorConfig.embedded(Path.of("nowhere"), Map.of("kaspi.organizations", json)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("kaspi.organizations");
    }

    private static long sells(Bank bank, String bin, long tradePoint) {
        String device =
                register(bank, bin, tradePoint).data().path("DeviceToken").asText();
        return bank.post("qr/create", Map.of("OrganizationBin", bin, "DeviceToken", device, "Amount", 100))
                .code();
    }

    private static Answer register(Bank bank, String bin, long tradePoint) {
        return bank.post(
                "device/register",
                Map.of("OrganizationBin", bin, "DeviceId", "K-" + tradePoint, "TradePointId", tradePoint));
    }
}
