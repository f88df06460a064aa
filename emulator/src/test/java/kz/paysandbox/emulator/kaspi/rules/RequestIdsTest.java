package kz.paysandbox.emulator.kaspi.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.AtOnce;
import kz.paysandbox.emulator.core.TestWorlds;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.memory.WorldMemory;
import kz.paysandbox.emulator.http.TestCalls;
import org.junit.jupiter.api.Test;

final class RequestIdsTest {

    private final RequestIds ids = new RequestIds(WorldMemory.unbounded());
    private final World world = TestWorlds.with();

    @Test
    void an_id_is_used_once() {
        assertThat(use("a", "r1 qr create", "1")).isEmpty();
        assertThat(use("b", "r1 qr create", "1")).isEmpty();
        assertThat(use("a", "r1 qr create", "1"))
                .hasValueSatisfying(reuse -> assertThat(reuse.equal()).isTrue());
        assertThat(use("a", "r1 qr create", "2")).hasValueSatisfying(reuse -> {
            assertThat(reuse.equal()).isFalse();
            assertThat(reuse.evidence()).isEqualTo("one X-Request-ID on two different calls of r1 qr create");
        });
        assertThat(use("a", "r1 device delete", "2"))
                .hasValueSatisfying(reuse -> assertThat(reuse.evidence())
                        .isEqualTo("the X-Request-ID of r1 qr create came again on r1 device delete"));
    }

    @Test
    void a_blank_id_is_none() {
        assertThat(use(" ", "r1 qr create", "1")).isEmpty();
        assertThat(use(" ", "r1 qr create", "1")).isEmpty();
    }

    @Test
    void long_ids_differ_by_their_ends() {
        String start = "x".repeat(5_000);
        assertThat(use(start + "1", "r1 qr create", "1")).isEmpty();
        assertThat(use(start + "2", "r1 qr create", "1")).isEmpty();
        assertThat(use(start + "2", "r1 qr create", "1")).isPresent();
    }

    @Test
    void of_many_calls_at_once_one_is_the_first() {
        assertThat(AtOnce.call(16, caller -> use("one", "r1 qr create", "same")))
                .filteredOn(Optional::isEmpty)
                .hasSize(1);
    }

    private Optional<RequestIds.Reuse> use(String id, String row, String body) {
        return ids.use(
                row,
                TestCalls.of(TestCalls.post("/" + row, Map.of("X-Request-ID", id), Optional.empty(), body), world));
    }
}
