package kz.paysandbox.emulator.blackbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.EventStream;
import kz.paysandbox.emulator.blackbox.support.RawConnection;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the journal tells the developer beside an answer, in Russian. */
class RussianNotesTest {

    private static final String RUSSIAN = "не хватает DeviceToken; Amount: требуется число";

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    private final TestWorld world = SANDBOX.world();

    @Test
    void notes_stand_beside_their_russian_in_the_list_in_one_request_and_in_events() {
        try (EventStream stream = EventStream.open(SANDBOX.port("control"), "?world=" + world.name(), "")
                .begun()) {
            world.bank("r1").post("qr/create", Map.of("Amount", "x"));
            var events = stream.until("exchange", data -> true);
            assertRussian(events.get(events.size() - 1).data());
        }
        assertRussian(world.control().get("/requests").expect(200).json().path(0));
        assertRussian(world.control().get("/requests/1").expect(200).json());
    }

    @Test
    void a_request_without_notes_has_none_in_russian() {
        world.bank("r1").qr(1);
        assertThat(world.control().get("/requests/1").expect(200).json().has("notes_ru"))
                .isFalse();
    }

    /** It belongs to nobody, so that it is told in the world main. */
    @Test
    void the_reason_of_a_failed_handshake_is_told_in_russian() {
        try (RawConnection client = RawConnection.plain(SANDBOX.port("kaspi-r1"))) {
            client.say("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n").hearAll();
        }
        SANDBOX.main().control().awaitNote("plain HTTP");
        JsonNode failed =
                SANDBOX.main().control().get("/requests?limit=1").expect(200).json();
        assertThat(failed.path(0).path("notes_ru").path(0).asText())
                .isEqualTo(
                        "рукопожатие TLS не удалось: клиент обратился к порту TLS по HTTP без шифрования; нужен адрес"
                                + " https://");
    }

    /** Words of a caller within a note have the same stand-ins in both languages. */
    @Test
    void secrets_have_their_stand_ins() {
        world.bank("r1").get("payment/details?QrPaymentId=1&DeviceToken=" + Bank.DEVICE + "x");
        assertThat(world.control().get("/requests").expect(200).body())
                .contains("notes_ru")
                .doesNotContain(Bank.DEVICE);
    }

    private static void assertRussian(JsonNode exchange) {
        assertThat(exchange.path("notes")).hasSize(1);
        assertThat(exchange.path("notes_ru")).hasSize(1);
        assertThat(exchange.path("notes_ru").path(0).asText()).isEqualTo(RUSSIAN);
    }
}
