package kz.paysandbox.emulator.blackbox.cycles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceCycleTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    private final TestWorld world = SANDBOX.world();

    @ParameterizedTest
    @ValueSource(strings = {"r1", "r2", "r3"})
    void registering_again_gives_the_same_token_until_the_device_is_deleted(String scheme) {
        Bank bank = world.bank(scheme);
        String token = bank.device("KASSA_1-a", 12);

        assertThat(bank.device("KASSA_1-a", 12)).isEqualTo(token);
        assertThat(bank.register("KASSA_1-a", 23).code()).isEqualTo(-1503);
        bank.post("device/delete", Map.of("DeviceToken", token)).data();
        assertThat(bank.create(token, 1).code()).isEqualTo(-1502);
        assertThat(bank.create(bank.device("KASSA_1-a", 23), 1).code()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"касса", "a b", "a.b", ""})
    void a_device_id_has_latin_letters_digits_hyphen_and_underscore_only(String deviceId) {
        assertThat(world.bank("r1").register(deviceId, 1).expect(400).message()).contains("DeviceId");
    }

    @Test
    void a_device_of_another_bin_is_not_found() {
        Bank partner = world.bank("r3");
        String foreign = partner.post(
                        "device/register",
                        Map.of("OrganizationBin", "990340000013", "DeviceId", "D-1", "TradePointId", 101))
                .data()
                .path("DeviceToken")
                .asText();

        assertThat(partner.create(foreign, 1).code()).isEqualTo(-1501);
        assertThat(world.bank("r1").create(foreign, 1).code()).isEqualTo(-1501);
        assertThat(partner.post(
                                "device/register",
                                Map.of("OrganizationBin", "990340000013", "DeviceId", "D-2", "TradePointId", 1))
                        .code())
                .isEqualTo(-99000002);
    }

    @Test
    void a_device_sees_the_purchases_of_its_own_bin_only() {
        Bank partner = world.bank("r3");
        String foreign = partner.post(
                        "device/register",
                        Map.of("OrganizationBin", "990340000013", "DeviceId", "D-1", "TradePointId", 101))
                .data()
                .path("DeviceToken")
                .asText();
        long payment = partner.paid(100);

        assertThat(partner.get("payment/details?QrPaymentId=" + payment + "&DeviceToken=" + foreign)
                        .code())
                .isEqualTo(-1601);
        assertThat(partner.details(payment).code()).isZero();
    }

    @Test
    void the_sample_device_also_answers_to_its_number() {
        assertThat(world.bank("r1").create("321", 1).code()).isZero();
        assertThat(world.bank("r1")
                        .post("qr/create", "{\"DeviceToken\":321,\"Amount\":1}")
                        .code())
                .isZero();
    }

    @Test
    void a_device_that_was_switched_off_can_be_switched_on_again() {
        Bank bank = world.bank("r2");
        world.control().patch("/devices/" + Bank.DEVICE, "{\"active\":false}").expect(200);
        assertThat(bank.create(Bank.DEVICE, 1).code()).isEqualTo(-1502);

        world.control().patch("/devices/" + Bank.DEVICE, "{\"active\":true}").expect(200);
        assertThat(bank.create(Bank.DEVICE, 1).code()).isZero();
    }
}
