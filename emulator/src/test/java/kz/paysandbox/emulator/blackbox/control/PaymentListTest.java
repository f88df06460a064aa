package kz.paysandbox.emulator.blackbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The payments of a world, told apart by who asked for them and how. */
class PaymentListTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    private final TestWorld world = SANDBOX.world();

    @Test
    void a_payment_says_by_which_scheme_it_was_asked_for() {
        long first = world.bank("r1").qr(1);
        long second = world.bank("r2").qr(2);
        long third = world.bank("r3").qr(3);

        assertThat(ids("/payments")).containsExactly(third, second, first);
        assertThat(ids("/payments?scheme=r1")).containsExactly(first);
        assertThat(ids("/payments?scheme=r2")).containsExactly(second);
        assertThat(ids("/payments?bank=kaspi&scheme=r3")).containsExactly(third);
        assertThat(ids("/payments?bank=epay&scheme=r3")).isEmpty();
        assertThat(world.control()
                        .get("/payments/" + second)
                        .json()
                        .path("scheme")
                        .asText())
                .isEqualTo("r2");
    }

    private List<Long> ids(String path) {
        JsonNode payments = world.control().get(path).json();
        return StreamSupport.stream(payments.spliterator(), false)
                .map(payment -> payment.path("id").asLong())
                .toList();
    }
}
