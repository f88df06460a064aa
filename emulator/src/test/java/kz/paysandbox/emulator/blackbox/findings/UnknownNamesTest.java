package kz.paysandbox.emulator.blackbox.findings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Phones;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A name that no table lists: told of with what was meant at level documented, refused at strict. */
class UnknownNamesTest {

    @RegisterExtension
    static final Sandbox DOCUMENTED = Sandbox.with();

    @RegisterExtension
    static final Sandbox STRICT = Sandbox.with("level", "strict");

    private static final Map<String, ?> SALE =
            Map.of("DeviceToken", Bank.DEVICE, "Amount", 100, "External_Id", "order-1");

    @Test
    void a_name_in_a_body_and_one_in_a_query() {
        TestWorld world = DOCUMENTED.world().freeze("2026-05-01T10:00:00Z");
        Bank bank = world.bank("r1");
        bank.post("qr/create", SALE).expect(200);
        bank.post("qr/create", SALE).expect(200);
        bank.get("partner/tradepoints?limit=5").expect(200);

        JsonNode findings = world.control()
                .get("/findings?rule=kaspi.key.unknown")
                .expect(200)
                .json();
        assertThat(findings).hasSize(2);
        assertThat(findings.path(0).path("evidence").asText())
                .isEqualTo("External_Id in the body is not read; did you mean ExternalId?");
        assertThat(findings.path(0).path("severity").asText()).isEqualTo("warning");
        assertThat(findings.path(0).path("count").asInt()).isEqualTo(2);
        assertThat(findings.path(0).path("requests")).hasSize(2);
        assertThat(findings.path(1).path("evidence").asText())
                .isEqualTo("limit in the query is not read; this call has no fields there");
    }

    @Test
    void at_strict_nothing_is_applied() {
        TestWorld world = STRICT.world().freeze("2026-05-01T10:00:00Z");
        Bank bank = world.bank("r1");
        JsonNode refused = bank.post("qr/create", SALE).expect(400).json();

        assertThat(refused.path("StatusCode").asInt()).isEqualTo(-400);
        assertThat(refused.path("Message").asText()).contains("kaspi.key.unknown", "ExternalId");
        assertThat(world.control().get("/payments").expect(200).json()).isEmpty();
    }

    @Test
    void the_query_of_a_post_is_not_read() {
        TestWorld world = DOCUMENTED.world().freeze("2026-05-01T10:00:00Z");
        world.bank("r1")
                .post("qr/create?Amount=5", Map.of("DeviceToken", Bank.DEVICE, "Amount", 100))
                .expect(200);

        assertThat(world.control()
                        .get("/payments")
                        .expect(200)
                        .json()
                        .path(0)
                        .path("amount")
                        .asInt())
                .isEqualTo(100);
        assertThat(world.control()
                        .get("/findings?rule=kaspi.key.unknown")
                        .expect(200)
                        .json()
                        .path(0)
                        .path("evidence")
                        .asText())
                .isEqualTo("Amount in the query is not read; this call has no fields there");
    }

    @Test
    void a_parameter_that_stands_twice_is_told_of_and_an_empty_pair_is_none() {
        TestWorld world = DOCUMENTED.world().freeze("2026-05-01T10:00:00Z");
        Bank bank = world.bank("r3");
        bank.get("partner/tradepoints/180340021791?").expect(200);
        bank.get("remote/client-info?&PhoneNumber=87010000001&&DeviceToken=" + Bank.DEVICE + "&")
                .expect(200);
        assertThat(world.control().findings()).doesNotContain("kaspi.key.unknown", "kaspi.key.repeated");

        bank.get("remote/client-info?PhoneNumber=8&PhoneNumber=87010000001&DeviceToken=" + Bank.DEVICE)
                .expect(200);
        assertThat(world.control().findings()).contains("kaspi.key.repeated");
    }

    @Test
    void what_the_document_prints_and_what_clients_send_is_none() {
        TestWorld world = STRICT.world().freeze("2026-05-01T10:00:00Z");
        Bank bank = world.bank("r3");
        bank.get("remote/client-info?phoneNumber=87010000001&deviceToken=" + Bank.DEVICE)
                .expect(200);
        bank.post(
                        "remote/create",
                        Map.of(
                                "OrganizationBin",
                                "180340021791",
                                "DeviceToken",
                                Bank.DEVICE,
                                "PhoneNumber",
                                Phones.PAYER,
                                "Amount",
                                100,
                                "ExternalId",
                                "order-1"))
                .expect(200);

        assertThat(world.control().findings()).doesNotContain("kaspi.key.unknown", "kaspi.key.spelling");
    }
}
