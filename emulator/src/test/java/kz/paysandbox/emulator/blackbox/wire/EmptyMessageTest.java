package kz.paysandbox.emulator.blackbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EmptyMessageTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with("kaspi.error-message", "empty", "kaspi.code.wrong-state", "-1602");

    private final Bank bank = SANDBOX.world().bank("r1");

    @Test
    void a_refusal_has_an_empty_message_where_set() {
        assertThat(bank.status(77).body()).isEqualTo("""
                {"Message":"","StatusCode":-1601}""");
    }

    @Test
    void an_assumed_code_is_answered_as_set() {
        assertThat(bank.hook("confirm", bank.qr(1)).code()).isEqualTo(-1602);
    }
}
