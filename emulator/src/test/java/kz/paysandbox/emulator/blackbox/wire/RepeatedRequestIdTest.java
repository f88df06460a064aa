package kz.paysandbox.emulator.blackbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.blackbox.support.Answer;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RepeatedRequestIdTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    @RegisterExtension
    static final Sandbox STRICT = Sandbox.with("level", "strict");

    @RegisterExtension
    static final Sandbox LENIENT = Sandbox.with("level", "lenient");

    private static final byte[] BODY =
            ("{\"DeviceToken\":\"" + Bank.DEVICE + "\",\"Amount\":1}").getBytes(StandardCharsets.UTF_8);

    @Test
    void one_request_id_for_all_calls_is_no_idempotency_key() {
        TestWorld world = SANDBOX.world();
        Bank bank = world.bank("r1");
        Map<String, String> headers = bank.headers();

        long first = create(bank, headers, BODY);
        long second = create(bank, headers, BODY);

        assertThat(second).isNotEqualTo(first);
        assertThat(world.control().get("/payments").json()).hasSize(2);
    }

    @Test
    void an_equal_call_under_one_id_is_a_note_and_another_one_a_warning() {
        TestWorld world = SANDBOX.world();
        Bank bank = world.bank("r1");
        Map<String, String> headers = bank.headers();

        create(bank, headers, BODY);
        create(bank, headers, BODY);
        bank.send("GET", "/r1/v01/partner/tradepoints", headers, Optional.empty());

        assertThat(world.control().get("/findings").json().findValuesAsText("severity"))
                .containsExactly("note", "warning");
        assertThat(world.control().findings()).containsExactly("kaspi.request-id.reused", "kaspi.request-id.reused");
    }

    @Test
    void strict_refuses_an_id_that_was_used_before() {
        TestWorld world = STRICT.world();
        Bank bank = world.bank("r1");
        Map<String, String> headers = bank.headers();

        create(bank, headers, BODY);
        Answer again = bank.send("POST", "/r1/v01/qr/create", headers, Optional.of(BODY));
        Answer other = bank.send("GET", "/r1/v01/partner/tradepoints", headers, Optional.empty());

        assertThat(again.expect(400).message()).contains("kaspi.request-id.reused");
        assertThat(other.expect(400).message()).contains("kaspi.request-id.reused");
        assertThat(world.control().get("/payments").json()).hasSize(1);
    }

    @Test
    void lenient_serves_one_id_for_ever_and_says_nothing() {
        TestWorld world = LENIENT.world();
        Bank bank = world.bank("r1");
        Map<String, String> headers = bank.headers();

        create(bank, headers, BODY);
        create(bank, headers, BODY);

        assertThat(world.control().findings()).isEmpty();
    }

    private static long create(Bank bank, Map<String, String> headers, byte[] body) {
        return bank.send("POST", "/r1/v01/qr/create", headers, Optional.of(body))
                .data()
                .path("QrPaymentId")
                .asLong();
    }
}
