package kz.paysandbox.emulator.blackbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.RawConnection;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who has no credentials fills no memory, and pushes nobody's entries out of the journal. */
class StrangersTest {

    private static final int BODY = 60_000;

    /** One percent of the heap for journals: strangers have an eighth of that, and a flood of it takes no minute. */
    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with("limits.journal.heap-percent", "1");

    @Test
    void a_flood_without_a_key_leaves_the_journal_of_others_as_it_was() {
        Bank bank = SANDBOX.main().keyed("test_sandbox");
        bank.get("health/ping");
        int flood = Math.toIntExact(Runtime.getRuntime().maxMemory() / 100 / BODY) + 20;

        try (RawConnection connection = RawConnection.tls(SANDBOX, "kaspi-r1")) {
            for (int sent = 0; sent < flood; sent++) {
                connection.say("POST /r1/v01/qr/create HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + BODY
                        + "\r\n\r\n" + " ".repeat(BODY));
                assertThat(connection.hearLine()).startsWith("HTTP/1.1 ");
                connection.skipAnswer();
            }
        }

        JsonNode kept = SANDBOX.control()
                .get("/requests?endpoint=r1%20health%20ping")
                .expect(200)
                .json();
        long strangers = StreamSupport.stream(
                        SANDBOX.control().get("/requests").expect(200).json().spliterator(), false)
                .filter(entry -> entry.path("endpoint").asText().equals("r1 qr create"))
                .count();
        assertThat(kept).hasSize(1);
        assertThat(strangers).isBetween(1L, flood / 4L);
    }
}
