package kz.paysandbox.emulator.blackbox.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemandedCertificateTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with("kaspi.no-certificate", "handshake");

    private final TestWorld main = SANDBOX.main();

    @ParameterizedTest
    @ValueSource(strings = {"r2", "r3"})
    void where_a_certificate_is_demanded_a_client_without_one_fails_the_handshake(String scheme) {
        assertThatThrownBy(main.uncertified(scheme)::attemptPing).isInstanceOf(IOException.class);

        assertThat(main.control().awaitNote("no certificate")).contains("this setting demands one");
    }

    @Test
    void a_client_with_one_is_answered_and_r1_still_asks_for_none() {
        TestWorld world = SANDBOX.world();

        assertThat(world.bank("r2").get("health/ping").code()).isZero();
        assertThat(world.bank("r1").get("health/ping").code()).isZero();
    }
}
