package kz.paysandbox.emulator.blackbox.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import kz.paysandbox.emulator.blackbox.support.Answer;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrongFieldTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    private final TestWorld world = SANDBOX.world();
    private final Bank bank = world.bank("r1");

    @Test
    void all_missing_fields_are_named_at_once() {
        assertThat(bank.post("qr/create", "{}").expect(400).message()).contains("DeviceToken", "Amount");
        assertThat(bank.post("device/register", "{}").expect(400).message()).contains("DeviceId", "TradePointId");
        assertThat(world.bank("r3").post("qr/create", "{}").expect(400).message())
                .contains("OrganizationBin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "\"\"", "\" \"", "true", "[]", "{}", "[1]", "\"abc\"", "\"1,5\"", "\"NaN\"", "\"1e\""})
    void an_amount_that_is_no_number_is_a_malformed_request_that_names_it(String amount) {
        assertThat(create(amount).expect(400).message()).contains("Amount");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "-1",
                "-0.01",
                "0.001",
                "1.005",
                "1e-400",
                "1e400",
                "1e1000000",
                "-1e400",
                "0.00000000000000000001",
                "100000000.01",
                "99999999999999999999999999",
                "\"-5\"",
                "\"1e400\""
            })
    void an_absurd_number_is_a_wrong_amount(String amount) {
        assertThat(create(amount).expect(200).code()).isEqualTo(990000028);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99999999999", "1e-99999999999"})
    void a_number_beyond_all_arithmetic_is_refused_all_the_same(String amount) {
        Answer answer = create(amount);

        assertThat(answer.code()).isIn(-400L, 990000028L);
        Calm.answer(answer.body());
    }

    @Test
    void a_number_of_5000_digits_is_refused() {
        assertThat(create("9".repeat(5_000)).code()).isIn(-400L, 990000028L);
        assertThat(create("\"" + "9".repeat(5_000) + "\"").code()).isIn(-400L, 990000028L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "\"x\"", "9223372036854775808", "1e400", "true", "[1]", "\"1.5\""})
    void an_id_that_is_no_whole_number_of_64_bits_is_a_malformed_request(String id) {
        Answer answer = bank.post("device/register", "{\"DeviceId\":\"K-1\",\"TradePointId\":" + id + "}");

        assertThat(answer.expect(400).message()).contains("TradePointId");
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "9223372036854775807", "1000000000000"})
    void an_id_that_nobody_has_is_not_found(String id) {
        assertThat(bank.post("device/register", "{\"DeviceId\":\"K-1\",\"TradePointId\":" + id + "}")
                        .code())
                .isEqualTo(-99000002);
        assertThat(bank.get("payment/status/" + id).code()).isEqualTo(-1601);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "true", "[\"180340021791\"]"})
    void an_organisation_of_another_type_is_a_malformed_request_as_every_other_field(String bin) {
        Answer answer = world.bank("r3")
                .post(
                        "qr/create",
                        "{\"OrganizationBin\":" + bin + ",\"DeviceToken\":\"" + Bank.DEVICE + "\",\"Amount\":1}");

        assertThat(answer.expect(400).code()).isEqualTo(-400);
        assertThat(answer.message()).contains("OrganizationBin");
    }

    @Test
    void an_organisation_that_lost_its_zero_is_told_so() {
        Answer answer = world.bank("r3")
                .post(
                        "qr/create",
                        "{\"OrganizationBin\":50540000017,\"DeviceToken\":\"" + Bank.DEVICE + "\",\"Amount\":1}");

        assertThat(answer.code()).isEqualTo(-1401);
        assertThat(answer.reason()).contains("leading zero");
    }

    @Test
    void a_text_of_2000_characters_is_too_long() {
        assertThat(bank.post(
                                "qr/create",
                                "{\"DeviceToken\":\"" + Bank.DEVICE + "\",\"Amount\":1,\"ExternalId\":\""
                                        + "x".repeat(2_000) + "\"}")
                        .expect(400)
                        .message())
                .contains("ExternalId");
    }

    private Answer create(String amount) {
        return bank.post("qr/create", "{\"DeviceToken\":\"" + Bank.DEVICE + "\",\"Amount\":" + amount + "}");
    }
}
