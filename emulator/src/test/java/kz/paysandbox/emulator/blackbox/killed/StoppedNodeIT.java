package kz.paysandbox.emulator.blackbox.killed;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import kz.paysandbox.emulator.blackbox.support.Identity;
import org.junit.jupiter.api.Test;

/** A node that is told to end gives the worlds up at once: nobody waits until its term is over. */
class StoppedNodeIT {

    private static final Path HOMES = Path.of("target", "stopped-node");

    @Test
    void its_term_is_over_when_it_has_ended() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                NodeRow row = NodeRow.start(HOMES, 2, postgres.getJdbcUrl("postgres", "postgres"));
                Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(isOwned(statement)).isTrue();
            assertThat(row.process(0).stop()).isZero();
            try (ResultSet term = statement.executeQuery("select held_until = 'epoch' or term > 1 from ownership")) {
                assertThat(term.next()).isTrue();
                assertThat(term.getBoolean(1)).isTrue();
            }
            Line line = new Line();
            line.leadsTo(row.ports().get(1));
            HttpClient client =
                    Line.client(Identity.anonymous(row.home(0).resolve("pki").resolve("ca-bundle.pem")));
            assertThat(line.send(client, "GET", line.url("control", "/__sandbox/health"), Map.of(), "")
                            .status())
                    .isEqualTo(200);
        }
    }

    private static boolean isOwned(Statement statement) throws Exception {
        try (ResultSet term = statement.executeQuery("select held_until > clock_timestamp() from ownership")) {
            return term.next() && term.getBoolean(1);
        }
    }
}
