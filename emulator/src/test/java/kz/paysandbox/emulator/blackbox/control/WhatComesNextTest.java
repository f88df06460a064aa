package kz.paysandbox.emulator.blackbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import kz.paysandbox.emulator.blackbox.support.Answer;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.EventStream;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a page shows of a payment beside its status: whose it is, what can be done with it, what comes. */
class WhatComesNextTest {

    private static final String NOON = "2027-01-15T12:00:00Z";

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    @RegisterExtension
    static final Sandbox BOUND = Sandbox.with("bind", "0.0.0.0");

    private final TestWorld world = SANDBOX.world().freeze(NOON);

    @Test
    void a_payment_says_when_it_expires_and_what_its_code_holds_until_it_is_final() {
        JsonNode created = create("r1", 200);
        String id = created.path("QrPaymentId").asText();

        JsonNode open = payment(id);
        assertThat(open.path("expiresAt").asText()).isEqualTo("2027-01-15T12:03:00Z");
        assertThat(open.path("next").asText()).isEqualTo("kaspi.payment.lapsed");
        assertThat(open.path("qr").asText()).isEqualTo(created.path("QrToken").asText());
        assertThat(open.path("shop").asText()).isEqualTo("ТОО «Пример Маркет», Магазин 1 (Ауэзова, 65)");
        assertThat(open.path("tradePoint").asLong()).isEqualTo(1);

        world.customer(Long.parseLong(id), "scan").expect(200);
        assertThat(payment(id).path("expiresAt").asText()).isEqualTo("2027-01-15T12:01:05Z");
        JsonNode coming = next(1).get(0);
        assertThat(coming.path("at").asText()).isEqualTo("2027-01-15T12:01:05Z");
        assertThat(coming.path("what").asText()).isEqualTo("kaspi.payment.lapsed");
        assertThat(coming.path("id").asText()).isEqualTo(id);

        world.customer(Long.parseLong(id), "confirm").expect(200);
        world.control().post("/payments/" + id + "/refund", "{\"amount\":50}").expect(200);
        JsonNode paid = payment(id);
        assertThat(paid.has("expiresAt")).isFalse();
        assertThat(paid.has("next")).isFalse();
        assertThat(paid.path("returns").get(0).path("amount").decimalValue()).isEqualByComparingTo("50");
        assertThat(paid.path("returns").get(0).path("at").asText()).isEqualTo(NOON);
        assertThat(next(5)).isEmpty();
    }

    @Test
    void the_clock_says_nothing_of_what_comes_where_it_is_not_asked() {
        assertThat(world.control().get("/clock").json().has("next")).isFalse();
        assertThat(world.control().get("/clock?next=0").status()).isEqualTo(400);
    }

    @Test
    void return_codes_are_listed_and_told_until_they_are_scanned() {
        try (EventStream stream = EventStream.open(SANDBOX.port("control"), "?world=" + world.name(), "")
                .begun()) {
            String code = world.bank("r2")
                    .post("return/create", Map.of("DeviceToken", Bank.DEVICE, "ExternalId", "7"))
                    .data()
                    .path("QrReturnId")
                    .asText();
            JsonNode listed = world.control().get("/returns").expect(200).json();
            assertThat(listed).hasSize(1);
            assertThat(listed.get(0).path("id").asText()).isEqualTo(code);
            assertThat(listed.get(0).path("status").asText()).isEqualTo("QrTokenCreated");
            assertThat(listed.get(0).has("expiresAt")).isTrue();
            assertThat(listed.get(0).path("qr").asText()).isNotEmpty();
            stream.until("return", data -> data.equals(listed.get(0)));

            world.control().post("/returns/" + code + "/scan", "").expect(200);
            stream.until("return", data -> data.path("status").asText().equals("CustomerIdentityObtained"));
            assertThat(world.control().get("/returns").json().get(0).has("expiresAt"))
                    .isFalse();
        }
    }

    @Test
    void every_row_that_a_fault_can_be_about_is_in_the_catalogue() {
        assertThat(world.control().get("/catalogue").json().path("endpoints"))
                .extracting(JsonNode::asText)
                .contains("r1 qr create", "r2 return create", "r3 remote create", "epay oauth2 token");
    }

    @Test
    void a_real_phone_is_led_to_the_page_with_the_token_that_was_sent() {
        Answer plain = world.control().get("/phone.svg?payment=123").expect(200);
        assertThat(plain.contentType()).startsWith("image/svg+xml");
        assertThat(world.control().get("/phone.svg?payment=a%20b").status()).isEqualTo(400);

        String token = BOUND.emulator().controlToken().orElseThrow();
        assertThat(BOUND.control().get("/phone.svg").status()).isEqualTo(403);
        Answer with = BOUND.control()
                .send("GET", "/phone.svg?payment=123", Map.of("Authorization", "Bearer " + token), "")
                .expect(200);
        assertThat(with.body().length()).isGreaterThan(plain.body().length());
    }

    private JsonNode payment(String id) {
        return world.control().get("/payments/" + id).expect(200).json();
    }

    private JsonNode next(int most) {
        return world.control().get("/clock?next=" + most).expect(200).json().path("next");
    }

    private JsonNode create(String scheme, int amount) {
        return world.bank(scheme)
                .post("qr/create", Map.of("DeviceToken", Bank.DEVICE, "Amount", amount))
                .data();
    }
}
