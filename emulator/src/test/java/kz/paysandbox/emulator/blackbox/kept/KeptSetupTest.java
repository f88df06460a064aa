package kz.paysandbox.emulator.blackbox.kept;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is set up in a world, and what is written down there, after another start. */
class KeptSetupTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with("store", "file");

    private final TestWorld world = SANDBOX.world("{\"clock\":\"2026-05-01T10:00:00Z\"}");
    private final Bank bank = world.bank("r1");

    @Test
    void devices_are_known_and_deleted_ones_are_not() {
        String device = bank.device("KASSA-1", 2);
        String deleted = bank.device("KASSA-2", 2);
        String off = bank.device("KASSA-3", 2);
        bank.post("device/delete", Map.of("DeviceToken", deleted)).data();
        world.control().patch("/devices/" + off, "{\"active\":false}").expect(200);
        long ofDeleted = bank.create(deleted, 1).code();
        long ofOff = bank.create(off, 1).code();

        SANDBOX.restart();

        assertThat(bank.create(device, 1).code()).isZero();
        assertThat(bank.create("321", 1).code()).isZero();
        assertThat(bank.create(deleted, 1).code()).isEqualTo(ofDeleted).isNotZero();
        assertThat(bank.create(off, 1).code()).isEqualTo(ofOff).isNotZero();
        assertThat(bank.device("KASSA-4", 2)).isNotIn(device, deleted, off);
    }

    @Test
    void organisations_and_trade_points_are_as_they_were_changed() {
        world.control()
                .post(
                        "/organizations",
                        "{\"bin\":\"180340021793\",\"name\":\"Own\",\"tradePoints\":[{\"id\":7001,\"name\":\"One\"}]}")
                .expect(201);
        world.control()
                .post("/tradepoints", "{\"id\":7002,\"bin\":\"180340021791\",\"name\":\"More\"}")
                .expect(201);
        world.organization("180340021793", "{\"partialRefunds\":false,\"paymentMethods\":[\"Gold\"]}");
        world.organization("990340000013", "{\"active\":false,\"allowedAddresses\":[\"10.0.0.1\"]}");
        world.tradePoint(12, "{\"qrPayments\":false}");
        world.tradePoint(23, "{\"removed\":true}");
        List<String> before = setup();

        SANDBOX.restart();

        assertThat(setup()).isEqualTo(before);
        assertThat(bank.register("KASSA-5", 7002).code()).isZero();
        assertThat(bank.tradePoints().data().findValuesAsText("TradePointId"))
                .contains("7002")
                .doesNotContain("23");
    }

    private List<String> setup() {
        return List.of(
                world.control().get("/world").json().at("/kaspi/organizations").toString(),
                unchanged("/organizations/180340021793"),
                unchanged("/organizations/990340000013"),
                unchanged("/tradepoints/12"),
                unchanged("/tradepoints/23"),
                bank.tradePoints().body());
    }

    private String unchanged(String path) {
        return world.control().patch(path, "{}").expect(200).body();
    }

    @Test
    void faults_have_happened_as_often_as_they_had() {
        fault(
                "{\"name\":\"twice\",\"when\":{\"endpoint\":\"r1 health ping\"},\"then\":{\"statusCode\":-999},\"times\":2}");
        fault("{\"name\":\"third\",\"when\":{\"endpoint\":\"r1 qr create\",\"nth\":3},\"then\":{\"statusCode\":-999}}");
        String removed = fault("{\"name\":\"gone\",\"when\":{\"endpoint\":\"r1 qr *\"},\"then\":{\"statusCode\":-1}}");
        world.control().delete("/faults/" + removed).expect(204);
        assertThat(ping()).isEqualTo(-999);
        assertThat(bank.create(Bank.DEVICE, 1).code()).isZero();
        assertThat(bank.create(Bank.DEVICE, 1).code()).isZero();
        String before = world.control().get("/faults").body();

        SANDBOX.restart();

        assertThat(world.control().get("/faults").body()).isEqualTo(before);
        assertThat(ping()).isEqualTo(-999);
        assertThat(ping()).isZero();
        assertThat(bank.create(Bank.DEVICE, 1).code()).isEqualTo(-999);
        assertThat(bank.create(Bank.DEVICE, 1).code()).isZero();
        assertThat(fault("{\"when\":{\"endpoint\":\"r1 *\"},\"then\":{\"statusCode\":-999}}"))
                .isEqualTo("fault-4");
    }

    @Test
    void a_share_of_calls_goes_on_where_it_was() {
        String share = "{\"when\":{\"endpoint\":\"r1 health ping\",\"share\":0.5},\"then\":{\"statusCode\":-999}}";
        TestWorld whole = SANDBOX.world("{\"seed\":5}");
        TestWorld restarted = SANDBOX.world("{\"seed\":5}");
        for (TestWorld each : List.of(whole, restarted)) {
            each.control().post("/faults", share).expect(201);
        }
        String expected = pings(whole, 20);
        String got = pings(restarted, 10);

        SANDBOX.restart();

        assertThat(got + pings(restarted, 10)).isEqualTo(expected);
    }

    private static String pings(TestWorld world, int many) {
        Bank bank = world.bank("r1");
        StringBuilder codes = new StringBuilder();
        for (int n = 0; n < many; n++) {
            codes.append(bank.get("health/ping").code() == 0 ? '.' : 'x');
        }
        return codes.toString();
    }

    @Test
    void what_was_found_and_written_down_is_there_and_numbers_go_on() {
        String device = bank.device("KASSA-6", 2);
        bank.create(device, 5);
        bank.send("GET", "/r1/v01/health/ping", Map.of("Api-Key", world.apiKey()), Optional.empty());
        JsonNode requests = requests();
        JsonNode findings = world.control().get("/findings").json();
        assertThat(findings).isNotEmpty();
        String standIn = standIn(requests.path(1));

        SANDBOX.restart();

        assertThat(requests()).isEqualTo(requests);
        assertThat(world.control().get("/findings").json()).isEqualTo(findings);
        bank.create(device, 6);
        JsonNode more = requests();
        assertThat(more).hasSize(requests.size() + 1);
        assertThat(more.path(3).path("number").asLong())
                .isEqualTo(requests.path(2).path("number").asLong() + 1);
        assertThat(standIn(more.path(3))).isEqualTo(standIn).startsWith("device#");
    }

    @Test
    void the_last_two_hundred_requests_are_kept() {
        for (int n = 0; n < 250; n++) {
            bank.get("health/ping");
        }
        JsonNode before = requests();

        SANDBOX.restart();

        JsonNode after = requests();
        assertThat(after).hasSize(200);
        assertThat(after.path(0)).isEqualTo(before.path(50));
        assertThat(after.path(199)).isEqualTo(before.path(249));
    }

    @Test
    void what_was_cleared_stays_so() {
        bank.get("health/ping");
        bank.send("GET", "/r1/v01/health/ping", Map.of("Api-Key", world.apiKey()), Optional.empty());
        world.control().delete("/requests").expect(204);
        world.control().delete("/findings").expect(204);
        world.control().delete("/faults").expect(204);

        SANDBOX.restart();

        assertThat(requests()).isEmpty();
        assertThat(world.control().get("/findings").json()).isEmpty();
        bank.get("health/ping");
        assertThat(requests().path(0).path("number").asLong()).isEqualTo(3);
    }

    private JsonNode requests() {
        return world.control().get("/requests").expect(200).json();
    }

    private static String standIn(JsonNode request) {
        return request.path("body").asText().replaceAll(".*\"DeviceToken\":\"([^\"]+)\".*", "$1");
    }

    private String fault(String json) {
        return world.control()
                .post("/faults", json)
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private long ping() {
        return bank.get("health/ping").code();
    }
}
