package kz.paysandbox.emulator.blackbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the document itself prints, and what no rule forbids, is good enough for the strictest level. */
class DocumentSpellingsTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with("level", "strict");

    private final TestWorld world = SANDBOX.world();

    @AfterEach
    void nothing_was_found() {
        assertThat(world.control().findings()).isEmpty();
    }

    @Test
    void the_hooks_take_the_id_as_a_string_or_a_number() {
        Bank bank = world.bank("r1");
        long payment = bank.qr(1);

        assertThat(bank.post("test/payment/scan", "{\"qrPaymentId\":\"" + payment + "\"}")
                        .code())
                .isZero();
        assertThat(bank.post("test/payment/confirm", "{\"qrPaymentId\":" + payment + "}")
                        .code())
                .isZero();
    }

    @Test
    void client_info_takes_the_printed_query() {
        Bank bank = world.bank("r3");

        assertThat(bank.get("remote/client-info?phoneNumber=87077777777&deviceToken=321")
                        .code())
                .isZero();
        assertThat(bank.get("remote/client-info?PhoneNumber=87077777777&DeviceToken=321")
                        .code())
                .isZero();
    }

    @Test
    void a_device_token_may_be_a_number_where_the_document_has_one() {
        assertThat(world.bank("r3")
                        .post(
                                "remote/create",
                                "{\"OrganizationBin\":\"180340021791\",\"Amount\":1,"
                                        + "\"PhoneNumber\":\"87077777777\",\"DeviceToken\":321}")
                        .code())
                .isZero();
    }

    @Test
    void a_get_may_have_a_content_type_and_no_body() {
        Bank bank = world.bank("r2");
        Map<String, String> headers = new HashMap<>(bank.headers());
        headers.put("Content-Type", "application/json; charset=UTF-8");

        assertThat(bank.send("GET", "/r2/v01/partner/tradepoints", headers, Optional.empty())
                        .code())
                .isZero();
    }
}
