package kz.paysandbox.emulator.blackbox.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import kz.paysandbox.emulator.blackbox.support.Json;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NodeTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    @Test
    void a_merchant_written_for_node_takes_payments_and_returns_them_through_r2_and_r3() throws URISyntaxException {
        Path script = Path.of(Objects.requireNonNull(NodeTest.class.getResource("merchant.js"))
                .toURI());
        String settings = Json.of(Map.of(
                "pki",
                SANDBOX.home().resolve("pki").toString(),
                "r2",
                SANDBOX.port("kaspi-r2"),
                "r3",
                SANDBOX.port("kaspi-r3"),
                "control",
                SANDBOX.port("control")));

        Tool.Run run = Tool.named("node").with("MERCHANT", settings).run(script.toString());

        assertThat(run.output()).isEqualTo("r2 and r3 paid and returned\n");
        assertThat(run.exit()).isZero();
        assertThat(SANDBOX.control().findings())
                .as("all it does otherwise than the document is not to wait between its polls")
                .containsOnly("kaspi.poll.too-fast");
    }
}
