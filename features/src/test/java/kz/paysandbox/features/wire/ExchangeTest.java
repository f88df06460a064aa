package kz.paysandbox.features.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExchangeTest {

    @Test
    void is_read_as_it_was_written() {
        List<Exchange> exchanges = List.of(
                new Exchange("POST", "/pay?x=1", "{\"a\":1}", "200", "<b>", List.of("a note")),
                new Exchange("GET", "/", "", "LOST", "", List.of()));
        assertThat(Exchange.read(Exchange.write(exchanges))).isEqualTo(exchanges);
    }

    @Test
    void long_bodies_are_cut_and_it_is_said() {
        Exchange written = new Exchange("GET", "/", "", "200", "x".repeat(5_000), List.of());
        assertThat(Exchange.read(Exchange.write(List.of(written))).get(0).answer())
                .hasSizeLessThan(4_100)
                .endsWith("… (5000 characters in all)");
    }

    @Test
    void of_the_journal_a_failed_handshake_is_one_too() {
        assertThat(Exchange.ofJournal(Json.read("""
                [{"handshake":"failed","notes":["revoked"]},
                 {"method":"GET","target":"/p","body":"","status":200,"answer":"ok","notes":[]}]""")))
                .containsExactly(
                        new Exchange("handshake", "", "", "failed", "", List.of("revoked")),
                        new Exchange("GET", "/p", "", "200", "ok", List.of()));
    }

    @Test
    void a_wire_remembers_what_went_over_it_and_why_nothing_came_back() {
        RecordedWire wire = new RecordedWire(request -> Response.nothing(Response.Kind.LOST, "reset"));
        wire.send(Request.get(URI.create("https://bank.example/a/b?c=d")));
        assertThat(wire.last().kind()).isEqualTo(Response.Kind.LOST);
        assertThat(wire.exchanges()).containsExactly(new Exchange("GET", "/a/b?c=d", "", "LOST", "reset", List.of()));
    }
}
