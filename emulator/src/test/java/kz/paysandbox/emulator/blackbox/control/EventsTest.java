package kz.paysandbox.emulator.blackbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.EventStream;
import kz.paysandbox.emulator.blackbox.support.EventStream.Event;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stream of events as its users read it: who may, what is told, and how they come back. */
class EventsTest {

    private static final int MOST_READERS = 32;

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    @RegisterExtension
    static final Sandbox BOUND = Sandbox.with("bind", "0.0.0.0");

    @RegisterExtension
    static final Sandbox CROWDED = Sandbox.with();

    private final TestWorld world = SANDBOX.world();

    @Test
    void a_payment_is_told_as_it_is_made_and_paid_with_its_exchange_and_the_finding() {
        try (EventStream stream = open()) {
            Bank bank = world.bank("r1");
            long payment = create(bank);
            List<Event> seen = new ArrayList<>(stream.until("exchange", data -> true));
            bank.get("payment/status/" + payment);
            bank.get("payment/status/" + payment);
            seen.addAll(stream.until("exchange", data -> data.path("findings").asInt() == 1));
            world.customer(payment, "scan").expect(200);
            world.customer(payment, "confirm").expect(200);
            seen.addAll(
                    stream.until("payment", data -> data.path("status").asText().equals("Processed")));

            assertThat(stream.headers()).contains("Content-Type: text/event-stream", "Cache-Control: no-store");
            JsonNode last = seen.get(seen.size() - 1).data();
            assertThat(last)
                    .isEqualTo(world.control().get("/payments/" + payment).json());
            assertThat(seen).extracting(Event::id).isSorted().doesNotHaveDuplicates();
            assertThat(seen).extracting(Event::kind).contains("exchange", "finding", "payment");
            JsonNode exchange = of(seen, "exchange").get(0).data();
            assertThat(exchange.path("endpoint").asText()).isEqualTo("r1 qr create");
            assertThat(of(seen, "finding").get(0).data())
                    .isEqualTo(world.control().get("/findings").json().get(0));
            assertThat(seen.toString()).doesNotContain(world.apiKey(), Bank.DEVICE);
        }
    }

    @Test
    void an_exchange_is_told_with_the_target_that_the_journal_shows() {
        try (EventStream stream = open()) {
            Bank bank = world.bank("r1");
            bank.get("qr/creat?ApiKey=" + world.apiKey() + "&mark=seen");
            bank.post("of/" + Bank.DEVICE, Map.of("DeviceToken", Bank.DEVICE, "Remark", "x".repeat(20_000)));
            List<Event> seen =
                    stream.until("exchange", data -> data.path("number").asInt() == 2);

            assertThat(of(seen, "exchange"))
                    .extracting(event -> event.data().path("target"))
                    .containsExactly(target(1), target(2));
            assertThat(target(1).asText()).contains("/r1/v01/qr/creat?", "mark=seen");
            assertThat(seen.toString()).doesNotContain(world.apiKey(), Bank.DEVICE);
        }
    }

    private JsonNode target(int number) {
        return world.control().get("/requests/" + number).json().path("target");
    }

    @Test
    void faults_the_clock_and_worlds_are_told() {
        try (EventStream stream = open()) {
            String id = world.control()
                    .post("/faults", "{\"when\":{\"endpoint\":\"r1 *\"},\"then\":{\"http\":503}}")
                    .expect(201)
                    .json()
                    .path("id")
                    .asText();
            stream.until("fault", data -> data.path("change").asText().equals("added"));
            world.bank("r1").get("health/ping");
            List<Event> met =
                    stream.until("fault", data -> data.path("change").asText().equals("met"));
            assertThat(met.get(met.size() - 1).data().path("hits").asInt()).isEqualTo(1);
            world.control().delete("/faults/" + id).expect(204);
            stream.until("fault", data -> data.path("change").asText().equals("removed"));

            world.advance("PT3M");
            stream.until("clock", data -> data.path("mode").asText().equals("real"));

            TestWorld other = SANDBOX.world();
            List<Event> made =
                    stream.until("world", data -> data.path("name").asText().equals(other.name()));
            assertThat(made.get(made.size() - 1).data().path("change").asText()).isEqualTo("made");
        }
    }

    @Test
    void a_world_that_begins_again_is_told_of_on_the_same_stream() {
        try (EventStream stream = open()) {
            create(world.bank("r1"));
            stream.until("payment", data -> true);
            world.control().post("/reset", "").expect(200);
            stream.until("world", data -> data.path("change").asText().equals("reset"));
            create(world.bank("r1"));
            List<Event> seen = stream.until("exchange", data -> true);
            assertThat(seen.get(seen.size() - 1).data().path("number").asInt()).isEqualTo(1);
        }
    }

    @Test
    void the_stream_of_a_world_that_is_deleted_ends() {
        try (EventStream stream = open()) {
            SANDBOX.control().delete("/worlds/" + world.name()).expect(204);
            List<Event> seen =
                    stream.until("world", data -> data.path("change").asText().equals("deleted"));
            assertThat(seen).hasSize(1);
            assertThat(stream.next()).isEmpty();
        }
    }

