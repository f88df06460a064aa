package kz.paysandbox.emulator.blackbox.killed;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.paysandbox.emulator.blackbox.support.Identity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A node that hangs, and goes on as if nothing had happened, after another one has taken its worlds over. */
@Timeout(300)
@DisabledOnOs(OS.WINDOWS)
class HungNodeIT {

    private static final Path HOMES = Path.of("target", "hung-nodes");

    private final Line line = new Line();

    @Test
    void what_it_answers_afterwards_is_what_the_other_one_knows() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                NodeRow row = NodeRow.start(HOMES, 2, postgres.getJdbcUrl("postgres", "postgres"))) {
            HttpClient client =
                    Line.client(Identity.anonymous(row.home(0).resolve("pki").resolve("ca-bundle.pem")));
            Set<String> told = new HashSet<>();
            line.leadsTo(row.ports().get(0));
            for (int sale = 0; sale < 20; sale++) {
                told.add(sale(client));
            }
            row.hang(0, true);
            line.leadsTo(row.ports().get(1));
            for (int sale = 0; sale < 20; sale++) {
                told.add(sale(client));
            }
            row.hang(0, false);
            line.leadsTo(List.of(row.ports().get(0), row.ports().get(1)));
            for (int question = 0; question < 6; question++) {
                assertThat(known(client)).isEqualTo(told);
            }
            told.add(sale(client));
            assertThat(told).hasSize(41);
            assertThat(known(client)).isEqualTo(told);
        }
    }

    private String sale(HttpClient client) throws Unanswered {
        Reply reply = line.send(
                client,
                "POST",
                line.url("kaspi-r1", "/r1/v01/qr/create"),
                Map.of("Api-Key", "test_sandbox", "Content-Type", "application/json"),
                "{\"DeviceToken\":\"321\",\"Amount\":5}");
        assertThat(reply.code()).as(reply.body()).isZero();
        return reply.data().path("QrPaymentId").asText();
    }

    /** Tried again where it is told that this node does not own the worlds any more, or is cut off. */
    private Set<String> known(HttpClient client) {
        while (true) {
            try {
                Set<String> known = new HashSet<>();
                line.send(client, "GET", line.url("control", "/__sandbox/payments?limit=100"), Map.of(), "")
                        .json()
                        .forEach(payment -> known.add(payment.path("id").asText()));
                return known;
            } catch (Unanswered again) {
                Thread.onSpinWait();
            }
        }
    }
}
