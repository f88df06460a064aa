package kz.paysandbox.emulator.control.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuditTest {

    @Test
    void the_oldest_go_first_and_the_newest_are_told_first() {
        Audit audit = new Audit();
        for (int at = 0; at <= Audit.MOST; at++) {
            audit.add(new Audit.Entry(
                    Instant.EPOCH, Optional.empty(), "POST", "/" + at, Optional.of("main"), Optional.empty(), 200));
        }

        assertThat(audit.all()).hasSize(Audit.MOST);
        assertThat(audit.all().get(0).path()).isEqualTo("/" + Audit.MOST);
        assertThat(audit.all().get(Audit.MOST - 1).path()).isEqualTo("/1");
    }
}
