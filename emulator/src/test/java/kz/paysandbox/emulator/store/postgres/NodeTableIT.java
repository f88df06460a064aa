package kz.paysandbox.emulator.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.store.StoreException;
import kz.paysandbox.emulator.store.Write;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Which node owns the worlds, and what that is worth. */
@SuppressWarnings("NullAway.Init")
class NodeTableIT {

    @RegisterExtension
    static final PostgresServer SERVER = new PostgresServer();

    /** No renewal comes in between, and the database waits longer than any test takes. */
    private static final Duration HOUR = Duration.ofHours(1);

    private static final NodeTable.Node A = new NodeTable.Node("a", "10.0.0.1", 1, "0a", true);
    private static final NodeTable.Node B = new NodeTable.Node("b", "10.0.0.2", 2, "0b", true);

    @TempDir
    private Path home;

    private final AtomicLong nanos = new AtomicLong();
    private SharedDatabase database;
    private NodeTable nodes;

    @BeforeEach
    void open() {
        database = SharedDatabase.open(SERVER.address(), home.resolve("key"), new SecureRandom());
        nodes = database.nodes();
        nodes.seen(A);
        nodes.seen(B);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private NodeLease taken(NodeTable.Node node) {
        return nodes.take(node.id(), HOUR, nanos::get).orElseThrow();
    }

    private static void end() {
        SERVER.execute("update ownership set held_until = 'epoch'");
    }

    @Test
    void one_node_owns_the_worlds_until_its_term_is_over() {
        try (NodeLease first = taken(A)) {
            assertThat(nodes.take("b", HOUR, nanos::get)).isEmpty();
            assertThat(first.isHeld()).isTrue();
            end();
            try (NodeLease second = taken(B)) {
                assertThat(second.term()).isEqualTo(first.term() + 1);
                assertThat(nodes.renew(first.term(), HOUR)).isFalse();
                nodes.release(first.term());
                assertThat(nodes.renew(second.term(), HOUR)).isTrue();
            }
        }
    }

    @Test
    void a_term_that_is_given_back_need_not_be_waited_for() {
        taken(A).close();
        try (NodeLease second = taken(B)) {
            assertThat(second.isHeld()).isTrue();
        }
    }

    @Test
    void a_lease_ends_by_this_machine_s_clock_where_the_database_is_silent() {
        try (NodeLease lease = taken(A)) {
            nanos.addAndGet(HOUR.toNanos() - 1);
            assertThat(lease.isHeld()).isTrue();
            assertThat(lease.age()).isEqualTo(HOUR.minusNanos(1));
            nanos.incrementAndGet();
            assertThat(lease.isHeld()).isFalse();
        }
    }

    @Test
    void callers_are_sent_to_an_owner_that_is_ready_and_there() {
        try (NodeLease lease = taken(A)) {
            assertThat(nodes.owner()).isEmpty();
            lease.ready();
            assertThat(nodes.owner()).contains(A);
            end();
            assertThat(nodes.owner()).isEmpty();
        }
    }

    @Test
    void an_owner_that_learns_too_late_that_it_is_ready_owns_nothing() {
        try (NodeLease lease = taken(A)) {
            end();
            try (NodeLease next = taken(B)) {
                lease.ready();
                assertThat(lease.isHeld()).isFalse();
                assertThat(next.isHeld()).isTrue();
                assertThat(nodes.owner()).isEmpty();
            }
        }
    }

    @Test
    void nodes_are_there_until_they_leave_or_were_not_seen_for_long() {
        assertThat(nodes.alive()).containsExactly(A, B);
        nodes.gone("a");
        assertThat(nodes.alive()).containsExactly(B);
        SERVER.execute("update node set alive_until = clock_timestamp()");
        assertThat(nodes.alive()).isEmpty();
        nodes.seen(B);
        assertThat(nodes.alive()).containsExactly(B);
    }

    @Test
    void nothing_is_written_in_a_term_that_is_over() {
        try (NodeLease first = taken(A)) {
            PostgresDatabase old = database(first);
            old.write(List.of(batch(1)));
            end();
            try (NodeLease second = taken(B)) {
                assertThatThrownBy(() -> old.write(List.of(batch(2))))
                        .isInstanceOf(StoreException.class)
                        .hasMessage(PostgresDatabase.LOST);
                assertThatThrownBy(() -> database.keep(List.of(new HomeFile("pki/a", true, Bytes.utf8("a"))), first))
                        .hasMessage(PostgresDatabase.LOST);
                assertThat(database.homeFiles()).isEmpty();
                PostgresDatabase present = database(second);
                present.write(List.of(batch(3)));
                assertThat(present.lost()).isEmpty();
                assertThat(SERVER.all("select ordinal from batch order by ordinal"))
                        .isEqualTo("1\n3\n");
            }
        }
    }

    @Test
    void a_transaction_of_a_term_that_is_over_is_ended_and_with_it_what_it_has_written() {
        try (NodeLease first = taken(A)) {
            assertThatThrownBy(() -> Transactions.once(database.pool(), connection -> {
                        try (Statement statement = connection.createStatement()) {
                            statement.execute(
                                    "select 1 from ownership where term = " + first.term() + " for key share");
                            statement.execute("insert into batch values (9, 1, 1, '')");
                        }
                        end();
                        assertThat(nodes.take("b", HOUR, nanos::get)).isEmpty();
                        return true;
                    }))
                    .isInstanceOf(StoreException.class);
            taken(B).close();
            assertThat(SERVER.all("select ordinal from batch")).isEmpty();
        }
    }

    @Test
    void nobody_in_another_database_is_ended_by_who_takes_over() throws SQLException {
        database.close();
        try (Connection other = SERVER.copy();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select 1 from ownership for key share");
            open();
            try (NodeLease first = taken(A)) {
                assertThatThrownBy(() -> Transactions.once(database.pool(), connection -> {
                            try (Statement stuck = connection.createStatement()) {
                                stuck.execute(
                                        "select 1 from ownership where term = " + first.term() + " for key share");
                            }
                            end();
                            return nodes.take("b", HOUR, nanos::get).isPresent();
                        }))
                        .isInstanceOf(StoreException.class);
                assertThat(statement.execute("select 1 from ownership")).isTrue();
            }
        }
    }

    @Test
    void a_renewal_does_not_wait_for_a_transaction_of_its_own_term() {
        try (NodeLease lease = taken(A)) {
            Transactions.<Boolean>in(database.pool(), connection -> {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("select 1 from ownership where term = " + lease.term() + " for key share");
                }
                assertThat(nodes.renew(lease.term(), HOUR)).isTrue();
                return true;
            });
        }
    }

