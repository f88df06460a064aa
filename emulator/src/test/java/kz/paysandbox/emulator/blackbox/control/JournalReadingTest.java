package kz.paysandbox.emulator.blackbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Control;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which part of the journal one gets. */
class JournalReadingTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    private final TestWorld world = SANDBOX.world().freeze("2027-01-01T00:00:00Z");
    private final Control control = world.control();

    @BeforeEach
    void four_requests_a_second_apart() {
        Bank bank = world.bank("r1");
        for (int made = 0; made < 4; made++) {
            bank.get("health/ping");
            world.advance("PT1S");
        }
    }

    @Test
    void a_limit_alone_gives_the_last_ones_in_order() {
        assertThat(numbers("/requests?limit=2")).containsExactly(3L, 4L);
        assertThat(numbers("/requests?limit=1000000")).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void since_a_number_reads_on_after_it() {
        assertThat(numbers("/requests?since=1&limit=2")).containsExactly(2L, 3L);
        assertThat(numbers("/requests?since=4")).isEmpty();
    }

    @Test
    void since_an_instant_reads_on_from_it() {
        assertThat(numbers("/requests?since=2027-01-01T00:00:02Z")).containsExactly(3L, 4L);
        assertThat(numbers("/requests?since=2027-01-01T05:00:01%2B05:00&limit=1"))
                .containsExactly(2L);
    }

    private List<Long> numbers(String path) {
        JsonNode found = control.get(path).expect(200).json();
        return StreamSupport.stream(found.spliterator(), false)
                .map(entry -> entry.path("number").asLong())
                .toList();
    }
}
