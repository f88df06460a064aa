package kz.paysandbox.emulator.blackbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import kz.paysandbox.emulator.blackbox.support.Answer;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class QrImageTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    @Test
    void a_payment_and_a_return_have_images() {
        TestWorld world = SANDBOX.world();
        long payment = world.bank("r2").link(1);
        long code = world.bank("r2").returnCode();

        for (long id : new long[] {payment, code}) {
            Answer png = world.control().get("/payments/" + id + "/qr.png").expect(200);
            Answer svg = world.control().get("/payments/" + id + "/qr.svg").expect(200);
            assertThat(png.contentType()).isEqualTo("image/png");
            assertThat(png.body()).contains("PNG");
            assertThat(svg.contentType()).startsWith("image/svg+xml");
            assertThat(svg.body()).startsWith("<svg ").endsWith("</svg>");
        }
    }
}