    @Test
    void a_term_that_was_given_back_is_not_renewed_by_a_renewal_under_way() {
        NodeLease lease = taken(A);
        lease.close();
        assertThat(nodes.renew(lease.term(), HOUR)).isFalse();
        taken(B).close();
    }

    @Test
    void a_lease_is_renewed_as_long_as_its_owner_gets_on_and_does_not_begin_again() {
        try (NodeLease lease = taken(A)) {
            nanos.addAndGet(Duration.ofMinutes(2).toNanos());
            lease.renewIfAlive();
            assertThat(lease.age()).isZero();
            nanos.incrementAndGet();
            lease.touch();
            lease.renewIfAlive();
            assertThat(lease.age()).isZero();
            nanos.addAndGet(Duration.ofMinutes(2).toNanos() + 1);
            lease.renewIfAlive();
            assertThat(lease.isHeld()).isFalse();
            lease.touch();
            lease.renewIfAlive();
            assertThat(lease.isHeld()).isFalse();
            assertThat(lease.age()).isPositive();
        }
    }

    @Test
    void who_has_not_the_key_is_no_node() {
        SERVER.execute("insert into node (id, sealed, alive_until)"
                + " select 'c', sealed, alive_until from node where id = 'a'");
        assertThat(nodes.alive()).containsExactly(A, B);
        assertThat(SERVER.all("select encode(sealed, 'escape') from node")).doesNotContain("10.0.0.1");
    }

    @Test
    void nothing_that_was_read_may_be_told_once_the_lease_is_over() {
        try (NodeLease lease = taken(A)) {
            PostgresDatabase mine = database(lease);
            assertThat(mine.lost()).isEmpty();
            nanos.addAndGet(HOUR.toNanos());
            assertThat(mine.lost()).contains(PostgresDatabase.LOST);
        }
    }

    private PostgresDatabase database(NodeLease lease) {
        return new PostgresDatabase(database.pool(), lease);
    }

    private static Write batch(long ordinal) {
        return new Write.Batch(ordinal, 1, 1, Bytes.utf8("sealed"));
    }
}
