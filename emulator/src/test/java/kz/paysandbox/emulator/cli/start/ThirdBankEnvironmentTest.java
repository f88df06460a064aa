package kz.paysandbox.emulator.cli.start;

import static org.assertj.core.api.Assertions.assertThat;

import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.thirdbank.ToyModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is printed of a bank that is added from outside. */
class ThirdBankEnvironmentTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with().andBank(new ToyModule());

    @Test
    void its_variables_are_printed_with_the_others() {
        assertThat(Environment.of(SANDBOX.emulator().config()))
                .containsEntry("TOY_URL", "https://localhost:" + SANDBOX.port("toy"))
                .containsKeys("KASPI_R1_URL", "EPAY_API_URL", "SANDBOX_CONTROL_URL");
    }

    @Test
    void the_banner_shows_its_listener() {
        assertThat(Banner.lines(SANDBOX.emulator())).contains("  Toy Bank  https://localhost:" + SANDBOX.port("toy"));
    }
}
