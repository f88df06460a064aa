package kz.paysandbox.emulator.blackbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RepeatedRequestIdTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    @Test
    void one_request_id_for_all_calls_is_no_idempotency_key() {
        TestWorld world = SANDBOX.world();
        Bank bank = world.bank("r1");
        Map<String, String> headers = bank.headers();
        byte[] body = ("{\"DeviceToken\":\"" + Bank.DEVICE + "\",\"Amount\":1}").getBytes(StandardCharsets.UTF_8);

        long first = create(bank, headers, body);
        long second = create(bank, headers, body);

        assertThat(second).isNotEqualTo(first);
        assertThat(world.control().get("/payments").json()).hasSize(2);
    }

    private static long create(Bank bank, Map<String, String> headers, byte[] body) {
        return bank.send("POST", "/r1/v01/qr/create", headers, Optional.of(body))
                .data()
                .path("QrPaymentId")
                .asLong();
    }
}
