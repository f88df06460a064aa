package kz.paysandbox.emulator.blackbox.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.EventStream;
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

        EventStream watched = EventStream.open(SANDBOX.port("control"), "", "").begun();

        assertThatCode(() -> SANDBOX.emulator().close()).doesNotThrowAnyException();

        assertThatThrownBy(kept::attemptPing).isInstanceOf(IOException.class);
        assertThat(ended(watched)).isTrue();
    }

    private static boolean ended(EventStream stream) {
        try (stream) {
            return stream.next().isEmpty();
        } catch (UncheckedIOException reset) {
            return true;
        }
    }
}
