package kz.paysandbox.emulator.blackbox.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ClosingTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    @Test
    void a_sandbox_closes_quietly_while_clients_keep_their_connections_open() {
        Bank kept = SANDBOX.main().keyed("test_sandbox");
        assertThat(kept.get("health/ping").code()).isZero();

        assertThatCode(() -> SANDBOX.emulator().close()).doesNotThrowAnyException();

        assertThatThrownBy(kept::attemptPing).isInstanceOf(IOException.class);
    }
}
