package kz.paysandbox.emulator.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kz.paysandbox.emulator.core.data.Bytes;
import org.junit.jupiter.api.Test;

class ExchangeTest {

    @Test
    void its_size_counts_texts_and_bodies_and_the_objects_around_them() {
        long bare =
                exchange(List.of(), "", Bytes.NONE, Bytes.NONE, "", List.of()).bytes();
        assertThat(bare).isEqualTo(600);
        assertThat(exchange(List.of(), "/abc", Bytes.utf8("12345"), Bytes.utf8("123456"), "CN=a", List.of())
                        .bytes())
                .isEqualTo(bare + 4 + 5 + 6 + 4);
        assertThat(exchange(
                                List.of(new Exchange.Header("Host", "localhost"), new Exchange.Header("A", "")),
                                "",
                                Bytes.NONE,
                                Bytes.NONE,
                                "",
                                List.of("abc"))
                        .bytes())
                .isEqualTo(bare + (120 + 4 + 9) + (120 + 1) + (120 + 6));
    }

    private static Exchange exchange(
            List<Exchange.Header> headers,
            String target,
            Bytes body,
            Bytes answer,
            String subject,
            List<String> notes) {
        return new Exchange(
                new Exchange.Heading(1, Instant.EPOCH, Duration.ZERO, "kaspi-r1", ""),
                new Exchange.Message("GET", target, headers, body),
                200,
                answer,
                new Exchange.Tls("127.0.0.1", "", "", subject),
                notes);
    }
}
