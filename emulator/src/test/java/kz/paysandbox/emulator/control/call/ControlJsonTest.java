package kz.paysandbox.emulator.control.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.paysandbox.emulator.http.Reply;
import org.junit.jupiter.api.Test;

class ControlJsonTest {

    private final ControlJson json = new ControlJson();

    @Test
    void a_list_is_one_whatever_its_length() throws IOException {
        assertThat(text(json.list(Stream.of()))).isEqualTo("[]");
        assertThat(text(json.list(Stream.of(Map.of("a", 1))))).isEqualTo("[{\"a\":1}]");
        assertThat(text(json.list("{\"log\":", Stream.of("a", "b", 3), "}"))).isEqualTo("""
                {"log":["a","b",3]}""");
    }

    @Test
    void what_is_not_read_yet_is_not_made_yet() throws IOException {
        List<Integer> made = new ArrayList<>();
        Reply reply = json.list(Stream.of(1, 2, 3).peek(made::add));
        assertThat(made).isEmpty();

        try (InputStream stream = reply.stream().orElseThrow().get()) {
            stream.readNBytes(2);
            assertThat(made).hasSize(1);
            assertThat(stream.read()).isEqualTo(',');
            assertThat(made).hasSize(2);
        }
    }

    private static String text(Reply reply) throws IOException {
        try (InputStream stream = reply.stream().orElseThrow().get()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
