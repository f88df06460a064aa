package kz.paysandbox.emulator.thirdbank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.blackbox.support.Http;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A server needs none of the sandbox's own banks. */
class OneBankTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with("toy.key", "toy-chosen").onlyBank(new ToyModule());

    @Test
    void it_is_served_alone() {
        Http http = Http.tls(SANDBOX.port("toy"), SANDBOX.anonymous());

        assertThat(SANDBOX.emulator().ports()).containsOnlyKeys("toy", "control");
        assertThat(http.send("POST", "/payments?amount=1", Map.of("Toy-Key", "toy-chosen"), Optional.empty())
                        .status())
                .isEqualTo(200);
        assertThat(SANDBOX.control().get("/payments").json()).hasSize(1);
    }

    @Test
    void what_belongs_to_other_banks_is_not_there() {
        assertThat(SANDBOX.control()
                        .patch("/organizations/990340000013", "{\"active\":false}")
                        .status())
                .isEqualTo(404);
        assertThat(SANDBOX.control().get("/callbacks").status()).isEqualTo(404);
    }
}
