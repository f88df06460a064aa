package kz.paysandbox.gateway.http.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import kz.paysandbox.gateway.On;
import kz.paysandbox.gateway.TestDatabase;
import org.junit.jupiter.api.Test;

/** {@link CardHoldChecks} over an H2 file. */
@On(TestDatabase.H2)
class CardHoldIT extends CardHoldChecks {
    CardHoldIT() {
        super(TestDatabase.H2);
    }

    @Test
    void a_charge_or_release_that_never_arrived_is_not_applied_and_may_be_asked_for_again() {
        for (String what : List.of("charge", "cancel")) {
            String id = held();
            fixture.world().faults().loseNextCall("epay operation " + what);
            assertThat(post(id, what, "").status()).isIn(202, 503);
            fixture.advance(Duration.ofMinutes(20));
            fixture.runDue();
            assertThat(get(id).text("/status")).isEqualTo("processing");
            assertThat(post(id, what, "").status()).isEqualTo(200);
        }
    }
}
