package kz.paysandbox.emulator.blackbox.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import kz.paysandbox.emulator.blackbox.support.Sandbox;

/** What holds after every bad input. */
final class Calm {

    private Calm() {}

    /** Nothing of the server's inside is on the wire. */
    static String answer(String raw) {
        assertThat(raw.toLowerCase(Locale.ROOT))
                .doesNotContain(
                        "exception", "\tat ", "org.eclipse", "io.javalin", "jetty", "caused by", "<html", "jackson");
        return raw;
    }

    /** The server still answers others. */
    static void server(Sandbox sandbox) {
        assertThat(sandbox.main().keyed("test_sandbox").get("health/ping").code())
                .isZero();
        assertThat(sandbox.control().get("/health").body()).isEqualTo("{\"status\":\"UP\"}");
    }
}