    @Test
    void a_stream_that_drops_goes_on_without_a_gap_or_a_double() {
        Bank bank = world.bank("r1");
        List<Long> numbers = new ArrayList<>();
        List<Long> ids = new ArrayList<>();
        long last;
        try (EventStream first = open()) {
            ping(bank, 25);
            for (int i = 0; i < 7; i++) {
                note(first.next().orElseThrow(), numbers, ids);
            }
            last = first.lastId();
        }
        ping(bank, 25);
        try (EventStream second = EventStream.resume(port(), "?world=" + world.name(), last)) {
            ping(bank, 25);
            while (numbers.isEmpty() || numbers.get(numbers.size() - 1) < 75) {
                note(second.next().orElseThrow(), numbers, ids);
            }
        }
        assertThat(numbers)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 75).boxed().toList());
        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "99999999999999999", "no id"})
    void an_id_from_which_nobody_can_go_on_leads_to_a_reset(String id) {
        try (EventStream stream = EventStream.open(port(), "?world=" + world.name(), "Last-Event-ID: " + id + "\r\n")) {
            Event reset = stream.next().orElseThrow();
            assertThat(reset.kind()).isEqualTo("reset");
            assertThat(reset.data().path("reason").asText()).isNotEmpty();
            world.advance("PT1S");
            assertThat(stream.next().orElseThrow().id()).isEqualTo(reset.id() + 1);
        }
    }

    @Test
    void another_world_s_payments_are_not_told() {
        TestWorld other = SANDBOX.world();
        try (EventStream stream = open()) {
            create(other.bank("r1"));
            create(world.bank("r1"));
            List<Event> seen = stream.until("exchange", data -> true);
            assertThat(of(seen, "payment")).hasSize(1);
            assertThat(seen.stream()
                            .filter(event -> event.kind().equals("world"))
                            .filter(event -> event.data().path("name").asText().equals(world.name())))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: https://elsewhere.example\r\n",
                "Sec-Fetch-Site: cross-site\r\n",
                "X-Sandbox-Callback: 1\r\n"
            })
    void nobody_from_elsewhere_reads_it(String header) {
        try (EventStream stream = EventStream.open(port(), "", header)) {
            assertThat(stream.status()).contains(" 403 ");
        }
    }

    @Test
    void bound_to_the_network_it_needs_the_token() {
        int port = BOUND.port("control");
        String token = BOUND.emulator().controlToken().orElseThrow();
        try (EventStream without = EventStream.open(port, "", "");
                EventStream inQuery = EventStream.open(port, "?token=" + token, "");
                EventStream with = EventStream.open(port, "", "Authorization: Bearer " + token + "\r\n")) {
            assertThat(without.status()).contains(" 403 ");
            assertThat(inQuery.status()).contains(" 403 ");
            assertThat(with.status()).contains(" 200 ");
        }
    }

    @Test
    void an_unknown_world_has_no_stream_and_head_ends_at_once() {
        try (EventStream stream = EventStream.open(port(), "?world=nobody", "")) {
            assertThat(stream.status()).contains(" 404 ");
        }
        assertThat(world.control().send("HEAD", "/events", Map.of(), "").status())
                .isEqualTo(200);
    }

    @Test
    void readers_are_bounded_and_one_who_has_gone_makes_room() {
        int port = CROWDED.port("control");
        List<EventStream> readers = Stream.generate(
                        () -> EventStream.open(port, "", "").begun())
                .limit(MOST_READERS)
                .toList();
        try (EventStream refused = EventStream.open(port, "", "")) {
            assertThat(refused.status()).contains(" 503 ");
        }
        EventStream staying = readers.get(0);
        readers.subList(1, MOST_READERS).forEach(EventStream::close);

        boolean room = false;
        while (!room) {
            CROWDED.main().advance("PT1S");
            staying.until("clock", data -> true);
            try (EventStream again = EventStream.open(port, "", "")) {
                room = again.status().contains(" 200 ");
            }
        }
        staying.close();
    }

    private EventStream open() {
        return EventStream.open(port(), "?world=" + world.name(), "").begun();
    }

    private static int port() {
        return SANDBOX.port("control");
    }

    private static long create(Bank bank) {
        return bank.post("qr/create", Map.of("DeviceToken", Bank.DEVICE, "Amount", 200))
                .data()
                .path("QrPaymentId")
                .asLong();
    }

    private static void ping(Bank bank, int times) {
        for (int i = 0; i < times; i++) {
            bank.get("health/ping");
        }
    }

    private static void note(Event event, List<Long> numbers, List<Long> ids) {
        ids.add(event.id());
        if (event.kind().equals("exchange")) {
            numbers.add(event.data().path("number").asLong());
        }
        assertThat(event.kind()).isNotEqualTo("reset");
    }

    private static List<Event> of(List<Event> events, String kind) {
        return events.stream().filter(event -> event.kind().equals(kind)).toList();
    }
}
