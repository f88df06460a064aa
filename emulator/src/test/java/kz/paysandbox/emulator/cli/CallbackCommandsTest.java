package kz.paysandbox.emulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.paysandbox.emulator.epay.EpaySandbox;
import org.junit.jupiter.api.Test;

/** A callback that was sent is shown, and is sent again. */
class CallbackCommandsTest {

    /** Nobody listens on this port. */
    private static final String SHOP = "http://127.0.0.1:9/told";

    @Test
    void one_is_shown_and_replayed() {
        try (EpaySandbox sandbox = EpaySandbox.start()) {
            pay(sandbox);
            String id = run(sandbox, "callbacks")
                    .lines()
                    .skip(1)
                    .findFirst()
                    .orElse("")
                    .replaceFirst(" .*", "");
            assertThat(run(sandbox, "callbacks", "replay", id)).contains("invoiceId   100001", "connection refused");
            assertThat(run(sandbox, "callbacks", "show", id))
                    .contains("url         " + SHOP, "\"invoiceId\" : \"100001\"", "connection refused");
            assertThat(run(sandbox, "callbacks", "show", id, "--json")).contains("\"attempts\" : [ {");
        }
    }

    private static void pay(EpaySandbox sandbox) {
        EpaySandbox.Answer answer = sandbox.postJson(
                sandbox.base() + "/payment/cryptopay",
                sandbox.invoiceToken("100001", "100"),
                Map.of(
                        "amount",
                        100,
                        "currency",
                        "KZT",
                        "name",
                        "AIBEK SANDBOX",
                        "cryptogram",
                        sandbox.cryptogram("4405639704015096", "0127", "321"),
                        "invoiceId",
                        "100001",
                        "postLink",
                        SHOP,
                        "description",
                        "order"));
        assertThat(answer.status()).isEqualTo(200);
    }

    private static String run(EpaySandbox sandbox, String... words) {
        List<String> line = new ArrayList<>(List.of(words));
        line.addAll(List.of("--at", "http://127.0.0.1:" + sandbox.port("control")));
        Terminal.Result result = Terminal.run(line);
        assertThat(result.code()).as(result.err()).isZero();
        return result.out();
    }
}
