package kz.paysandbox.emulator.blackbox.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Identity;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateTimeTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    private final TestWorld world = SANDBOX.world();

    @Test
    void a_certificate_expires_by_the_clock_of_its_world_and_is_valid_again_when_the_clock_goes_back() {
        Identity held = world.certificate();

        world.freeze(inSixYears());

        assertThatThrownBy(world.certified("r2", held)::attemptPing).isInstanceOf(IOException.class);
        assertThat(world.control().awaitNote("expired on")).contains("the world's clock shows");

        world.control().put("/clock", "{\"mode\":\"real\"}").expect(200);
        assertThat(world.certified("r2", held).get("health/ping").code()).isZero();
    }

    @Test
    void an_open_connection_ends_when_its_certificate_expires() {
        RawTls kept = RawTls.open(SANDBOX, "kaspi-r3", world.certificate());
        assertThat(kept.ping("r3")).contains("\"StatusCode\":0");

        world.freeze(inSixYears());

        assertThat(kept.ping("r3")).isEmpty();
    }

    @Test
    void the_clock_of_one_world_says_nothing_about_certificates_of_another() {
        Bank other = SANDBOX.world().bank("r2");

        world.freeze(inSixYears());

        assertThat(other.get("health/ping").code()).isZero();
    }

    @Test
    void a_certificate_is_good_for_a_clock_one_hour_slow() {
        Identity held = world.certificate();

        world.freeze(Instant.now().minus(Duration.ofHours(1)).toString());

        assertThat(world.certified("r2", held).get("health/ping").code()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-04-24T04:31:45.958Z", "2040-01-01T00:00:00Z"})
    void a_world_that_lives_in_another_year_gets_a_certificate_of_its_own_time(String instant) {
        TestWorld elsewhere = SANDBOX.world("{\"clock\":\"" + instant + "\"}");

        assertThat(elsewhere.bank("r3").get("health/ping").code()).isZero();
    }

    private static String inSixYears() {
        return Instant.now().plus(Duration.ofDays(6 * 366)).toString();
    }
}
