package kz.paysandbox.emulator.blackbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The exchange captured on the bank's test host, r3, 2023-04-24, in a world set up like it. */
class GoldenExchangeTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    @Test
    void register_and_create_link_come_out_as_they_were_captured_but_for_ids_and_tokens() {
        TestWorld world = SANDBOX.world("{\"clock\":\"2023-04-24T04:31:45.958Z\"}");
        world.control().post("/tradepoints", """
                        {"id":104039,"bin":"180340021791","name":"IPlaza"}""").expect(201);
        world.organization("180340021791", "{\"paymentMethods\":[\"Red\"]}");
        Bank bank = world.bank("r3");

        String registered = bank.post("device/register", """
                                {"OrganizationBin":"180340021791","DeviceId":"GFC-456397","TradePointId":104039}""").body();
        String token =
                registered.replaceAll("^\\{\"Data\":\\{\"DeviceToken\":\"([0-9a-f-]{36})\"},\"StatusCode\":0}$", "$1");
        assertThat(token).hasSize(36);

        String created = bank.post(
                        "qr/create-link",
                        "{\"ExternalId\":\"tst_ord77\",\"Amount\":30000,\"OrganizationBin\":\"180340021791\","
                                + "\"DeviceToken\":\"" + token + "\"}")
                .body();

        assertThat(created.replaceFirst("/5\\d{40}\"", "/59124797555070531307541976950921491958401\"")
                        .replaceFirst("\"PaymentId\":\\d+", "\"PaymentId\":504720710"))
                .isEqualTo("{\"Data\":{\"PaymentLink\":"
                        + "\"https://pay.kaspi.kz/pay/59124797555070531307541976950921491958401\","
                        + "\"ExpireDate\":\"2023-04-24T10:34:45.958+06:00\",\"PaymentId\":504720710,"
                        + "\"PaymentMethods\":[\"Red\"],\"PaymentBehaviorOptions\":{\"LinkActivationWaitTimeout\":180,"
                        + "\"PaymentConfirmationTimeout\":65,\"StatusPollingInterval\":5}},\"StatusCode\":0}");
    }
}
