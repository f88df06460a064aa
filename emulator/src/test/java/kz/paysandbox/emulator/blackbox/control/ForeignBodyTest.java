package kz.paysandbox.emulator.blackbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import kz.paysandbox.emulator.blackbox.support.Answer;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was meant for somebody else, as a shop's callback, does nothing on the control surface. */
class ForeignBodyTest {

    private static final String CALLBACK = """
            {"invoiceId":"400011","code":"ok","reason":"success"}""";

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    @ParameterizedTest
    @CsvSource({
        "POST,/reset",
        "POST,/worlds",
        "DELETE,/worlds/other",
        "PUT,/clock",
        "POST,/clock/advance",
        "PATCH,/organizations/180340021791",
        "POST,/tradepoints",
        "PATCH,/tradepoints/1",
        "PATCH,/devices/321",
        "POST,/certificates/merchant/revoke",
        "POST,/certificates/merchant/renew",
        "PUT,/customer",
        "POST,/faults",
        "DELETE,/faults",
        "POST,/scenarios",
        "POST,/scenarios/customer-declines/activate",
        "DELETE,/scenarios/active",
        "POST,/requests/verify",
        "DELETE,/requests",
        "PUT,/callbacks/policy",
        "POST,/callbacks/callback-1/replay",
        "POST,/payments/1/confirm",
        "POST,/payments/1/refund",
        "POST,/returns/1/scan"
    })
    void a_body_that_a_row_does_not_know_is_refused(String method, String path) {
        Answer answer = SANDBOX.control().send(method, path, Map.of(), CALLBACK);

        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    }

    @Test
    void an_empty_object_is_no_body() {
        SANDBOX.control().post("/reset", "{}").expect(200);
    }
}
